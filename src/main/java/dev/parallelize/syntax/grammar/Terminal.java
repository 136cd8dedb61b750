package dev.parallelize.syntax.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeVisitor;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * A token that the parser sees, and at the same time its own leaf in the tree: one object a token
 * instead of two. Lines and texts are looked up from the source when someone asks.
 */
@SuppressWarnings("NullAway")
final class Terminal implements Token, TerminalNode {
  /** The grammar's token type; the lexer changes it when later tokens decide what it is. */
  int type;

  final int start;

  /** The first offset after the token. */
  final int end;

  final int index;

  Terminal(int type, int start, int end, int index) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.index = index;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getChannel() {
    return Token.DEFAULT_CHANNEL;
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }

  @Override
  public Token getSymbol() {
    return this;
  }

  @Override
  public @Nullable ParseTree getParent() {
    return null;
  }

  @Override
  public void setParent(RuleContext parent) {
    // the builders never walk upwards
  }

  @Override
  public @Nullable ParseTree getChild(int i) {
    return null;
  }

  @Override
  public int getChildCount() {
    return 0;
  }

  @Override
  public Object getPayload() {
    return this;
  }

  @Override
  public Interval getSourceInterval() {
    return new Interval(index, index);
  }

  @Override
  public <T> T accept(ParseTreeVisitor<? extends T> visitor) {
    return visitor.visitTerminal(this);
  }

  @Override
  public String toStringTree() {
    return toString();
  }

  @Override
  public String toStringTree(Parser parser) {
    return toString();
  }

  @Override
  public String toString() {
    return type + "@" + start + ".." + end;
  }
}

package dev.parallelize.syntax.grammar;

import java.util.ArrayList;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** A rule's node in the parse tree, with the accessors that the builders use. */
class Branch extends ParserRuleContext {
  private static final int USUAL_CHILDREN = 3;

  Branch(@Nullable ParserRuleContext parent, int invokingState) {
    super(parent, invokingState);
  }

  @Override
  public <T extends ParseTree> T addAnyChild(T child) {
    if (children == null) {
      children = new ArrayList<>(USUAL_CHILDREN);
    }
    children.add(child);
    return child;
  }

  final int size() {
    return children == null ? 0 : children.size();
  }

  final ParseTree child(int i) {
    return children.get(i);
  }

  final Branch branch(int i) {
    return (Branch) children.get(i);
  }

  final Terminal terminal(int i) {
    return (Terminal) children.get(i);
  }

  /** The type of the token at that place, or 0 for a branch or a place past the end. */
  final int type(int i) {
    return i < size() && children.get(i) instanceof Terminal terminal ? terminal.type : 0;
  }

  final int startOf(int i) {
    return Branch.startOf(children.get(i));
  }

  final int endOf(int i) {
    return Branch.endOf(children.get(i));
  }

  final int startOffset() {
    return ((Terminal) start).start;
  }

  final int endOffset() {
    return ((Terminal) stop).end;
  }

  static int startOf(ParseTree tree) {
    return tree instanceof Terminal terminal ? terminal.start : ((Branch) tree).startOffset();
  }

  static int endOf(ParseTree tree) {
    return tree instanceof Terminal terminal ? terminal.end : ((Branch) tree).endOffset();
  }
}

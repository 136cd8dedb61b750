package dev.parallelize.syntax.grammar;

import java.util.Arrays;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * A rule's node in the parse tree, with the accessors that the builders use. Its children stand in an
 * array of its own; the list that it inherits stays empty, since half a tree would be such lists.
 */
class Branch extends ParserRuleContext {
  private static final int USUAL_CHILDREN = 3;

  private ParseTree[] nodes = new ParseTree[USUAL_CHILDREN];
  private int size;

  Branch(@Nullable ParserRuleContext parent, int invokingState) {
    super(parent, invokingState);
  }

  @Override
  public <T extends ParseTree> T addAnyChild(T child) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2 + 1);
    }
    nodes[size++] = child;
    return child;
  }

  final int size() {
    return size;
  }

  final ParseTree child(int i) {
    return nodes[i];
  }

  final Branch branch(int i) {
    return (Branch) nodes[i];
  }

  final Terminal terminal(int i) {
    return (Terminal) nodes[i];
  }

  /** The type of the token at that place, or 0 for a branch or a place past the end. */
  final int type(int i) {
    return i < size && nodes[i] instanceof Terminal terminal ? terminal.type : 0;
  }

  final int startOf(int i) {
    return Branch.startOf(nodes[i]);
  }

  final int endOf(int i) {
    return Branch.endOf(nodes[i]);
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

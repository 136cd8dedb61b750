package dev.parallelize.syntax.grammar;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule's node in the parse tree, with the accessors that the builders use. */
abstract non-sealed class Branch implements Tree, StandIns.ParserRuleContext {
  private static final Tree[] NONE = {};

  Terminal start = Terminal.NOWHERE;
  Terminal stop = Terminal.NOWHERE;

  /** Set by generated code alone. */
  StandIns.@Nullable RecognitionException exception;

  private Tree[] nodes = NONE;

  /** While the branch is open, where the parser keeps its first child. */
  private int from;

  Branch(StandIns.@Nullable ParserRuleContext parent, int invokingState) {
    // the builders never walk upwards
  }

  abstract int getRuleIndex();

  /** From now on, what the parser keeps at {@code first} and after are the branch's children. */
  final void open(int first) {
    from = first;
  }

  /** Takes the children from the parser; answers how many it has left to keep. */
  final int close(Tree[] pending, int count) {
    nodes = Arrays.copyOfRange(pending, from, count);
    return from;
  }

  final int size() {
    return nodes.length;
  }

  final Tree child(int i) {
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
    return i < nodes.length && nodes[i] instanceof Terminal terminal ? terminal.type : 0;
  }

  final int startOf(int i) {
    return Branch.startOf(nodes[i]);
  }

  final int endOf(int i) {
    return Branch.endOf(nodes[i]);
  }

  final int startOffset() {
    return start.start;
  }

  final int endOffset() {
    return stop.end;
  }

  static int startOf(Tree tree) {
    return tree instanceof Terminal terminal ? terminal.start : ((Branch) tree).startOffset();
  }

  static int endOf(Tree tree) {
    return tree instanceof Terminal terminal ? terminal.end : ((Branch) tree).endOffset();
  }

  // The accessors by rule and token type that the generator writes for every rule, and that nobody
  // calls, since a row's children have no names.

  final StandIns.TerminalNode getToken(int type, int which) {
    throw new UnsupportedOperationException();
  }

  final List<StandIns.TerminalNode> getTokens(int type) {
    throw new UnsupportedOperationException();
  }

  final <T extends Branch> T getRuleContext(Class<T> rule, int which) {
    throw new UnsupportedOperationException();
  }

  final <T extends Branch> List<T> getRuleContexts(Class<T> rule) {
    throw new UnsupportedOperationException();
  }
}

package dev.parallelize.syntax.grammar;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the generated parser extends: the steps that every token and every rule takes, without
 * listeners and error recovery, and with a bound on depth. Names with an underscore are those that
 * generated code expects.
 */
abstract class FlatParser implements StandIns {
  static final int EOF = Token.EOF;
  static final FirstError _errHandler = new FirstError();
  private static final int USUAL_DEPTH = 64;
  private static final int USUAL_PENDING = 256;

  final Terminals _input;
  @Nullable Branch _ctx;
  boolean matchedEOF;
  @Nullable ParserATNSimulator _interp;
  private Branch[] open = new Branch[USUAL_DEPTH];
  private int depth;

  /** The children of all open branches; each takes its own when it closes. */
  private Tree[] pending = new Tree[USUAL_PENDING];

  private int pendingCount;
  private int depthLimit = Integer.MAX_VALUE;
  private @Nullable Branch root;
  private @Nullable Branch failedIn;
  private @Nullable Branch failedBelow;
  private int expected;

  FlatParser(TokenStream input) {
    _input = (Terminals) input;
    _input.rewind();
  }

  abstract String[] getTokenNames();

  abstract Vocabulary getVocabulary();

  abstract String getGrammarFileName();

  abstract String[] getRuleNames();

  abstract String getSerializedATN();

  abstract ATN getATN();

  final void limitDepth(int limit) {
    depthLimit = limit;
  }

  /** The tree as far as it got. */
  final Branch root() {
    return Objects.requireNonNull(root, "nothing was parsed");
  }

  /** The rule in which the first token stands that fits nowhere. */
  final @Nullable Branch failedIn() {
    return failedIn;
  }

  /** The rule around {@link #failedIn()}. */
  final @Nullable Branch failedBelow() {
    return failedBelow;
  }

  /** The token type that alone could stand there, or 0 if there were several. */
  final int expected() {
    return expected;
  }

  private Unexpected fail(int wanted) {
    failedIn = _ctx;
    failedBelow = open[Math.max(0, depth - 1)];
    expected = wanted;
    return Unexpected.INSTANCE;
  }

  final void match(int type) {
    Terminal terminal = _input.current();
    if (terminal.type != type) {
      throw fail(type);
    }
    if (type != EOF) {
      _input.advance();
    }
    add(terminal);
  }

  final void consume() {
    Terminal terminal = _input.current();
    if (terminal.type != EOF) {
      _input.advance();
    }
    add(terminal);
  }

  private void add(Tree child) {
    if (pendingCount == pending.length) {
      pending = Arrays.copyOf(pending, pendingCount * 2);
    }
    pending[pendingCount++] = child;
  }

  final void enterRule(ParserRuleContext context, int state, int ruleIndex) {
    if (depth >= depthLimit) {
      throw TooDeep.INSTANCE;
    }
    Branch branch = (Branch) context;
    branch.start = _input.current();
    if (depth == 0) {
      root = branch;
    } else {
      add(branch);
    }
    branch.open(pendingCount);
    if (++depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth] = branch;
    _ctx = branch;
  }

  final void exitRule() {
    _ctx.stop = _input.previous();
    pendingCount = _ctx.close(pending, pendingCount);
    _ctx = open[--depth];
  }

  final void enterOuterAlt(ParserRuleContext context, int alternative) {
    // which one it is shows in the children
  }

  /** States are for prediction and recovery. */
  final int getState() {
    return 0;
  }

  final void setState(int state) {
    // see getState
  }

  /** Stops at the first error: nothing is repaired, since the explanation needs only the place. */
  static final class FirstError {
    void sync(FlatParser parser) {
      // the next match finds what is wrong
    }

    void reportError(FlatParser parser, RecognitionException error) {
      // recover follows
    }

    void recover(FlatParser parser, RecognitionException error) {
      throw parser.fail(0);
    }

    void recoverInline(FlatParser parser) {
      throw parser.fail(0);
    }

    void reportMatch(FlatParser parser) {
      // there is never anything to end
    }
  }

  /** The text nests deeper than the stack at hand was measured for. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final TooDeep INSTANCE = new TooDeep();

    private TooDeep() {
      super(null, null, false, false);
    }
  }

  /** The current token fits no rule. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Unexpected INSTANCE = new Unexpected();

    private Unexpected() {
      super(null, null, false, false);
    }
  }
}

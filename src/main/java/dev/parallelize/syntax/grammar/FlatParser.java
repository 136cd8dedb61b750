package dev.parallelize.syntax.grammar;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/**
 * What the generated parser extends: the steps that every token and every rule takes, without
 * listeners and error recovery, and with a bound on depth.
 */
abstract class FlatParser extends Parser {
  private final Terminals terminals;
  private int depth;
  private int depthLimit;
  private @Nullable Branch root;
  private @Nullable Branch failedIn;
  private int expected;

  FlatParser(TokenStream input) {
    super(input);
    terminals = (Terminals) input;
    depthLimit = Integer.MAX_VALUE;
    setErrorHandler(new FirstError());
    removeErrorListeners();
  }

  final void limitDepth(int limit) {
    depthLimit = limit;
  }

  /** The tree as far as it got. */
  final Branch root() {
    return java.util.Objects.requireNonNull(root, "nothing was parsed");
  }

  /** The rule in which the first token stands that fits nowhere. */
  final @Nullable Branch failedIn() {
    return failedIn;
  }

  /** The token type that alone could stand there, or 0 if there were several. */
  final int expected() {
    return expected;
  }

  private Unexpected fail(int wanted) {
    failedIn = (Branch) _ctx;
    expected = wanted;
    return Unexpected.INSTANCE;
  }

  @Override
  public final Token match(int type) {
    Terminal terminal = terminals.current();
    if (terminal.type != type) {
      throw fail(type);
    }
    return consume();
  }

  @Override
  public final Token consume() {
    Terminal terminal = terminals.current();
    if (terminal.type != Token.EOF) {
      terminals.consume();
    }
    ((Branch) _ctx).addAnyChild(terminal);
    return terminal;
  }

  @Override
  public final void enterRule(ParserRuleContext context, int state, int ruleIndex) {
    if (++depth > depthLimit) {
      throw TooDeep.INSTANCE;
    }
    context.start = terminals.current();
    ParserRuleContext parent = _ctx;
    if (parent != null) {
      ((Branch) parent).addAnyChild(context);
    } else {
      root = (Branch) context;
    }
    _ctx = context;
    setState(state);
  }

  @Override
  public final void exitRule() {
    depth--;
    int index = terminals.index();
    _ctx.stop = index > 0 ? terminals.previous() : terminals.current();
    setState(_ctx.invokingState);
    _ctx = (ParserRuleContext) _ctx.parent;
  }

  /** Stops at the first error: nothing is repaired, since the explanation needs only the place. */
  private final class FirstError extends DefaultErrorStrategy {
    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw fail(0);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw fail(0);
    }

    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
      // recover follows
    }

    @Override
    public void sync(Parser recognizer) {
      // the next match finds what is wrong
    }

    @Override
    public void reportMatch(Parser recognizer) {
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

package dev.parallelize.syntax.grammar;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * What the generated parser extends: the steps that every token and every rule takes, without
 * listeners and error recovery, and with a bound on depth.
 */
abstract class FlatParser extends Parser {
  private final Terminals terminals;
  private int depth;
  private int depthLimit;

  FlatParser(TokenStream input) {
    super(input);
    terminals = (Terminals) input;
    depthLimit = Integer.MAX_VALUE;
    setErrorHandler(new BailErrorStrategy());
    removeErrorListeners();
  }

  final void limitDepth(int limit) {
    depthLimit = limit;
  }

  @Override
  public final Token match(int type) {
    Terminal terminal = terminals.current();
    if (terminal.type != type) {
      throw Unexpected.INSTANCE;
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

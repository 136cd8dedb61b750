package dev.parallelize.syntax.grammar;

/**
 * What generated code names of ANTLR's runtime, with no more in each than an LL(1) parser needs.
 *
 * <p>Types that a class inherits go before those it imports, so that the generated parser, which
 * extends {@link FlatParser}, uses these. Loading the runtime's own and reading its transition network
 * would take a third of a cold start, and the fields of its contexts a third of a tree; an LL(1) parser
 * asks them nothing, and a test holds that this one is LL(1) and names nothing of the runtime.
 */
interface StandIns {
  /** A leaf of the tree. */
  interface TerminalNode {}

  /**
   * A rule's node. An interface, so that checking the parser's code does not load the classes of all
   * nodes.
   */
  interface ParserRuleContext {}

  /** The token type that ends the stream. */
  interface Token {
    int EOF = -1;
  }

  /** What the parser reads. */
  interface TokenStream {
    int LA(int ahead);
  }

  /** Raised by generated code where a token fits none of a rule's alternatives. */
  class RecognitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecognitionException() {
      super(null, null, false, false);
    }
  }

  /** A token fits none of a rule's alternatives. */
  final class NoViableAltException extends RecognitionException {
    private static final long serialVersionUID = 1L;

    NoViableAltException(FlatParser parser) {
      super();
    }
  }

  /** Would compare the generator's version with that of the runtime. */
  final class RuntimeMetaData {
    static final String VERSION = "";

    private RuntimeMetaData() {}

    static void checkVersion(String generator, String runtime) {
      // no runtime, no version
    }
  }

  /** The names of the token types. */
  interface Vocabulary {
    String getLiteralName(int type);

    String getSymbolicName(int type);
  }

  /** Names as the generator lists them; an LL(1) parser's messages need none. */
  record VocabularyImpl(String[] literals, String[] symbols) implements Vocabulary {
    @Override
    public String getLiteralName(int type) {
      return "";
    }

    @Override
    public String getSymbolicName(int type) {
      return symbols[type];
    }
  }

  /** A transition network without decisions. */
  final class ATN {
    int getNumberOfDecisions() {
      return 0;
    }

    int getDecisionState(int decision) {
      return decision;
    }
  }

  /** Would read the transition network. */
  final class ATNDeserializer {
    ATN deserialize(char[] serialized) {
      return new ATN();
    }
  }

  /** The automaton of one decision, of which there is none. */
  record DFA(int state, int decision) {}

  /** Would cache the automata's states. */
  final class PredictionContextCache {}

  /** Would predict alternatives. */
  record ParserATNSimulator(
      FlatParser parser, ATN network, DFA[] decisions, PredictionContextCache cache) {}
}

package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.PythonVersion;

/** Explains why the parser stopped. */
final class SyntaxErrors {
  private SyntaxErrors() {}

  static Rejection explain(
      Lexed lexed,
      PythonGrammar parser,
      StatementBuilder statements,
      String text,
      PythonVersion version) {
    Terminal at = lexed.terminals().current();
    if (at.type == PythonGrammar.ERROR && lexed.problem() != null) {
      return lexed.problem();
    }
    return switch (at.type) {
      case PythonGrammar.INDENT ->
          new Rejection(at.start, "unexpected indent", "indent this line like the one before it");
      default ->
          new Rejection(at.start, "invalid syntax", "look at this token and the one before it");
    };
  }
}

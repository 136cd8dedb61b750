package dev.parallelize.syntax;

import dev.parallelize.source.Position;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.grammar.DepthBound;
import dev.parallelize.syntax.grammar.Rejection;
import java.util.List;

/** Reads Python as CPython of the target version does. */
public final class PythonParser {
  private PythonParser() {}

  /**
   * The tree of a text, or the problems that prevent one. Never throws: whatever nests deeper than
   * CPython reads is a problem like any other.
   */
  public static ParseResult parse(PythonSource source, PythonVersion target) {
    try {
      DepthBound.Reading reading = DepthBound.read(source, target);
      return reading.problems().isEmpty()
          ? new ParseResult.Parsed(reading.tree())
          : new ParseResult.Rejected(reading.problems());
    } catch (Rejection rejection) {
      return new ParseResult.Rejected(List.of(problem(source, rejection)));
    }
  }

  private static SyntaxProblem problem(PythonSource source, Rejection rejection) {
    int offset = Math.min(rejection.offset(), source.text().length());
    Position position = source.position(offset);
    return new SyntaxProblem(
        position.line(), position.column(), rejection.message(), rejection.hint());
  }
}

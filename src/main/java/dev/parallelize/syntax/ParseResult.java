package dev.parallelize.syntax;

import java.util.List;

/** What parsing gave: a tree, or the problems that prevent one. */
public sealed interface ParseResult {
  record Parsed(SyntaxTree tree) implements ParseResult {}

  /** At least one problem, in the order of the text. */
  record Rejected(List<SyntaxProblem> problems) implements ParseResult {}
}

package dev.parallelize.syntax;

import java.util.List;
import java.util.Optional;

/** A pattern of a {@code case} block: {@code ast.pattern}. */
public sealed interface Pattern extends Node {
  record MatchValue(int start, int end, Expression value) implements Pattern {}

  /** {@code None}, {@code True} or {@code False}. */
  record MatchSingleton(int start, int end, Literal value) implements Pattern {}

  record MatchSequence(int start, int end, List<Pattern> patterns) implements Pattern {}

  record MatchMapping(
      int start, int end, List<Expression> keys, List<Pattern> patterns, Optional<String> rest)
      implements Pattern {}

  record MatchClass(
      int start,
      int end,
      Expression type,
      List<Pattern> patterns,
      List<String> keywordNames,
      List<Pattern> keywordPatterns)
      implements Pattern {}

  record MatchStar(int start, int end, Optional<String> name) implements Pattern {}

  /** A capture, a wildcard (no name), or a pattern bound with {@code as}. */
  record MatchAs(int start, int end, Optional<Pattern> pattern, Optional<String> name)
      implements Pattern {}

  record MatchOr(int start, int end, List<Pattern> patterns) implements Pattern {}
}

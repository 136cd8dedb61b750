package dev.parallelize.syntax;

import dev.parallelize.source.Span;

/** Anything in the tree that has a place in the text: offsets are UTF-16, end exclusive. */
public sealed interface Node
    permits Statement,
        Expression,
        Pattern,
        Module,
        Alias,
        Argument,
        Arguments,
        Comprehension,
        ExceptHandler,
        Keyword,
        MatchCase,
        TypeParameter,
        WithItem {
  int start();

  int end();

  default Span span() {
    return new Span(start(), end());
  }
}

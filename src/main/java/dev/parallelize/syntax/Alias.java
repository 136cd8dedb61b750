package dev.parallelize.syntax;

import java.util.Optional;

/** One name of an import: {@code ast.alias}. */
public record Alias(int start, int end, String name, Optional<String> asName) implements Node {
  /** The name that the import binds: for {@code import a.b} that is {@code a}. */
  public String boundName() {
    if (asName.isPresent()) {
      return asName.get();
    }
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}

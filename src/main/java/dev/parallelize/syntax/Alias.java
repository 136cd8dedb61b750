package dev.parallelize.syntax;

import java.util.Optional;

/** One name of an import: {@code ast.alias}. */
public record Alias(int start, int end, String name, Optional<String> asName) implements Node {
  /** The name that the import binds: for {@code import a.b} that is {@code a}. */
  public String boundName() {
    return asName.orElseGet(() -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
  }
}

package dev.parallelize.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter list: {@code ast.arguments}.
 *
 * @param keywordDefaults one entry for each keyword-only parameter, empty where it has no default
 * @param defaults the defaults of the last {@code defaults.size()} positional parameters
 */
public record Arguments(
    int start,
    int end,
    List<Argument> positionalOnly,
    List<Argument> positional,
    Optional<Argument> variadic,
    List<Argument> keywordOnly,
    List<Optional<Expression>> keywordDefaults,
    Optional<Argument> keywordVariadic,
    List<Expression> defaults)
    implements Node {
  /** Every parameter, in the order of the text. */
  public List<Argument> all() {
    List<Argument> all = new ArrayList<>(positionalOnly);
    all.addAll(positional);
    if (variadic.isPresent()) {
      all.add(variadic.get());
    }
    all.addAll(keywordOnly);
    if (keywordVariadic.isPresent()) {
      all.add(keywordVariadic.get());
    }
    return all;
  }

  /** What a parameter is worth when a call does not pass it. */
  public Optional<Expression> defaultOf(Argument parameter) {
    if (keywordOnly.contains(parameter)) {
      return keywordDefaults.get(keywordOnly.indexOf(parameter));
    }
    List<Argument> plain = new ArrayList<>(positionalOnly);
    plain.addAll(positional);
    int at = plain.indexOf(parameter) - (plain.size() - defaults.size());
    return plain.contains(parameter) && at >= 0 ? Optional.of(defaults.get(at)) : Optional.empty();
  }
}

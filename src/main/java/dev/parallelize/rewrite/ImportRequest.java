package dev.parallelize.rewrite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that new code wants to import, in one of three spellings: {@code import m}, {@code import
 * m as a}, {@code from m import n}.
 *
 * @param name what is taken from the module; absent when the module itself is wanted
 * @param alias the usual short name of the module, as {@code np}
 */
record ImportRequest(String module, Optional<String> name, Optional<String> alias) {
  private static final Pattern PLAIN = Pattern.compile("import ([\\w.]+)(?: as (\\w+))?");
  private static final Pattern FROM = Pattern.compile("from ([\\w.]+) import (\\w+)");

  /**
   * Reads one of the three spellings.
   *
   * @throws IllegalArgumentException for any other text
   */
  static ImportRequest parse(String text) {
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches()) {
      return new ImportRequest(
          plain.group(1), Optional.empty(), Optional.ofNullable(plain.group(2)));
    }
    Matcher from = FROM.matcher(text);
    if (from.matches()) {
      return new ImportRequest(from.group(1), Optional.of(from.group(2)), Optional.empty());
    }
    throw new IllegalArgumentException(
        "not `import m`, `import m as a` or `from m import n`: " + text);
  }

  /** The name that the statement binds when it is written as it is usually written. */
  String binds() {
    return name.or(() -> alias)
        .orElseGet(() -> module.contains(".") ? module.substring(0, module.indexOf('.')) : module);
  }

  /** How code names the imported thing once {@link #binds} is bound. */
  String expression() {
    return name.or(() -> alias).orElse(module);
  }

  /** The statement that binds {@code bound}, by an alias where that is not the plain name. */
  String statement(String bound) {
    if (name.isPresent()) {
      String as = bound.equals(name.get()) ? "" : " as " + bound;
      return "from " + module + " import " + name.get() + as;
    }
    return "import " + module + (bound.equals(module) ? "" : " as " + bound);
  }
}

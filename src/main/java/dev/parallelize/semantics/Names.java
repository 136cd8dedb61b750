package dev.parallelize.semantics;

/** Dotted names of modules and what they hold; relative ones begin with dots. */
final class Names {
  private Names() {}

  /** {@code json} and {@code loads}, or {@code .} and {@code part}. */
  static String join(String module, String name) {
    return module.endsWith(".") ? module + name : module + "." + name;
  }

  /** What stands before the last name: {@code .} for {@code .part}, empty for a single name. */
  static String module(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    String before = qualifiedName.substring(0, Math.max(0, dot));
    boolean dotsOnly = before.chars().allMatch(c -> c == '.');
    return dotsOnly && dot >= 0 ? before + "." : before;
  }

  static String last(String qualifiedName) {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }
}

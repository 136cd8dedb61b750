package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Walk;

/** Where a name stands in code, as it is spelled and whatever scope it belongs to. */
public final class Mentions {
  private Mentions() {}

  /** True for the name itself. */
  public static boolean isName(Node node, String name) {
    return node instanceof Expression.Name other && other.id().equals(name);
  }

  /** Whether the name stands anywhere in the code. */
  public static boolean of(Node code, String name) {
    boolean[] found = {false};
    Walk.each(code, n -> found[0] |= isName(n, name));
    return found[0];
  }

  /** Whether an attribute of that name stands anywhere in the code. */
  public static boolean ofAttribute(Node code, String attribute) {
    boolean[] found = {false};
    Walk.each(
        code,
        n -> found[0] |= n instanceof Expression.Attribute a && a.attribute().equals(attribute));
    return found[0];
  }
}

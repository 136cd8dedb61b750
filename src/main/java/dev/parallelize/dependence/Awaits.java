package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;

/**
 * Where code gives other tasks of the event loop a turn: {@code await}, {@code async for} and {@code
 * async with} (Python Language Reference, 8.9).
 */
public final class Awaits {
  private Awaits() {}

  /** True for code of an {@code async def}, functions inside it aside. */
  public static boolean inCoroutine(Program program, Scope scope) {
    return program.frameOf(scope).node() instanceof Statement.FunctionDef f && f.isAsync();
  }

  /** True when the node itself awaits. */
  static boolean is(Node node) {
    return node instanceof Expression.Await
        || node instanceof Statement.For f && f.isAsync()
        || node instanceof Statement.With w && w.isAsync()
        || node instanceof Comprehension c && c.isAsync();
  }

  /** True when the code awaits, in the function that it belongs to. */
  public static boolean in(Node code) {
    boolean[] found = {false};
    Walk.where(
        code,
        n -> {
          found[0] |= is(n);
          return !(n instanceof Statement.FunctionDef || n instanceof Expression.Lambda);
        });
    return found[0];
  }

  static boolean in(List<? extends Node> code) {
    return code.stream().anyMatch(Awaits::in);
  }
}

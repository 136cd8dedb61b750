package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Type;
import dev.parallelize.semantics.Value;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of an item that travel with it and that the loop calls: any function may be among them, and one that was made
 * inside another has no name by which another process could find it.
 */
final class PassedFunctions {
  private final Program program;

  PassedFunctions(Program program) {
    this.program = program;
  }

  /** What has to be vouched for before the items go to another process. */
  List<Obstruction> among(List<Handover.Item> sent, List<? extends Node> body) {
    List<Obstruction> found = new ArrayList<>();
    for (Handover.Item item : sent) {
      Assumption assumption = new Assumption("picklable", item.symbol());
      if (mayBeFunction(item, body)
          && !isKnown(item.value())
          && !program.assumptions().all().contains(assumption)) {
        found.add(Obstruction.unpicklable(item.symbol(), item.offset()));
      }
    }
    return found;
  }

  private static boolean mayBeFunction(Handover.Item item, List<? extends Node> body) {
    Type type = item.value().type();
    return type.name().equals("function")
        || type.isUnknown() && body.stream().anyMatch(s -> isCalled(s, item.symbol()));
  }

  /** The file says which functions it may be; whether those travel is asked of every item. */
  private static boolean isKnown(Value value) {
    return value.roots().stream().anyMatch(Root::isCode);
  }

  private static boolean isCalled(Node code, String name) {
    boolean[] found = {false};
    Walk.each(
        code,
        n ->
            found[0] |=
                n instanceof Expression.Call call && Mentions.isName(call.function(), name));
    return found[0];
  }
}

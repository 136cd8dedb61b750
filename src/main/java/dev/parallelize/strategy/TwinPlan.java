package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A loop over calls of a blocking client that becomes tasks on its asynchronous twin.
 *
 * @param made the statement that assigns the client, where a {@code with} block must take its place
 * @param helpers functions of the file that use the client in the loop, and get a twin themselves
 * @param own whether the calls are functions of the module, which get a client of their own
 */
public record TwinPlan(
    TwinClient client,
    Optional<Statement.Assign> made,
    List<Statement.FunctionDef> helpers,
    boolean own,
    TwinCalls calls)
    implements Plan {
  public TwinPlan {
    helpers = List.copyOf(helpers);
  }

  /** The name that the client has, where the program gives it one. */
  public Optional<String> name() {
    return made.map(m -> ((Expression.Name) m.targets().get(0)).id());
  }
}

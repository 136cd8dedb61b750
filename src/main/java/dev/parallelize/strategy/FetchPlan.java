package dev.parallelize.strategy;

import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a loop that fetches becomes coroutines.
 *
 * @param helpers functions of the file that get an asynchronous twin
 * @param requests every request of the loop and the helpers
 * @param session the {@code requests.Session} in use, if any
 */
public record FetchPlan(
    Shape shape,
    List<Statement.FunctionDef> helpers,
    List<HttpRequest> requests,
    Optional<SessionUse> session)
    implements Plan {
  public FetchPlan {
    helpers = List.copyOf(helpers);
    requests = List.copyOf(requests);
  }

  /** What becomes of the loop. */
  public sealed interface Shape {}

  /**
   * The loop's results are gathered in order and nothing else is left of it.
   *
   * @param fetch the statements of an iteration that come before its result
   * @param key for a dict, the key of the result
   * @param start where the container is made, if right before the loop
   * @param container the variable that holds the results, empty for a comprehension
   */
  public record Gathered(
      List<Statement> fetch,
      Optional<Expression> key,
      Expression value,
      Optional<Statement> start,
      Optional<Expression.Name> container)
      implements Shape {
    public Gathered {
      fetch = List.copyOf(fetch);
    }
  }

  /**
   * The loop stays, in a coroutine, and awaits one task an item; what it does with the answers runs in
   * order.
   *
   * @param prelude statements of an iteration that the request needs
   * @param moved those of the prelude that nothing else needs
   * @param call the request, or the call of a function that sends it
   */
  public record Streamed(List<Statement> prelude, Set<Statement> moved, Expression.Call call)
      implements Shape {
    public Streamed {
      prelude = List.copyOf(prelude);
      moved = Set.copyOf(moved);
    }
  }

  /**
   * A {@code requests.Session} that becomes the client session.
   *
   * @param headers what is sent with each request
   * @param removed the statements that made it
   * @param opener the {@code with} that made it, whose block the loop stands in
   */
  public record SessionUse(
      String name,
      Optional<Expression> headers,
      Optional<Expression> auth,
      List<Span> removed,
      Optional<Statement.With> opener) {}
}

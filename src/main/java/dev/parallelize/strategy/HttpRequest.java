package dev.parallelize.strategy;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the {@code requests} package that sends an HTTP request.
 *
 * @param method the verb in lower case: {@code get}, {@code post}
 * @param session the {@code requests.Session} it is made on, empty for the module's own functions
 * @param url empty when the call gives none that can be seen, as in {@code get(*arguments)}
 * @param options the other arguments by name; one that cannot be named has the key {@code *}
 */
public record HttpRequest(
    Expression.Call call,
    String method,
    Optional<Expression> session,
    Optional<Expression> url,
    Map<String, Expression> options) {
  private static final String FUNCTION = "requests.";
  private static final List<String> VERBS =
      List.of("get", "head", "options", "post", "put", "patch", "delete", "request");

  /** The request that the call sends, if it is certain that it sends one. */
  public static Optional<HttpRequest> of(Assignments assignments, Expression.Call call) {
    Optional<String> name = callee(assignments.program(), call);
    if (name.filter(n -> isRequest(n, FUNCTION)).isPresent()) {
      return Optional.of(read(call, name.get().substring(FUNCTION.length()), false));
    }
    boolean onSession =
        call.function() instanceof Expression.Attribute a
            && VERBS.contains(a.attribute())
            && a.value() instanceof Expression.Name n
            && isSession(assignments, n);
    return onSession
        ? Optional.of(read(call, ((Expression.Attribute) call.function()).attribute(), true))
        : Optional.empty();
  }

  private static boolean isRequest(String name, String prefix) {
    return name.startsWith(prefix) && VERBS.contains(name.substring(prefix.length()));
  }

  private static Optional<String> callee(Program program, Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1 && targets.get(0) instanceof CallTarget.Known known
        ? Optional.of(known.callee().name())
        : Optional.empty();
  }

  private static boolean isSession(Assignments assignments, Expression.Name name) {
    return assignments
        .only(name)
        .filter(v -> v instanceof Expression.Call c && makesSession(assignments.program(), c))
        .isPresent();
  }

  static boolean makesSession(Program program, Expression.Call call) {
    return callee(program, call)
        .filter(n -> n.equals("requests.Session") || n.equals("requests.session"))
        .isPresent();
  }

  private static HttpRequest read(Expression.Call call, String verb, boolean onSession) {
    Map<String, Expression> options = new LinkedHashMap<>();
    List<String> positional =
        switch (verb) {
          case "get" -> onSession ? List.of("url") : List.of("url", "params");
          case "request" -> List.of("method", "url");
          case "post" -> List.of("url", "data", "json");
          case "put", "patch" -> List.of("url", "data");
          default -> List.of("url");
        };
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      boolean named = i < positional.size() && !(argument instanceof Expression.Starred);
      options.put(named ? positional.get(i) : "*", argument);
    }
    for (Keyword keyword : call.keywords()) {
      options.put(keyword.name().orElse("*"), keyword.value());
    }
    Optional<Expression> session =
        onSession && call.function() instanceof Expression.Attribute a
            ? Optional.of(a.value())
            : Optional.empty();
    Optional<Expression> url = Optional.ofNullable(options.remove("url"));
    return new HttpRequest(call, verb, session, url, options);
  }
}

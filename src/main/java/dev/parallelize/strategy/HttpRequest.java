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
  private static final String METHOD = "requests.Session.";
  private static final List<String> VERBS =
      List.of("get", "head", "options", "post", "put", "patch", "delete", "request");

  /** The request that the call sends, if every callee it may have is the same one of requests. */
  public static Optional<HttpRequest> of(Program program, Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    if (targets.size() != 1 || !(targets.get(0) instanceof CallTarget.Known known)) {
      return Optional.empty();
    }
    String name = known.callee().name();
    boolean onSession =
        call.function() instanceof Expression.Attribute a
            && program.type(a.value()).name().equals("requests.Session");
    String verb =
        name.startsWith(METHOD)
            ? name.substring(METHOD.length())
            : name.startsWith(FUNCTION) ? name.substring(FUNCTION.length()) : name;
    if (!VERBS.contains(verb) && onSession && call.function() instanceof Expression.Attribute a) {
      verb = a.attribute();
    }
    boolean ours = name.startsWith(FUNCTION) || onSession;
    return ours && VERBS.contains(verb)
        ? Optional.of(read(call, verb, onSession))
        : Optional.empty();
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

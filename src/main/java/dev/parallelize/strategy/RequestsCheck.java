package dev.parallelize.strategy;

import dev.parallelize.library.Blocking;
import dev.parallelize.library.Callee;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Summary;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether code that uses requests says the same in terms of aiohttp. Collects the requests and the
 * functions of the file that must get an asynchronous twin on the way.
 */
final class RequestsCheck {
  private static final Set<String> READING = Set.of("get", "head", "options");
  private static final Set<String> OPTIONS =
      Set.of("params", "headers", "timeout", "auth", "verify", "allow_redirects", "cookies");
  private static final Set<String> TOO_BROAD =
      Set.of(
          "builtins.BaseException",
          "builtins.OSError",
          "builtins.IOError",
          "builtins.EnvironmentError",
          "builtins.ConnectionError",
          "builtins.TimeoutError");

  /** Headers that a server sends once; aiohttp gives the first of several, requests joins them. */
  private static final Set<String> SENT_ONCE =
      Set.of(
          "content-type",
          "content-length",
          "content-encoding",
          "content-disposition",
          "date",
          "etag",
          "last-modified",
          "location",
          "retry-after",
          "server");

  private static final Set<String> SHOWING =
      Set.of("exc_info", "format_exc", "print_exc", "exception", "print_exception", "last_value");
  private final Program program;
  private final Assignments assignments;
  private final List<HttpRequest> requests = new ArrayList<>();
  private final Set<Statement.FunctionDef> helpers = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  RequestsCheck(Assignments assignments) {
    this.program = assignments.program();
    this.assignments = assignments;
  }

  /** The first thing that cannot be said in terms of aiohttp, with its line. */
  Optional<String> problem(List<? extends Node> code) {
    Surroundings around = new Surroundings(code);
    for (Node root : code) {
      Walk.each(root, node -> check(node, around));
    }
    return problems.stream().findFirst();
  }

  List<HttpRequest> requests() {
    return requests;
  }

  /** Functions of the file that send requests, callers before callees. */
  List<Statement.FunctionDef> helpers() {
    return List.copyOf(helpers);
  }

  /** True when the code sends a request, itself or through functions of the file. */
  static boolean sends(Assignments assignments, Node code) {
    boolean[] found = {false};
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression.Call call) {
            found[0] |=
                HttpRequest.of(assignments, call).isPresent()
                    || helper(assignments.program(), call).isPresent();
          }
        });
    return found[0];
  }

  /** The function of the file that the call certainly calls and that waits for the network. */
  static Optional<Statement.FunctionDef> helper(Program program, Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    for (CallTarget target : targets) {
      if (target instanceof CallTarget.ProgramFunction function
          && waits(program.summary(function.scope()))
          && function.scope().node() instanceof Statement.FunctionDef definition) {
        return Optional.of(definition);
      }
    }
    return Optional.empty();
  }

  private static boolean waits(Summary summary) {
    return summary.facts().keySet().stream()
        .anyMatch(f -> f instanceof Fact.Blocks b && b.kind() == Blocking.NETWORK);
  }

  private void check(Node node, Surroundings around) {
    if (node instanceof Expression.Call call) {
      Optional<HttpRequest> request = HttpRequest.of(assignments, call);
      request.ifPresent(r -> request(r, around));
      if (request.isEmpty()) {
        helper(program, call).ifPresent(h -> helper(call, h, around));
        waiter(call).ifPresent(w -> refuse(call, w + " would hold up all other requests"));
      }
    } else if (node instanceof Expression.Name name && name.context() == Context.LOAD) {
      if (assignments.isResponse(name)) {
        response(name, around);
      }
    } else if (node instanceof Statement.Try attempt && sends(assignments, attempt)) {
      handlers(attempt);
    }
  }

  /** What waits for the network by itself, without requests. */
  private Optional<String> waiter(Expression.Call call) {
    return program.targets(call).stream()
        .filter(CallTarget.Known.class::isInstance)
        .map(t -> ((CallTarget.Known) t).callee())
        .filter(c -> c.blocking() == Blocking.NETWORK && !c.name().startsWith("requests."))
        .map(Callee::name)
        .findFirst();
  }

  private void request(HttpRequest request, Surroundings around) {
    requests.add(request);
    Expression.Call call = request.call();
    if (!READING.contains(request.method())) {
      refuse(call, request.method().toUpperCase() + " changes the server: its order matters");
    }
    if (request.url().isEmpty()) {
      refuse(call, "the address of the request cannot be seen");
    }
    request.options().forEach((name, value) -> option(call, name, value));
    Optional<Node> parent = around.parent(call);
    boolean assigned =
        parent.isPresent()
            && (parent.get() instanceof Statement.Assign a
                    && a.targets().size() == 1
                    && a.targets().get(0) instanceof Expression.Name
                || parent.get() instanceof Statement.AnnAssign n
                    && n.target() instanceof Expression.Name
                || parent.get() instanceof dev.parallelize.syntax.WithItem);
    if (!assigned) {
      response(call, around);
    }
    if (!around.mayAwait(call)) {
      refuse(call, "a request in a lambda, nested function or generator cannot be awaited");
    }
  }

  private void option(Expression.Call call, String name, Expression value) {
    if (!OPTIONS.contains(name)) {
      refuse(call, "the argument " + name + " of requests has no equal in aiohttp");
    } else if (name.equals("auth") && !isPair(value)) {
      refuse(call, "only a pair of user and password is understood as auth");
    } else if (name.equals("verify") && !isTruth(value)) {
      refuse(call, "only True or False is understood as verify");
    } else if (name.equals("timeout") && !isTimeout(value)) {
      refuse(call, "the timeout is neither a number nor a pair of numbers for certain");
    } else if (name.equals("cookies") && !isPlainCookies(value)) {
      refuse(call, "aiohttp quotes cookies that are not plain words");
    } else if (name.equals("headers") && hasUnsent(value)) {
      refuse(call, "requests and aiohttp differ about headers that are no text");
    }
  }

  private static boolean isPair(Expression value) {
    return value instanceof Expression.TupleDisplay t && t.elements().size() == 2;
  }

  private static boolean isTruth(Expression value) {
    return value instanceof Expression.Constant c
        && (c.value() == Literal.Singleton.TRUE || c.value() == Literal.Singleton.FALSE);
  }

  private boolean isTimeout(Expression value) {
    Expression known =
        value instanceof Expression.Name n ? assignments.only(n).orElse(value) : value;
    return isPair(known)
        || isSeconds(known)
        || known instanceof Expression.Name n && isSecondsParameter(n);
  }

  private boolean isSeconds(Expression value) {
    return Set.of("int", "float", "None").contains(program.type(value).name());
  }

  /** A parameter for which its default and every call in the file give a number of seconds. */
  private boolean isSecondsParameter(Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    if (owner.isEmpty() || !(owner.get().node() instanceof Statement.FunctionDef function)) {
      return false;
    }
    for (Argument argument : function.arguments().all()) {
      if (argument.name().equals(name.id())) {
        List<Expression> passed = CallSites.argumentsFor(program, owner.get(), function, argument);
        boolean known = !passed.isEmpty() && passed.stream().allMatch(this::isSeconds);
        boolean byDefault =
            function.arguments().defaultOf(argument).filter(this::isSeconds).isPresent()
                && !isPassed(function, argument);
        return known || byDefault || isNumberAnnotation(argument);
      }
    }
    return false;
  }

  private static boolean isNumberAnnotation(Argument argument) {
    return argument
        .annotation()
        .filter(a -> a instanceof Expression.Name n && Set.of("int", "float").contains(n.id()))
        .isPresent();
  }

  private boolean isPassed(Statement.FunctionDef function, Argument argument) {
    int position = function.arguments().positional().indexOf(argument);
    boolean[] found = {false};
    Walk.each(
        program.tree().module(),
        n -> {
          boolean calls =
              n instanceof Expression.Call c
                  && (c.function() instanceof Expression.Name x && x.id().equals(function.name())
                      || c.function() instanceof Expression.Attribute a
                          && a.attribute().equals(function.name()));
          if (calls) {
            Expression.Call call = (Expression.Call) n;
            boolean named =
                call.keywords().stream()
                    .anyMatch(k -> k.name().filter(x -> !x.equals(argument.name())).isEmpty());
            found[0] |= named || (position >= 0 && call.arguments().size() > position);
          }
        });
    return found[0];
  }

  private boolean hasUnsent(Expression value) {
    Expression known =
        value instanceof Expression.Name n ? assignments.only(n).orElse(value) : value;
    return known instanceof Expression.DictDisplay d
        && d.values().stream()
            .anyMatch(
                v ->
                    Set.of("None", "bytes", "int", "float", "bool")
                        .contains(program.type(v).name()));
  }

  private static boolean isPlainCookies(Expression value) {
    return value instanceof Expression.DictDisplay d
        && d.values().stream()
            .allMatch(
                v ->
                    v instanceof Expression.Constant c
                        && c.value() instanceof Literal.Text t
                        && t.value().matches("[A-Za-z0-9._-]+"));
  }

  private void response(Expression response, Surroundings around) {
    Optional<Node> parent = around.parent(response);
    if (response instanceof Expression.Name name && assignments.isMixed(name)) {
      refuse(response, name.id() + " holds a response at times and something else at others");
      return;
    }
    if (!(parent.orElse(null) instanceof Expression.Attribute attribute)) {
      refuse(response, "the response itself is handed on, and aiohttp's is another object");
      return;
    }
    Optional<ResponseMember> member = ResponseMember.of(attribute.attribute());
    if (member.isEmpty() || attribute.context() != Context.LOAD) {
      refuse(response, "Response." + attribute.attribute() + " has no equal in aiohttp");
      return;
    }
    Optional<Node> user = around.parent(attribute);
    boolean calledPlainly =
        user.orElse(null) instanceof Expression.Call c
            && c.function() == attribute
            && c.arguments().isEmpty()
            && c.keywords().isEmpty();
    if (member.get().called() != calledPlainly) {
      refuse(response, "Response." + attribute.attribute() + " is used in an unusual way");
    }
    boolean looksUp =
        user.orElse(null) instanceof Expression.Subscript
            || (user.orElse(null) instanceof Expression.Attribute a && a.attribute().equals("get"));
    if (member.get() == ResponseMember.HEADERS && !looksUp) {
      refuse(response, "the headers are handed on as a whole");
    } else if (member.get() == ResponseMember.HEADERS && !isSentOnce(user.orElseThrow(), around)) {
      refuse(response, "a header that comes several times is joined by requests, not by aiohttp");
    }
    if (member.get().awaits() && !around.mayAwait(response)) {
      refuse(response, "the body is read where it cannot be awaited");
    }
  }

  private static boolean isSentOnce(Node user, Surroundings around) {
    Expression name = null;
    if (user instanceof Expression.Subscript s) {
      name = s.slice();
    } else if (around.parent(user).orElse(null) instanceof Expression.Call c
        && !c.arguments().isEmpty()) {
      name = c.arguments().get(0);
    }
    return name instanceof Expression.Constant c
        && c.value() instanceof Literal.Text t
        && SENT_ONCE.contains(t.value().toLowerCase(Locale.ROOT));
  }

  private void helper(Expression.Call call, Statement.FunctionDef helper, Surroundings around) {
    if (!Coroutines.canHaveTwin(program, call, helper)) {
      refuse(
          call,
          helper.name()
              + " sends requests, and is not a plain function of the module that is known");
    } else if (!around.mayAwait(call)) {
      refuse(call, helper.name() + " is called where it cannot be awaited");
    } else if (helpers.add(helper)) {
      problem(helper.body());
    }
  }

  private void handlers(Statement.Try attempt) {
    boolean timeoutSeen = false;
    for (ExceptHandler handler : attempt.handlers()) {
      if (handler.type().isEmpty()) {
        refuse(handler, "a bare except would also catch the cancelling of a task");
        return;
      }
      List<Expression> types =
          handler.type().get() instanceof Expression.TupleDisplay t
              ? t.elements()
              : List.of(handler.type().get());
      for (Expression type : types) {
        String name = qualifiedName(type);
        boolean ofRequests = name.startsWith("requests.");
        Optional<ExceptionTwin> twin = ExceptionTwin.of(name);
        timeoutSeen |= twin.filter(x -> x == ExceptionTwin.TIMEOUT).isPresent();
        boolean inexact =
            twin.filter(x -> x == ExceptionTwin.CONNECTION_ERROR).isPresent() && !timeoutSeen;
        boolean scheme = name.equals("builtins.ValueError") && !hasCertainAddresses(attempt.body());
        if (scheme) {
          refuse(type, "requests raises ValueError for a bad address, aiohttp does not always");
        }
        if (TOO_BROAD.contains(name) || (ofRequests && twin.isEmpty()) || inexact) {
          refuse(type, name + " does not tell the same failures apart in aiohttp");
        }
      }
      if (shows(handler)) {
        refuse(handler, "the handler shows the exception, whose text is another in aiohttp");
      }
    }
  }

  private boolean hasCertainAddresses(List<Statement> body) {
    Addresses addresses = new Addresses(assignments);
    boolean[] certain = {true};
    for (Statement statement : body) {
      Walk.each(
          statement,
          n -> {
            if (n instanceof Expression.Call c) {
              HttpRequest.of(assignments, c)
                  .flatMap(HttpRequest::url)
                  .ifPresent(u -> certain[0] &= addresses.isHttp(u));
            }
          });
    }
    return certain[0];
  }

  /** True when the handler's code looks at the exception. */
  static boolean shows(ExceptHandler handler) {
    boolean[] shown = {false};
    handler
        .body()
        .forEach(
            s ->
                Walk.each(
                    s,
                    n ->
                        shown[0] |=
                            n instanceof Expression.Attribute a && SHOWING.contains(a.attribute())
                                || n instanceof Expression.Name x && SHOWING.contains(x.id())
                                || n instanceof Keyword k
                                    && k.name().filter(SHOWING::contains).isPresent()));
    return shown[0] || (handler.name().isPresent() && uses(handler));
  }

  private static boolean uses(ExceptHandler handler) {
    boolean[] used = {false};
    handler
        .body()
        .forEach(
            s ->
                Walk.each(
                    s,
                    n ->
                        used[0] |=
                            n instanceof Expression.Name x
                                && x.id().equals(handler.name().orElseThrow())));
    return used[0];
  }

  /** The library name of a class, or the text it would have, empty when it is one of the file. */
  String qualifiedName(Expression type) {
    return program.value(type).roots().stream()
        .filter(Root.LibraryObject.class::isInstance)
        .map(r -> ((Root.LibraryObject) r).name())
        .findFirst()
        .orElse("");
  }

  private void refuse(Node at, String why) {
    problems.add("line " + program.line(at) + ": " + why);
  }
}

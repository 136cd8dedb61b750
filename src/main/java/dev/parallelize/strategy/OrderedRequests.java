package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.library.Blocking;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why requests that look independent must still go out one after the other: a pause between them keeps
 * to a rate that the server allows, or cookies that one answer sets go with the next request.
 */
final class OrderedRequests {
  private static final Set<String> SESSIONS =
      Set.of("requests.Session", "httpx.Client", "httpx.AsyncClient", "aiohttp.ClientSession");

  private static final Set<String> SLEEPS = Set.of("time.sleep", "asyncio.sleep");

  private OrderedRequests() {}

  static Optional<String> objection(Judgement judgement) {
    Program program = judgement.program();
    Candidate candidate = judgement.candidate();
    boolean network =
        program.facts(candidate.frame(), candidate.span()).stream()
            .anyMatch(l -> l.fact() instanceof Fact.Blocks b && b.kind() == Blocking.NETWORK);
    if (!network) {
      return Optional.empty();
    }
    return pause(program, List.of(candidate.node()), new LinkedHashSet<>())
        .or(() -> cookies(program, candidate.node()));
  }

  private static Optional<String> pause(
      Program program, List<? extends Node> code, Set<Scope> seen) {
    List<Expression.Call> calls = new ArrayList<>();
    code.forEach(c -> Walk.each(c, n -> add(n, calls)));
    for (Expression.Call call : calls) {
      if (sleeps(program, call)) {
        return Optional.of(
            "line "
                + program.line(call)
                + " pauses between the requests: sent together, they would come faster than it"
                + " allows");
      }
    }
    for (Expression.Call call : calls) {
      for (CallTarget target : program.targets(call)) {
        if (target instanceof CallTarget.ProgramFunction f
            && f.scope().node() instanceof Statement.FunctionDef function
            && seen.add(f.scope())) {
          Optional<String> inside = pauseOfEachCall(program, function, f.scope(), seen);
          if (inside.isPresent()) {
            return inside;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A pause that each call makes; in a function that fetches, one in a loop waits before a retry. */
  private static Optional<String> pauseOfEachCall(
      Program program, Statement.FunctionDef function, Scope scope, Set<Scope> seen) {
    boolean fetches =
        program.summary(scope).facts().keySet().stream()
            .anyMatch(f -> f instanceof Fact.Blocks b && b.kind() == Blocking.NETWORK);
    List<Statement> always =
        function.body().stream()
            .filter(
                s ->
                    !fetches
                        || s instanceof Statement.ExpressionStatement
                        || s instanceof Statement.Assign
                        || s instanceof Statement.Return
                        || s instanceof Statement.With)
            .toList();
    return pause(program, always, seen);
  }

  private static void add(Node node, List<Expression.Call> calls) {
    if (node instanceof Expression.Call call) {
      calls.add(call);
    }
  }

  static boolean sleeps(Program program, Expression.Call call) {
    return program.targets(call).stream()
        .anyMatch(t -> t instanceof CallTarget.Known k && SLEEPS.contains(k.callee().name()));
  }

  private static Optional<String> cookies(Program program, Node code) {
    String text = program.tree().source().text().toLowerCase(Locale.ROOT);
    if (!text.contains("cookie")) {
      return Optional.empty();
    }
    List<Expression.Call> calls = new ArrayList<>();
    Walk.each(code, n -> add(n, calls));
    boolean session =
        calls.stream()
            .anyMatch(
                c ->
                    c.function() instanceof Expression.Attribute a
                            && SESSIONS.contains(program.type(a.value()).name())
                        || usesSession(program, c));
    return session
        ? Optional.of("the session keeps cookies, so an answer may change the requests after it")
        : Optional.empty();
  }

  private static boolean usesSession(Program program, Expression.Call call) {
    boolean[] found = {false};
    for (CallTarget target : program.targets(call)) {
      if (target instanceof CallTarget.ProgramFunction f
          && f.scope().node() instanceof Statement.FunctionDef function) {
        Walk.each(
            function,
            n ->
                found[0] |=
                    n instanceof Expression.Attribute a
                        && SESSIONS.contains(program.type(a.value()).name()));
      }
    }
    return found[0];
  }
}

package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests sent one after the other become requests in flight together, with aiohttp.
 *
 * <h2>What it does</h2>
 *
 * One coroutine sends a request and reads the answer; another starts one task an item on one client
 * session, a bounded number at a time, and awaits them in the order of the items. The first failure in
 * that order is raised and the other tasks are cancelled.
 *
 * <h2>When it is safe</h2>
 *
 * Each request reads (GET, HEAD, OPTIONS), depends on its own item alone, and every use of the response
 * has an equal in aiohttp.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import requests
 *
 *
 * def fetch_pages(urls):
 *     pages = []
 *     for url in urls:
 *         response = requests.get(url, timeout=10)
 *         response.raise_for_status()
 *         pages.append(response.json())
 *     return pages
 * }</pre>
 *
 * <h2>Becomes</h2>
 *
 * <pre>{@code
 * import asyncio
 * import json
 *
 * import aiohttp
 *
 *
 * def undeclared_charset(response, body):
 *     """The character set that requests assumes where an answer names none."""
 *     return "iso-8859-1" if "text" in response.content_type else "utf-8"
 *
 *
 * async def fetch_page(session, semaphore, url):
 *     async with semaphore, session.get(url) as response:
 *         response.raise_for_status()
 *         return json.loads(await response.text(errors="replace"))
 *
 *
 * async def fetch_all_pages(urls):
 *     semaphore = asyncio.Semaphore(32)
 *     timeout = aiohttp.ClientTimeout(sock_connect=10, sock_read=10)
 *     async with aiohttp.ClientSession(
 *         cookie_jar=aiohttp.DummyCookieJar(),
 *         fallback_charset_resolver=undeclared_charset,
 *         timeout=timeout,
 *         trust_env=True,
 *     ) as session:
 *         tasks = [
 *             asyncio.create_task(fetch_page(session, semaphore, url)) for url in urls
 *         ]
 *         try:
 *             return [await task for task in tasks]
 *         finally:
 *             for task in tasks:
 *                 task.cancel()
 *             await asyncio.gather(*tasks, return_exceptions=True)
 *
 *
 * def fetch_pages(urls):
 *     pages = asyncio.run(fetch_all_pages(urls))
 *     return pages
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * Uncaught failures are exceptions of aiohttp. Requests that write, responses handed on as objects,
 * streaming and handlers that show the exception are refused; a thread pool keeps requests as it is.
 */
public final class AsyncioAiohttp implements Strategy {
  /** Hazards of the loop as a whole that the shapes of a fetching loop have their own proof against. */
  private static final Set<String> SEEN_TO =
      Set.of(
          "loop-carried-dependence",
          "order-sensitive-output",
          "early-exit",
          "shared-state-mutation",
          "argument-mutation",
          "exception-semantics",
          "live-out-variable");

  @Override
  public String id() {
    return "asyncio-aiohttp";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return decide(judgement, options);
  }

  static Decision decide(Judgement judgement, Options options) {
    Program program = judgement.program();
    Candidate candidate = judgement.candidate();
    Optional<Hazard> hazard =
        judgement.hazards().stream()
            .filter(h -> h.severity() == Hazard.Severity.BLOCKING)
            .filter(h -> !SEEN_TO.contains(h.kind()))
            .findFirst();
    if (hazard.isPresent()) {
      return new Decision.DoesNotApply(hazard.get().message());
    }
    if (judgement.occasion().objection().isPresent()) {
      return new Decision.DoesNotApply(judgement.occasion().objection().get());
    }
    Assignments assignments = new Assignments(program);
    Optional<Iterations> iterations = Iterations.of(program, candidate);
    if (iterations.isEmpty() || !RequestsCheck.sends(assignments, candidate.node())) {
      return new Decision.DoesNotApply(
          "no loop or comprehension that sends requests of `requests`");
    }
    RequestsCheck check = new RequestsCheck(assignments);
    Optional<String> problem =
        OrderedRequests.objection(judgement)
            .or(() -> check.problem(List.of(candidate.node())))
            .or(() -> obstacle(program, candidate, check));
    if (problem.isPresent()) {
      return new Decision.DoesNotApply(problem.get());
    }
    FetchShapes shapes = new FetchShapes(assignments, candidate, iterations.get());
    Optional<FetchPlan.Shape> shape = shapes.gathered().map(g -> g);
    shape = shape.or(() -> shapes.streamed().map(s -> s));
    if (shape.isEmpty()) {
      return new Decision.DoesNotApply(
          "the request depends on earlier iterations, is not made in each of them, or stands in code"
              + " that cannot become a coroutine");
    }
    FetchPlan plan =
        new FetchPlan(shape.get(), check.helpers(), check.requests(), Optional.empty());
    return new Decision.Applies(
        "each iteration waits for its own request", plan, List.of("aiohttp"), caveats());
  }

  private static List<String> caveats() {
    return List.of(
        "a request that fails raises an exception of aiohttp, not of requests",
        "the user agent sent is that of aiohttp",
        "an address that another file passes in is escaped as aiohttp does, unless it is plain");
  }

  private static Optional<String> obstacle(
      Program program, Candidate candidate, RequestsCheck check) {
    if (check.requests().stream().anyMatch(r -> r.session().isPresent())) {
      return Optional.of("the requests share a requests.Session");
    }
    Callers callers = new Callers(program);
    Scope frame = candidate.frame();
    boolean awaited = frame.node() instanceof Statement.FunctionDef f && f.isAsync();
    Optional<Statement.FunctionDef> coroutine = callers.coroutine(frame);
    if (coroutine.isPresent() && !awaited) {
      return Optional.of(
          "the coroutine "
              + coroutine.get().name()
              + " calls this function, and an event loop cannot be started while another runs");
    }
    return caughtOutside(program, candidate, check, callers);
  }

  private static Optional<String> caughtOutside(
      Program program, Candidate candidate, RequestsCheck check, Callers callers) {
    Node loop = candidate.node();
    for (Statement.Try attempt : callers.guarding(candidate.frame(), loop)) {
      for (ExceptHandler handler : attempt.handlers()) {
        for (Expression type : types(handler)) {
          String name = check.qualifiedName(type);
          if (name.startsWith("requests.") || name.equals("builtins.OSError")) {
            return Optional.of(
                "line "
                    + program.line(handler)
                    + " catches "
                    + name
                    + ", which aiohttp never raises");
          }
        }
        if (RequestsCheck.shows(handler)) {
          return Optional.of(
              "line "
                  + program.line(handler)
                  + " shows what it catches, and aiohttp raises other exceptions");
        }
      }
    }
    return Optional.empty();
  }

  private static List<Expression> types(ExceptHandler handler) {
    List<Expression> types = new ArrayList<>();
    handler
        .type()
        .ifPresent(
            t -> {
              if (t instanceof Expression.TupleDisplay tuple) {
                types.addAll(tuple.elements());
              } else {
                types.add(t);
              }
            });
    return types;
  }
}

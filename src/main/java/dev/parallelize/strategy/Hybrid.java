package dev.parallelize.strategy;

import dev.parallelize.dependence.SentValues;
import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Summary;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests overlap in an event loop while their answers are worked on in a process pool.
 *
 * <h2>What it does</h2>
 *
 * Does what {@link AsyncioAiohttp} does, and hands each call of a costly function to a pool of processes
 * by {@code run_in_executor}. Requests in flight and processes are both bounded; results keep their order.
 *
 * <h2>When it is safe</h2>
 *
 * The requests are as {@code asyncio-aiohttp} wants them; the costly function stands at module level and
 * does nothing but compute its result from its arguments.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import requests
 *
 *
 * def longest_run(text):
 *     longest = 0
 *     for start in range(len(text)):
 *         end = start
 *         while end < len(text) and text[end] == text[start]:
 *             end += 1
 *         longest = max(longest, end - start)
 *     return longest
 *
 *
 * def longest_runs(urls):
 *     results = []
 *     for url in urls:
 *         text = requests.get(url, timeout=10).text
 *         results.append(longest_run(text))
 *     return results
 * }</pre>
 *
 * <h2>Becomes</h2>
 *
 * <pre>{@code
 * import asyncio
 * import os
 * from concurrent.futures import ProcessPoolExecutor
 *
 * import aiohttp
 *
 *
 * def longest_run(text):
 *     longest = 0
 *     for start in range(len(text)):
 *         end = start
 *         while end < len(text) and text[end] == text[start]:
 *             end += 1
 *         longest = max(longest, end - start)
 *     return longest
 *
 *
 * def undeclared_charset(response, body):
 *     """The character set that requests assumes where an answer names none."""
 *     if response.charset or "json" in response.content_type:
 *         return "utf-8"
 *     if "text" in response.content_type:
 *         return "iso-8859-1"
 *     # Imported here, since few answers leave anything to guess.
 *     from requests.compat import chardet
 *
 *     return chardet.detect(body)["encoding"] or "utf-8"
 *
 *
 * async def fetch_longest_run(session, semaphore, pool, url):
 *     async with semaphore, session.get(url) as response:
 *         text = await response.text(errors="replace")
 *     return await asyncio.get_running_loop().run_in_executor(pool, longest_run, text)
 *
 *
 * async def fetch_longest_runs(urls):
 *     with ProcessPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
 *         semaphore = asyncio.Semaphore(32)
 *         timeout = aiohttp.ClientTimeout(sock_connect=10, sock_read=10)
 *         async with aiohttp.ClientSession(
 *             cookie_jar=aiohttp.DummyCookieJar(),
 *             fallback_charset_resolver=undeclared_charset,
 *             timeout=timeout,
 *             trust_env=True,
 *         ) as session:
 *             tasks = [
 *                 asyncio.create_task(fetch_longest_run(session, semaphore, pool, url))
 *                 for url in urls
 *             ]
 *             try:
 *                 return [await task for task in tasks]
 *             finally:
 *                 for task in tasks:
 *                     task.cancel()
 *                 await asyncio.gather(*tasks, return_exceptions=True)
 *
 *
 * def longest_runs(urls):
 *     results = asyncio.run(fetch_longest_runs(urls))
 *     return results
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * Only loops that collect their results; what travels to a process is pickled.
 */
public final class Hybrid implements Strategy {
  private static final double WORTH_A_TASK_MICROS = 1_000;

  @Override
  public String id() {
    return "hybrid";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Decision fetching = AsyncioAiohttp.decide(judgement, options);
    if (!(fetching instanceof Decision.Applies applies)) {
      return fetching;
    }
    Scope frame = judgement.planned().candidate().frame();
    FetchPlan plan = (FetchPlan) applies.plan();
    if (!(plan.shape() instanceof FetchPlan.Gathered gathered)) {
      return new Decision.DoesNotApply("the loop does more than collect what it computes");
    }
    List<Expression.Call> computing = computing(judgement.program(), gathered);
    if (computing.isEmpty()) {
      return new Decision.DoesNotApply(
          "no call of a costly function of the module without effects stands beside the requests");
    }
    Optional<Expression.Call> stuck =
        computing.stream()
            .filter(c -> !SentValues.travels(judgement.program(), frame, c))
            .findFirst();
    if (stuck.isPresent()) {
      String call = judgement.program().tree().source().text(stuck.get().span());
      return new Decision.DoesNotApply(
          "what `" + call + "` gives cannot be sent to another process");
    }
    List<String> caveats = new ArrayList<>(applies.caveats());
    caveats.add("arguments and results of the computation travel by pickle");
    return new Decision.Applies(
        "each iteration waits for a request and then computes",
        new HybridPlan(plan, computing),
        applies.requires(),
        caveats);
  }

  private static List<Expression.Call> computing(Program program, FetchPlan.Gathered gathered) {
    List<Node> code = new ArrayList<>(gathered.fetch());
    gathered.key().ifPresent(code::add);
    code.add(gathered.value());
    Surroundings around = new Surroundings(code);
    CostModel costs = new CostModel(program);
    List<Expression.Call> found = new ArrayList<>();
    for (Node node : code) {
      Walk.where(
          node,
          n -> {
            boolean goes =
                n instanceof Expression.Call call
                    && computes(program, call, costs)
                    && around.mayAwait(call);
            if (goes) {
              found.add((Expression.Call) n);
            }
            return !goes;
          });
    }
    return found;
  }

  private static boolean computes(Program program, Expression.Call call, CostModel costs) {
    boolean plain =
        call.function() instanceof Expression.Name
            && call.keywords().isEmpty()
            && call.arguments().stream().noneMatch(a -> a instanceof Expression.Starred);
    List<CallTarget> targets = program.targets(call);
    if (!plain
        || targets.size() != 1
        || !(targets.get(0) instanceof CallTarget.ProgramFunction function)) {
      return false;
    }
    Scope scope = function.scope();
    return isImportable(scope)
        && isPure(program, scope)
        && costs.function(scope).cpuMicros() >= WORTH_A_TASK_MICROS;
  }

  /** True for a function that another process finds by its name. */
  private static boolean isImportable(Scope scope) {
    Optional<Scope> module = scope.parent().filter(p -> p.kind() == Scope.Kind.MODULE);
    return scope.node() instanceof Statement.FunctionDef f
        && module.isPresent()
        && module.get().bindings(f.name()).size() == 1
        && f.decorators().isEmpty()
        && !f.isAsync();
  }

  private static boolean isPure(Program program, Scope scope) {
    Summary summary = program.summary(scope);
    return !summary.generator()
        && summary.facts().keySet().stream().allMatch(f -> isPure(program, f));
  }

  private static boolean isPure(Program program, Fact fact) {
    if (fact instanceof Fact.Does does) {
      return Set.of(Effect.READS_FILES, Effect.READS_ENVIRONMENT).contains(does.effect());
    } else if (fact instanceof Fact.ReadsName reads && reads.owner().kind() == Scope.Kind.MODULE) {
      return program.rebinders(reads.name()).isEmpty()
          && reads.owner().bindings(reads.name()).size() <= 1;
    } else if (fact instanceof Fact.Raises raises) {
      return program.programClass(raises.exception()).isEmpty();
    }
    boolean changes = fact instanceof Fact.Mutates m && !(m.root() instanceof Root.Site);
    return !changes
        && !(fact instanceof Fact.BindsName)
        && !(fact instanceof Fact.CallsUnknown)
        && !(fact instanceof Fact.CallsParameter)
        && !(fact instanceof Fact.ComparesIdentity);
  }
}

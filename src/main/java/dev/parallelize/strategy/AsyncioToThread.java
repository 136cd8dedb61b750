package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Blocking calls in a coroutine wait in threads, side by side, while the event loop goes on.
 *
 * <h2>What it does</h2>
 *
 * Starts one task an item; each runs the blocking part in a thread ({@code asyncio.to_thread}, Python
 * 3.9). Results are awaited in the order of the items; after the first failure in that order no other
 * item starts.
 *
 * <h2>When it is safe</h2>
 *
 * The blocking part reads only, depends on its own item alone, and uses no object that threads must not
 * share.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import urllib.request
 *
 *
 * def load(url):
 *     with urllib.request.urlopen(url, timeout=10) as response:
 *         return response.read()
 *
 *
 * async def load_pages(urls):
 *     pages = []
 *     for url in urls:
 *         pages.append(load(url))
 *     return pages
 * }</pre>
 *
 * <h2>Becomes</h2>
 *
 * <pre>{@code
 * import asyncio
 * import urllib.request
 *
 *
 * def load(url):
 *     with urllib.request.urlopen(url, timeout=10) as response:
 *         return response.read()
 *
 *
 * async def load_pages(urls):
 *     semaphore = asyncio.Semaphore(16)
 *
 *     async def load_one(url):
 *         async with semaphore:
 *             return await asyncio.to_thread(load, url)
 *
 *     tasks = [asyncio.create_task(load_one(url)) for url in urls]
 *     try:
 *         pages = [await task for task in tasks]
 *     finally:
 *         for task in tasks:
 *             task.cancel()
 *         await asyncio.gather(*tasks, return_exceptions=True)
 *     return pages
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * A thread cannot be stopped: after a failure the calls that already run go on to their end. The default
 * executor has at most 32 threads, fewer on small machines.
 */
public final class AsyncioToThread implements Strategy {
  @Override
  public String id() {
    return "asyncio-to-thread";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    if (judgement.verdict() == Verdict.SEQUENTIAL) {
      return new Decision.DoesNotApply("its iterations depend on each other");
    }
    TaskParts parts = TaskParts.of(judgement);
    if (parts.await()) {
      return new Decision.DoesNotApply("its costly part awaits by itself, so it blocks nothing");
    }
    Optional<String> objection = parts.objection().or(() -> SharedObjects.objection(judgement));
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    return new Decision.Applies(
        "each iteration blocks the event loop while it waits",
        new TaskPlan(TaskPlan.Turn.THREAD),
        List.of(),
        List.of("a call that runs in a thread goes on to its end when its task is cancelled"));
  }
}

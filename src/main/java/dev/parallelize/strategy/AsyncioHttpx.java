package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * Requests of httpx sent one after the other become requests in flight together, on its asynchronous
 * client.
 *
 * <h2>What it does</h2>
 *
 * The function becomes a coroutine behind one of the old name; {@code httpx.Client} becomes {@code
 * httpx.AsyncClient}, with one task an item, a bounded number at a time. Answers are awaited in the order
 * of the items; the first failure in that order is raised and the other tasks are cancelled.
 *
 * <h2>When it is safe</h2>
 *
 * Each request reads (GET, HEAD, OPTIONS) and depends on its own item alone. Answers, timeouts and
 * exceptions are those of httpx before and after. Calls of {@code httpx.get} share connections, not
 * cookies.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import httpx
 *
 *
 * def load_names(numbers):
 *     names = []
 *     with httpx.Client(base_url="https://example.org", timeout=10) as client:
 *         for number in numbers:
 *             response = client.get(f"/users/{number}")
 *             response.raise_for_status()
 *             names.append(response.json()["name"])
 *     return names
 * }</pre>
 *
 * <h2>Becomes</h2>
 *
 * <pre>{@code
 * import asyncio
 *
 * import httpx
 *
 *
 * def load_names(numbers):
 *     return asyncio.run(load_names_async(numbers))
 *
 *
 * async def load_names_async(numbers):
 *     names = []
 *     async with httpx.AsyncClient(base_url="https://example.org", timeout=10) as client:
 *         semaphore = asyncio.Semaphore(32)
 *
 *         async def load_response(number):
 *             async with semaphore:
 *                 response = await client.get(f"/users/{number}")
 *                 response.raise_for_status()
 *                 return response
 *
 *         tasks = [asyncio.create_task(load_response(number)) for number in numbers]
 *         try:
 *             for task in tasks:
 *                 response = await task
 *                 names.append(response.json()["name"])
 *         finally:
 *             for task in tasks:
 *                 task.cancel()
 *             await asyncio.gather(*tasks, return_exceptions=True)
 *     return names
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * A client that an object or another function keeps stays as it is: httpx lets threads share it. So do
 * requests that follow redirects on a client of their own, since cookies may be set on the way.
 */
public final class AsyncioHttpx implements Strategy {
  @Override
  public String id() {
    return "asyncio-httpx";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return TwinCheck.decide(
        judgement,
        TwinClient.HTTPX,
        List.of(
            "up to 32 requests are in flight at a time: the server must bear that",
            "the message of an httpx.ConnectError is another one; its class is the same"));
  }
}

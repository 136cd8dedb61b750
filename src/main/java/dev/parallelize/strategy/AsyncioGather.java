package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Awaits one after the other become tasks that wait together.
 *
 * <h2>What it does</h2>
 *
 * Starts one task an item on the running event loop, a bounded number at a time, and awaits them in the
 * order of the items where the program awaited. The first failure in that order is raised; then the
 * other tasks are cancelled and waited for.
 *
 * <h2>When it is safe</h2>
 *
 * What is awaited reads only, depends on its own item alone, and no pause between the items keeps to a
 * rate.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import httpx
 *
 *
 * async def load_user(client: httpx.AsyncClient, number):
 *     response = await client.get(f"/users/{number}")
 *     return response.json()
 *
 *
 * async def load_users(client: httpx.AsyncClient, numbers):
 *     users = []
 *     for number in numbers:
 *         users.append(await load_user(client, number))
 *     return users
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
 * async def load_user(client: httpx.AsyncClient, number):
 *     response = await client.get(f"/users/{number}")
 *     return response.json()
 *
 *
 * async def load_users(client: httpx.AsyncClient, numbers):
 *     semaphore = asyncio.Semaphore(32)
 *
 *     async def load_user_one(number):
 *         async with semaphore:
 *             return await load_user(client, number)
 *
 *     tasks = [asyncio.create_task(load_user_one(number)) for number in numbers]
 *     try:
 *         users = [await task for task in tasks]
 *     finally:
 *         for task in tasks:
 *             task.cancel()
 *         await asyncio.gather(*tasks, return_exceptions=True)
 *     return users
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * A {@code TaskGroup} is not used: it raises an {@code ExceptionGroup}, and that of the failure that came
 * first in time. Loops of {@code async for} stay as they are.
 */
public final class AsyncioGather implements Strategy {
  @Override
  public String id() {
    return "asyncio-gather";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    if (judgement.verdict() == Verdict.SEQUENTIAL) {
      return new Decision.DoesNotApply("its iterations depend on each other");
    }
    TaskParts parts = TaskParts.of(judgement);
    Optional<String> objection = parts.objection();
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    if (!parts.await()) {
      return new Decision.DoesNotApply("its costly part awaits nothing");
    }
    return new Decision.Applies(
        "each iteration awaits something of its own",
        new TaskPlan(TaskPlan.Turn.AWAIT),
        List.of(),
        List.of("up to 32 items wait at a time: what they wait for must bear that"));
  }
}

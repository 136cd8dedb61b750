package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;
import java.util.List;

/**
 * Queries sent one after the other become queries in flight together, on an asynchronous client with a
 * pool of connections.
 *
 * <h2>What it does</h2>
 *
 * The function becomes a coroutine behind one of the old name; {@code redis.Redis} becomes {@code
 * redis.asyncio.Redis}, with one task an item, a bounded number at a time, each on a connection of the
 * client's pool. The pool is closed where the program used the client last.
 *
 * <h2>When it is safe</h2>
 *
 * Each item only reads, and no transaction, pipeline or subscription spans items.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * import redis
 *
 *
 * def load_profiles(host, numbers):
 *     client = redis.Redis(host=host, decode_responses=True)
 *     profiles = []
 *     for number in numbers:
 *         profiles.append(client.hgetall(f"user:{number}"))
 *     client.close()
 *     return profiles
 * }</pre>
 *
 * <h2>Becomes</h2>
 *
 * <pre>{@code
 * import asyncio
 *
 * import redis
 *
 *
 * def load_profiles(host, numbers):
 *     return asyncio.run(load_profiles_async(host, numbers))
 *
 *
 * async def load_profiles_async(host, numbers):
 *     async with redis.asyncio.Redis(host=host, decode_responses=True) as client:
 *         semaphore = asyncio.Semaphore(32)
 *
 *         async def hgetall_one(number):
 *             async with semaphore:
 *                 return await client.hgetall(f"user:{number}")
 *
 *         tasks = [asyncio.create_task(hgetall_one(number)) for number in numbers]
 *         try:
 *             profiles = [await task for task in tasks]
 *         finally:
 *             for task in tasks:
 *                 task.cancel()
 *             await asyncio.gather(*tasks, return_exceptions=True)
 *     return profiles
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * A client that an object or another function keeps stays as it is: threads may share it. Where the
 * server has one command for many keys ({@code MGET}, {@code WHERE … IN}), one query beats many: for SQL
 * the strategy says so instead of making tasks, and queries that must stay apart go to {@code
 * thread-pool}: those of SQLite each on a connection of its own, those of a server on one for each thread.
 */
public final class AsyncDbPool implements Strategy {
  @Override
  public String id() {
    return "async-db-pool";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Decision decision =
        TwinCheck.decide(
            judgement,
            TwinClient.REDIS,
            List.of(
                "up to 32 queries are in flight at a time, each on a connection of its own",
                "one command for many keys, as MGET, is faster still where it says the same"));
    return decision instanceof Decision.DoesNotApply
        ? SqlAdvice.of(judgement).<Decision>map(Decision.DoesNotApply::new).orElse(decision)
        : decision;
  }
}

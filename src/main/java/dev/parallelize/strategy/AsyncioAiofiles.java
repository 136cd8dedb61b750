package dev.parallelize.strategy;

import dev.parallelize.dependence.Awaits;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Files opened one after the other are read and written by tasks, with aiofiles.
 *
 * <h2>What it does</h2>
 *
 * The function becomes a coroutine behind one of the old name; each item's task opens its file with
 * {@code aiofiles.open}, which hands every call to a thread. Mode, encoding, newline and errors are passed
 * on as they are, a bounded number of files is open at a time, and results come in the order of the items.
 *
 * <h2>When it is safe</h2>
 *
 * Each item opens files of its own in a {@code with} block, and only reads, writes or iterates over them.
 *
 * <h2>Example</h2>
 *
 * <pre>{@code
 * def load_texts(paths):
 *     texts = []
 *     for path in paths:
 *         with open(path, encoding="utf-8") as file:
 *             text = file.read()
 *         texts.append(text)
 *     return texts
 * }</pre>
 *
 * <h2>Becomes</h2>
 *
 * <pre>{@code
 * import asyncio
 *
 * import aiofiles
 *
 *
 * def load_texts(paths):
 *     return asyncio.run(load_texts_async(paths))
 *
 *
 * async def load_texts_async(paths):
 *     semaphore = asyncio.Semaphore(32)
 *
 *     async def load_text(path):
 *         async with semaphore:
 *             async with aiofiles.open(path, encoding="utf-8") as file:
 *                 return await file.read()
 *
 *     tasks = [asyncio.create_task(load_text(path)) for path in paths]
 *     try:
 *         texts = [await task for task in tasks]
 *     finally:
 *         for task in tasks:
 *             task.cancel()
 *         await asyncio.gather(*tasks, return_exceptions=True)
 *     return texts
 * }</pre>
 *
 * <h2>Limits</h2>
 *
 * Local files are served faster by a thread pool, since aiofiles uses threads itself, a call at a time; it
 * pays inside a program of coroutines.
 */
public final class AsyncioAiofiles implements Strategy {
  @Override
  public String id() {
    return "asyncio-aiofiles";
  }

  @Override
  public Decision decide(Judgement original, Environment environment, Options options) {
    if (original.verdict() == Verdict.SEQUENTIAL) {
      return new Decision.DoesNotApply("its iterations depend on each other");
    }
    Judgement judgement = original.planned();
    TaskParts parts = TaskParts.of(judgement);
    Optional<String> objection =
        judgement
            .occasion()
            .objection()
            .or(() -> place(judgement))
            .or(() -> FileUses.objection(judgement.program(), parts.parts()));
    return objection
        .<Decision>map(Decision.DoesNotApply::new)
        .orElseGet(
            () ->
                new Decision.Applies(
                    "each iteration waits for files of its own",
                    new FilePlan(new OpenedFiles(judgement.program())),
                    List.of("aiofiles"),
                    List.of(
                        "aiofiles hands each call to a thread: for files on local disks a thread"
                            + " pool is faster, and processes where the content is parsed")));
  }

  private static Optional<String> place(Judgement judgement) {
    Scope frame = judgement.candidate().frame();
    if (!(frame.node() instanceof Statement.FunctionDef function)) {
      return Optional.of("it stands outside of functions, and only a function can be a coroutine");
    }
    boolean known =
        judgement.candidate().node() instanceof Statement.For
            || judgement.candidate().node() instanceof Expression.ListComp;
    if (!known || !judgement.candidate().group().isEmpty()) {
      return Optional.of("it is neither a loop nor a comprehension");
    }
    if (Awaits.in(judgement.candidate().node())) {
      return Optional.of("it awaits by itself already");
    }
    return Coroutines.objection(judgement.program(), frame, function);
  }
}

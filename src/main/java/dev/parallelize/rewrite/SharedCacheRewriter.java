package dev.parallelize.rewrite;

import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.strategy.SharedCachePlan;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judge;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/** Puts a loop into processes that share a cache: first without the cache, then with it. */
final class SharedCacheRewriter {
  /** A rewrite to a pool takes a few steps, as a main guard first. */
  private static final int MOST_STEPS = 5;

  private SharedCacheRewriter() {}

  static RewriteResult rewrite(
      Judgement judgement, SharedCachePlan plan, Options options, PythonVersion target) {
    if (options.keepOriginal()) {
      return new RewriteResult.Impossible("keepOriginal: the loop shares its cache with nobody");
    }
    PoolPlan pool =
        new PoolPlan(PoolPlan.Workers.PROCESSES, true, true, List.of(), Optional.of(plan.cache()));
    Optional<Judgement> plain = Optional.of(plan.judgement());
    for (int step = 0; step < MOST_STEPS && plain.isPresent(); step++) {
      PythonSource source = plain.get().program().tree().source();
      RewriteResult result = PoolRewriter.rewrite(plain.get(), pool, options, target);
      if (result instanceof RewriteResult.Rewritten rewritten) {
        String text = Edits.apply(source, rewritten.rewrite().edits()).text();
        return with(judgement, text.replace(plan.computed(), plan.cached()), rewritten.rewrite());
      } else if (result instanceof RewriteResult.First first) {
        plain = again(plain.get(), Edits.apply(source, first.edits()));
      } else {
        return result;
      }
    }
    return new RewriteResult.Impossible("the loop without its cache cannot be rewritten");
  }

  private static Optional<Judgement> again(Judgement judgement, PythonSource source) {
    Program program = judgement.program();
    if (!(PythonParser.parse(source, program.tree().version())
        instanceof ParseResult.Parsed parsed)) {
      return Optional.empty();
    }
    Program changed = Analysis.analyze(parsed.tree(), program.library(), program.assumptions());
    return Judge.judge(changed).stream()
        .filter(j -> j.candidate().id().equals(judgement.candidate().id()))
        .findFirst();
  }

  /** One edit of the original text, from where the texts first differ to where they last do. */
  private static RewriteResult with(Judgement judgement, String after, Rewrite rewrite) {
    String before = judgement.program().tree().source().text();
    int least = Math.min(before.length(), after.length());
    int start = 0;
    while (start < least && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    Edit edit =
        new Edit(
            new Span(start, before.length() - end),
            after.substring(start, after.length() - end),
            "cache");
    return new RewriteResult.Rewritten(
        new Rewrite(
            List.of(edit),
            rewrite.imports(),
            rewrite.requirements(),
            rewrite.changes(),
            rewrite.warnings()));
  }
}

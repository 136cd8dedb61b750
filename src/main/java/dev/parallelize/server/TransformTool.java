package dev.parallelize.server;

import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Options.AsyncBoundary;
import dev.parallelize.strategy.Options.OnError;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.TransformAnswer;
import dev.parallelize.workflow.TransformRequest;
import dev.parallelize.workflow.Workflow;

/** {@code transform}: a program and one of its candidates in, the rewritten program out. */
public record TransformTool(Workflow workflow) implements Tool<TransformAnswer> {
  private static final int MOST_WORKERS = 100_000;

  @Override
  public String name() {
    return "transform";
  }

  @Override
  public Outcome<TransformAnswer> call(Arguments arguments, Call call) {
    arguments.allow(
        "source", "path", "targetPython", "assumptions", "candidateId", "strategy", "options");
    Programs.Given given = Programs.given(arguments, call);
    String candidateId =
        arguments.requiredText("candidateId", "Send the 'id' of a candidate that analyze found.");
    CandidateProgram named = CandidateProgram.of(given, candidateId, call);
    return workflow.transform(
        new TransformRequest(
            named.program(),
            Programs.targetPython(arguments),
            Programs.assumptions(arguments),
            named.candidateId(),
            arguments.text("strategy"),
            arguments.object("options").map(TransformTool::options).orElse(Options.DEFAULT)));
  }

  private static Options options(Arguments given) {
    given.allow(
        "maxWorkers", "chunkSize", "sequentialBelow", "onError", "asyncBoundary", "keepOriginal");
    return new Options(
        given.integer("maxWorkers", 1, MOST_WORKERS),
        given.integer("chunkSize", 1, Integer.MAX_VALUE),
        given.integer("sequentialBelow", 0, Integer.MAX_VALUE),
        given.choice("onError", OnError.class).orElse(OnError.RAISE),
        given.choice("asyncBoundary", AsyncBoundary.class).orElse(AsyncBoundary.FACADE),
        given.flag("keepOriginal").orElse(false));
  }
}

package dev.parallelize.server;

import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.AnalyzeRequest;
import dev.parallelize.workflow.AnalyzeRequest.Detail;
import dev.parallelize.workflow.AnalyzeRequest.Focus;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** {@code analyze}: a program or a folder in, its candidates out. */
public record AnalyzeTool(Workflow workflow) implements Tool<AnalyzeAnswer> {
  private static final int MOST_CANDIDATES = 1_000;

  @Override
  public String name() {
    return "analyze";
  }

  @Override
  public Outcome<AnalyzeAnswer> call(Arguments arguments, Call call) {
    arguments.allow(
        "source", "path", "targetPython", "assumptions", "focus", "detail", "limit", "cursor");
    Programs.Given given = Programs.given(arguments, call);
    return workflow.analyze(
        new AnalyzeRequest(
            given.isFolder()
                ? call.workspace().readFolder(given.place().orElseThrow())
                : List.of(given.program(call)),
            given.place().filter(p -> given.isFolder()).map(Workspace.Place::name),
            Programs.targetPython(arguments),
            Programs.assumptions(arguments),
            arguments.object("focus").map(AnalyzeTool::focus),
            arguments.choice("detail", Detail.class).orElse(Detail.CONCISE),
            arguments.integer("limit", 1, MOST_CANDIDATES),
            arguments.text("cursor")));
  }

  private static Focus focus(Arguments focus) {
    focus.allow("function", "startLine", "endLine");
    Optional<String> function = focus.text("function");
    if (function.isPresent()) {
      return new Focus.Function(function.get());
    }
    Optional<Integer> start = focus.integer("startLine", 1, Integer.MAX_VALUE);
    if (start.isEmpty()) {
      throw new InvalidArgument(
          "'focus' names neither a function nor lines.",
          "Give {\"function\": …} or {\"startLine\": …, \"endLine\": …}.");
    }
    int end = focus.integer("endLine", start.get(), Integer.MAX_VALUE).orElse(start.get());
    return new Focus.Lines(start.get(), end);
  }
}

package dev.parallelize.server;

import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.AnalyzeAnswer.SkippedFile;
import dev.parallelize.workflow.AnalyzeRequest;
import dev.parallelize.workflow.AnalyzeRequest.Detail;
import dev.parallelize.workflow.AnalyzeRequest.Focus;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.ProgramText;
import dev.parallelize.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code analyze}: a program or a folder in, its candidates out. */
public record AnalyzeTool(Workflow workflow) implements Tool<AnalyzeAnswer> {
  /** In one answer. */
  public static final int MOST_CANDIDATES = 1_000;

  @Override
  public String name() {
    return "analyze";
  }

  @Override
  public Outcome<AnalyzeAnswer> call(Arguments arguments, Call call) {
    arguments.allow(
        "source", "path", "targetPython", "assumptions", "focus", "detail", "limit", "cursor");
    Programs.Given given = Programs.given(arguments, call);
    if (!given.isFolder()) {
      return workflow.analyze(request(arguments, List.of(given.program(call)), Optional.empty()));
    }
    Workspace.Place place = given.place().orElseThrow();
    Workspace.Folder folder = call.workspace().readFolder(place);
    Outcome<AnalyzeAnswer> outcome =
        workflow.analyze(request(arguments, folder.programs(), Optional.of(place.name())));
    return outcome instanceof Outcome.Answered<AnalyzeAnswer> answered
        ? new Outcome.Answered<>(withSkipped(answered.answer(), folder.skipped()))
        : outcome;
  }

  private static AnalyzeRequest request(
      Arguments arguments, List<ProgramText> programs, Optional<String> folder) {
    return new AnalyzeRequest(
        programs,
        folder,
        Programs.targetPython(arguments),
        Programs.assumptions(arguments),
        arguments.object("focus").map(AnalyzeTool::focus),
        arguments.choice("detail", Detail.class).orElse(Detail.CONCISE),
        arguments.integer("limit", 1, MOST_CANDIDATES),
        arguments.text("cursor"));
  }

  private static AnalyzeAnswer withSkipped(AnalyzeAnswer answer, List<SkippedFile> unreadable) {
    List<SkippedFile> skipped = new ArrayList<>(unreadable);
    skipped.addAll(answer.skipped());
    return new AnalyzeAnswer(answer.candidates(), answer.total(), answer.nextCursor(), skipped);
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

package dev.parallelize.server;

import dev.parallelize.library.PackageData;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.strategy.Strategy;
import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.Workflow;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What clients offer while an argument is typed: strategies, packages, and the candidates of the file named. */
record Completions(Workflow workflow, Function<McpSyncServerExchange, Workspace> workspaces) {
  /** The most values that the protocol lets one answer carry. */
  private static final int MOST = 100;

  List<SyncCompletionSpecification> specifications() {
    return List.of(
        new SyncCompletionSpecification(
            new McpSchema.PromptReference(ParallelizePrompt.NAME),
            (exchange, request) -> beginning(request, ofPrompt(exchange, request))),
        new SyncCompletionSpecification(
            new McpSchema.ResourceReference(SkillPages.PACKAGES),
            (exchange, request) -> beginning(request, PackageData.packages())));
  }

  private List<String> ofPrompt(McpSyncServerExchange exchange, McpSchema.CompleteRequest request) {
    return switch (request.argument().name()) {
      case ParallelizePrompt.STRATEGY -> Strategies.all().stream().map(Strategy::id).toList();
      case ParallelizePrompt.CANDIDATE -> candidates(exchange, request);
      default -> List.of();
    };
  }

  /** The candidates of the file that the other argument names; none while it names none that can be read. */
  private List<String> candidates(
      McpSyncServerExchange exchange, McpSchema.CompleteRequest request) {
    Map<String, String> others =
        request.context() == null || request.context().arguments() == null
            ? Map.of()
            : request.context().arguments();
    String path = others.getOrDefault(ParallelizePrompt.PATH, "");
    if (path.isBlank()) {
      return List.of();
    }
    try {
      Call call = Call.quiet(workspaces.apply(exchange));
      Outcome<AnalyzeAnswer> outcome =
          new AnalyzeTool(workflow).call(Arguments.of(Map.of("path", path)), call);
      return outcome instanceof Outcome.Answered<AnalyzeAnswer> answered
          ? answered.answer().candidates().stream().map(AnalyzeAnswer.Candidate::id).toList()
          : List.of();
    } catch (InvalidArgument e) {
      return List.of();
    }
  }

  private static McpSchema.CompleteResult beginning(
      McpSchema.CompleteRequest request, List<String> all) {
    List<String> fit =
        all.stream().filter(value -> value.startsWith(request.argument().value())).toList();
    List<String> shown = fit.subList(0, Math.min(MOST, fit.size()));
    return new McpSchema.CompleteResult(
        new McpSchema.CompleteResult.CompleteCompletion(
            shown, fit.size(), fit.size() > shown.size()));
  }
}

package dev.parallelize.server;

import dev.parallelize.workflow.Cancellation;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.Progress;
import dev.parallelize.workflow.WorkflowError;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Offers a tool to MCP clients. */
record McpTools(McpJsonMapper json, Function<McpSyncServerExchange, Workspace> workspaces) {
  private static final System.Logger LOG = System.getLogger(McpTools.class.getName());

  SyncToolSpecification offer(Tool<?> tool) {
    return SyncToolSpecification.builder()
        .tool(description(tool.name()))
        .callHandler((exchange, request) -> result(tool, exchange, request))
        .build();
  }

  /** What clients are told of a tool: the resource of its name. */
  private McpSchema.Tool description(String name) {
    try {
      return json.readValue(Packaged.text(name + ".json"), McpSchema.Tool.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <A> Outcome<A> answer(
      Tool<A> tool, McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    try {
      return tool.call(
          arguments(request),
          new Call(
              workspaces.apply(exchange), progress(exchange, request), cancellation(exchange)));
    } catch (InvalidArgument e) {
      return new Outcome.Refused<>(e.error());
    } catch (RuntimeException | Error e) {
      // The caller learns nothing of the inside; the one who runs the server finds it in the log.
      LOG.log(Level.ERROR, "tool failed: " + tool.name(), e);
      return new Outcome.Refused<>(
          WorkflowError.of(
              ErrorCode.INTERNAL_ERROR,
              "The tool '" + tool.name() + "' failed on this input.",
              "Narrow the input down; please report the program that causes it."));
    }
  }

  private static Arguments arguments(McpSchema.CallToolRequest request) {
    return Arguments.of(request.arguments() == null ? Map.of() : request.arguments());
  }

  private <A> McpSchema.CallToolResult result(
      Tool<A> tool, McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    long start = System.nanoTime();
    Outcome<A> outcome = answer(tool, exchange, request);
    log(exchange, tool.name(), outcome, Duration.ofNanos(System.nanoTime() - start));
    List<McpSchema.Content> contents = new ArrayList<>();
    contents.add(McpSchema.TextContent.builder(AnswerJson.line(outcome)).build());
    if (outcome instanceof Outcome.Answered<A> answered) {
      tool.pictures(arguments(request), answered.answer())
          .forEach(each -> contents.add(image(each)));
    }
    return McpSchema.CallToolResult.builder(contents)
        .isError(outcome instanceof Outcome.Refused)
        .structuredContent(AnswerJson.map(outcome))
        .build();
  }

  /** For clients that set their level to debug; without being asked, a server says nothing beside its answers. */
  private static void log(
      McpSyncServerExchange exchange, String tool, Outcome<?> outcome, Duration took) {
    String how =
        outcome instanceof Outcome.Refused<?> refused
            ? AnswerJson.word(refused.error().code())
            : "answered";
    exchange.loggingNotification(
        McpSchema.LoggingMessageNotification.builder(
                McpSchema.LoggingLevel.DEBUG,
                tool + ": " + how + " after " + took.toMillis() + " ms")
            .logger("tools")
            .build());
  }

  private static McpSchema.ImageContent image(String svg) {
    String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return McpSchema.ImageContent.builder(data, "image/svg+xml").build();
  }

  private static Progress progress(
      McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    return Optional.ofNullable(request.meta())
        .map(m -> m.get("progressToken"))
        .<Progress>map(token -> new ProgressNotifications(exchange, token))
        .orElse(Progress.SILENT);
  }

  private static Cancellation cancellation(McpSyncServerExchange exchange) {
    return exchange.transportContext().get(RunningCalls.CONTEXT) instanceof RunningCall call
        ? call
        : Cancellation.NEVER;
  }
}

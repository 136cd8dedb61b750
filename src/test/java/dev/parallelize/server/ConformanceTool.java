package dev.parallelize.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Optional;

/** One tool of the conformance suite: it logs, reports progress, asks the client or answers what its fixture says. */
record ConformanceTool(JsonNode fixture) {
  private static final int PAUSE_MILLIS = 50;

  McpSchema.CallToolResult call(McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    fixture.path("logs").forEach(message -> log(exchange, message.asText()));
    Optional.ofNullable(request.meta())
        .map(meta -> meta.get("progressToken"))
        .ifPresent(token -> report(exchange, token));
    try {
      return switch (fixture.path("asks").asText()) {
        case "sampling" -> text("LLM response: " + sampled(exchange, request));
        case "user" -> text(elicited(exchange, request));
        default -> fixed();
      };
    } catch (RuntimeException e) {
      return McpSchema.CallToolResult.builder()
          .addTextContent("The client cannot be asked: " + e.getMessage())
          .isError(true)
          .build();
    }
  }

  private McpSchema.CallToolResult fixed() {
    ObjectNode result = ((ObjectNode) fixture.deepCopy()).retain("content", "isError");
    return ConformanceFixtures.as(result, McpSchema.CallToolResult.class);
  }

  private static void log(McpSyncServerExchange exchange, String message) {
    exchange.loggingNotification(
        McpSchema.LoggingMessageNotification.builder(McpSchema.LoggingLevel.INFO, message).build());
    pause();
  }

  private void report(McpSyncServerExchange exchange, Object token) {
    for (JsonNode step : fixture.path("progress")) {
      exchange.progressNotification(
          McpSchema.ProgressNotification.builder(token, step.asDouble()).total(100.0).build());
      pause();
    }
  }

  private static String sampled(McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    McpSchema.TextContent prompt =
        McpSchema.TextContent.builder(request.arguments().get("prompt").toString()).build();
    McpSchema.SamplingMessage message =
        McpSchema.SamplingMessage.builder(McpSchema.Role.USER, prompt).build();
    McpSchema.CreateMessageResult answer =
        exchange.createMessage(
            McpSchema.CreateMessageRequest.builder(List.of(message), 100).build());
    return ((McpSchema.TextContent) answer.content()).text();
  }

  private String elicited(McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    String message = String.valueOf(request.arguments().getOrDefault("message", "Please fill in"));
    McpSchema.ElicitResult answer =
        exchange.createElicitation(
            McpSchema.ElicitFormRequest.builder(
                    message, ConformanceFixtures.map(fixture.get("requestedSchema")))
                .build());
    return "Elicitation completed: action=%s, content=%s"
        .formatted(answer.action(), answer.content());
  }

  private static McpSchema.CallToolResult text(String text) {
    return McpSchema.CallToolResult.builder().addTextContent(text).build();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

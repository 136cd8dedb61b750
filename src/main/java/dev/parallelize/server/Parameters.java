package dev.parallelize.server;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of requests' parameters: what the SDK reads them into, which fails in its own ways where they do not fit. */
final class Parameters {
  private static final Map<String, Class<?>> SHAPES =
      Map.of(
          "tools/call", McpSchema.CallToolRequest.class,
          "tools/list", McpSchema.PaginatedRequest.class,
          "prompts/get", McpSchema.GetPromptRequest.class,
          "prompts/list", McpSchema.PaginatedRequest.class,
          "resources/read", McpSchema.ReadResourceRequest.class,
          "resources/list", McpSchema.PaginatedRequest.class,
          "resources/templates/list", McpSchema.PaginatedRequest.class,
          "completion/complete", McpSchema.CompleteRequest.class,
          "logging/setLevel", McpSchema.SetLevelRequest.class);

  private Parameters() {}

  static boolean fit(String method, @Nullable Object params) {
    Class<?> shape = SHAPES.get(method);
    if (shape == null) {
      return true;
    }
    try {
      McpServers.JSON.convertValue(params == null ? Map.of() : params, shape);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

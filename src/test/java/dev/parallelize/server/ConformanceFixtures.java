package dev.parallelize.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the conformance suite expects of the server that it tries: the tools, resources and prompts of a data file. */
final class ConformanceFixtures {
  private static final JsonNode ALL = read("/conformance/fixtures.json");
  private static final String DESCRIPTION = "A fixture of the conformance suite";

  private ConformanceFixtures() {}

  static List<SyncToolSpecification> tools() {
    return entries("tools").map(each -> tool(each.getKey(), each.getValue())).toList();
  }

  static List<SyncResourceSpecification> resources() {
    return entries("resources").map(each -> resource(each.getKey(), each.getValue())).toList();
  }

  static List<SyncResourceTemplateSpecification> templates() {
    return entries("templates").map(each -> template(each.getKey(), each.getValue())).toList();
  }

  static List<SyncPromptSpecification> prompts() {
    return entries("prompts").map(each -> prompt(each.getKey(), each.getValue())).toList();
  }

  static SyncCompletionSpecification completions() {
    return new SyncCompletionSpecification(
        new McpSchema.PromptReference("test_prompt_with_arguments"),
        (exchange, request) ->
            new McpSchema.CompleteResult(
                new McpSchema.CompleteResult.CompleteCompletion(List.of("paris"), 1, false)));
  }

  static <T> T as(JsonNode node, Class<T> type) {
    return McpServers.JSON.convertValue(node, type);
  }

  static Map<String, Object> map(JsonNode node) {
    return McpServers.JSON.convertValue(node, new TypeRef<Map<String, Object>>() {});
  }

  private static SyncToolSpecification tool(String name, JsonNode fixture) {
    McpSchema.Tool tool =
        McpSchema.Tool.builder(name, map(fixture.get("inputSchema")))
            .description(DESCRIPTION)
            .build();
    return SyncToolSpecification.builder()
        .tool(tool)
        .callHandler(new ConformanceTool(fixture)::call)
        .build();
  }

  private static SyncResourceSpecification resource(String uri, JsonNode fixture) {
    McpSchema.Resource resource =
        McpSchema.Resource.builder(uri, uri)
            .description(DESCRIPTION)
            .mimeType(fixture.get("mimeType").asText())
            .build();
    return new SyncResourceSpecification(resource, (exchange, request) -> contents(uri, fixture));
  }

  private static SyncResourceTemplateSpecification template(String uri, JsonNode fixture) {
    McpSchema.ResourceTemplate template =
        McpSchema.ResourceTemplate.builder(uri, "template")
            .mimeType(fixture.get("mimeType").asText())
            .build();
    String before = uri.substring(0, uri.indexOf('{'));
    return new SyncResourceTemplateSpecification(
        template,
        (exchange, request) -> {
          String id = request.uri().substring(before.length()).split("/")[0];
          return contents(request.uri(), filled(fixture, Map.of("id", id)));
        });
  }

  private static SyncPromptSpecification prompt(String name, JsonNode fixture) {
    List<McpSchema.PromptArgument> arguments =
        StreamSupport.stream(fixture.get("arguments").spliterator(), false)
            .map(each -> McpSchema.PromptArgument.builder(each.asText()).required(true).build())
            .toList();
    JsonNode result = ((ObjectNode) fixture.deepCopy()).retain("messages");
    return new SyncPromptSpecification(
        McpSchema.Prompt.builder(name).description(DESCRIPTION).arguments(arguments).build(),
        (exchange, request) -> {
          Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
          return as(filled(result, given), McpSchema.GetPromptResult.class);
        });
  }

  private static McpSchema.ReadResourceResult contents(String uri, JsonNode fixture) {
    ObjectNode content = ((ObjectNode) fixture.deepCopy()).put("uri", uri);
    ObjectNode result = StdioClient.JSON.createObjectNode();
    result.putArray("contents").add(content);
    return as(result, McpSchema.ReadResourceResult.class);
  }

  /** The fixture with values in the places of their names in braces. */
  private static JsonNode filled(JsonNode fixture, Map<String, Object> values) {
    String text = fixture.toString();
    for (Map.Entry<String, Object> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    try {
      return StdioClient.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Map.Entry<String, JsonNode>> entries(String kind) {
    return ALL.get(kind).properties().stream();
  }

  private static JsonNode read(String resource) {
    try (InputStream in = ConformanceFixtures.class.getResourceAsStream(resource)) {
      return StdioClient.JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.parallelize.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one line or one HTTP body turned out to be. Reading never throws; a bad message harms nothing but itself. */
sealed interface Incoming {
  int PARSE_ERROR = -32700;
  int INVALID_REQUEST = -32600;
  int METHOD_NOT_FOUND = -32601;
  int INVALID_PARAMS = -32602;
  int INTERNAL_ERROR = -32603;
  int BUSY = -32000;

  /** A request to answer. */
  record Request(McpSchema.JSONRPCRequest request) implements Incoming {}

  /** Something told. */
  record Notification(McpSchema.JSONRPCNotification notification) implements Incoming {}

  /** The answer to a request of ours. */
  record Response(McpSchema.JSONRPCResponse response) implements Incoming {}

  /** Not a message, with the answer it gets. */
  record Rejected(Optional<Object> id, int code, String message) implements Incoming {
    /** The answer on one line; the SDK's record cannot say {@code "id": null}. */
    String line() {
      return errorLine(id, code, message);
    }
  }

  static Incoming read(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return rejected(PARSE_ERROR, "Not UTF-8");
    }
    try {
      JsonNode node = Reading.MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
      return message(node);
    } catch (JacksonException | IllegalArgumentException e) {
      return rejected(PARSE_ERROR, "Parse error");
    }
  }

  private static Incoming message(JsonNode node) throws JacksonException {
    if (node.isArray()) {
      return rejected(INVALID_REQUEST, "Batches are not supported; send one message at a time");
    }
    if (!node.isObject()) {
      return rejected(INVALID_REQUEST, "A message is a JSON object");
    }
    JsonNode id = node.get("id");
    Optional<Object> usable =
        id != null && (id.isTextual() || id.isNumber()) ? Optional.of(value(id)) : Optional.empty();
    if (!"2.0".equals(node.path("jsonrpc").asText())) {
      return new Rejected(usable, INVALID_REQUEST, "'jsonrpc' must be \"2.0\"");
    }
    if (id != null && usable.isEmpty()) {
      return rejected(INVALID_REQUEST, "'id' must be a string or a number");
    }
    JsonNode method = node.get("method");
    if (method == null) {
      return response(node, usable);
    }
    if (!method.isTextual()) {
      return new Rejected(usable, INVALID_REQUEST, "'method' must be a string");
    }
    JsonNode params = node.get("params");
    if (params != null && !params.isObject() && !params.isNull()) {
      return new Rejected(usable, INVALID_PARAMS, "'params' must be an object");
    }
    if (method.asText().equals("tools/call") && !isToolCall(params)) {
      return new Rejected(
          usable, INVALID_PARAMS, "'params' must have a string 'name' and an object 'arguments'");
    }
    Object given = params == null ? null : value(params);
    if (!Parameters.fit(method.asText(), given)) {
      return new Rejected(usable, INVALID_PARAMS, "Invalid params");
    }
    return usable.isPresent()
        ? new Request(new McpSchema.JSONRPCRequest("2.0", method.asText(), usable.get(), given))
        : new Notification(new McpSchema.JSONRPCNotification("2.0", method.asText(), given));
  }

  private static boolean isToolCall(@Nullable JsonNode params) {
    return params != null
        && params.path("name").isTextual()
        && (!params.hasNonNull("arguments") || params.get("arguments").isObject());
  }

  private static Incoming response(JsonNode node, Optional<Object> id) throws JacksonException {
    boolean answers = node.has("result") != node.has("error");
    if (id.isEmpty() || !answers) {
      return new Rejected(id, INVALID_REQUEST, "Neither a request nor a response");
    }
    JSONRPCError error =
        node.has("error")
            ? Reading.MAPPER.treeToValue(node.get("error"), JSONRPCError.class)
            : null;
    Object result = node.has("result") ? value(node.get("result")) : null;
    return new Response(new McpSchema.JSONRPCResponse("2.0", id.get(), result, error));
  }

  /** A defect's answer without what the SDK put into it: texts of exceptions are for the log. */
  static McpSchema.JSONRPCMessage withoutInside(McpSchema.JSONRPCMessage message) {
    return message instanceof McpSchema.JSONRPCResponse r
            && r.error() != null
            && r.error().code() == INTERNAL_ERROR
        ? McpSchema.JSONRPCResponse.error(
            r.id(), new JSONRPCError(INTERNAL_ERROR, "Internal error"))
        : message;
  }

  /** An error that answers a message whose id is not known, or is. */
  static String errorLine(Optional<Object> id, int code, String message) {
    return Reading.MAPPER
        .createObjectNode()
        .put("jsonrpc", "2.0")
        .<com.fasterxml.jackson.databind.node.ObjectNode>set(
            "id", Reading.MAPPER.valueToTree(id.orElse(null)))
        .set("error", Reading.MAPPER.createObjectNode().put("code", code).put("message", message))
        .toString();
  }

  private static Rejected rejected(int code, String message) {
    return new Rejected(Optional.empty(), code, message);
  }

  private static @Nullable Object value(JsonNode node) throws JacksonException {
    return Reading.MAPPER.treeToValue(node, Object.class);
  }

  /** How messages are read: bounded in depth, nothing after the first value. */
  final class Reading {
    private static final int DEEPEST = 200;
    private static final ObjectMapper MAPPER =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Limits.MESSAGE_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Reading() {}
  }
}

package dev.parallelize.server;

import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Revision 2026-07-28, which the SDK does not speak: no handshake and no session; each request carries its version and
 * the client's capabilities in {@code _meta}, and over HTTP headers repeat what proxies want to see.
 */
final class StatelessRevision {
  static final String VERSION = "2026-07-28";
  private static final String KEY = "io.modelcontextprotocol/";
  private static final String PROTOCOL_VERSION = KEY + "protocolVersion";
  private static final int HEADER_MISMATCH = -32020;
  private static final int UNSUPPORTED_VERSION = -32022;
  private static final int NO_SUCH_RESOURCE = -32002;
  private static final Set<String> REMOVED =
      Set.of(
          "initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe");
  private static final Set<String> CACHEABLE =
      Set.of(
          "server/discover",
          "tools/list",
          "prompts/list",
          "resources/list",
          "resources/templates/list",
          "resources/read");

  private StatelessRevision() {}

  /** An error with the HTTP status it comes with. */
  record Refusal(int status, JSONRPCError error) {
    Refusal(int status, int code, String message) {
      this(status, new JSONRPCError(code, message));
    }
  }

  static boolean speaks(McpSchema.JSONRPCRequest request, Optional<String> versionHeader) {
    return versionHeader.filter(VERSION::equals).isPresent()
        || request.method().equals("server/discover")
        || meta(request).containsKey(PROTOCOL_VERSION);
  }

  /** Why the request cannot be served over stdio, if so. */
  static Optional<Refusal> check(McpSchema.JSONRPCRequest request) {
    return envelope(request).or(() -> version(request)).or(() -> removed(request));
  }

  /** Why the request cannot be served over HTTP, if so: the headers must say what the body says. */
  static Optional<Refusal> check(McpSchema.JSONRPCRequest request, HttpServerRequest http) {
    return envelope(request)
        .or(() -> matches(http, "MCP-Protocol-Version", meta(request).get(PROTOCOL_VERSION)))
        .or(() -> version(request))
        .or(() -> matches(http, "Mcp-Method", request.method()))
        .or(() -> name(request).flatMap(name -> matches(http, "Mcp-Name", name)))
        .or(() -> removed(request));
  }

  private static Optional<Refusal> envelope(McpSchema.JSONRPCRequest request) {
    boolean whole =
        meta(request).get(PROTOCOL_VERSION) instanceof String
            && meta(request).get(KEY + "clientCapabilities") instanceof Map;
    return whole
        ? Optional.empty()
        : refuse(
            400,
            Incoming.INVALID_PARAMS,
            "Invalid params: _meta must carry protocolVersion and clientCapabilities");
  }

  private static Optional<Refusal> version(McpSchema.JSONRPCRequest request) {
    Object wanted = meta(request).get(PROTOCOL_VERSION);
    if (VERSION.equals(wanted)) {
      return Optional.empty();
    }
    Map<String, Object> data = Map.of("supported", List.of(VERSION), "requested", wanted);
    return Optional.of(
        new Refusal(
            400, new JSONRPCError(UNSUPPORTED_VERSION, "Unsupported protocol version", data)));
  }

  private static Optional<Refusal> matches(HttpServerRequest http, String header, Object body) {
    return decoded(http.getHeader(header)).filter(body::equals).isPresent()
        ? Optional.empty()
        : refuse(400, HEADER_MISMATCH, "Header mismatch: " + header);
  }

  private static Optional<Refusal> removed(McpSchema.JSONRPCRequest request) {
    return REMOVED.contains(request.method())
        ? refuse(404, Incoming.METHOD_NOT_FOUND, "Method not found: " + request.method())
        : Optional.empty();
  }

  /**
   * The SDK's session wants a handshake: this stands for the one that the revision no longer has. It claims no
   * capabilities of the client, so that the SDK asks it nothing: in this revision no stream may carry a request.
   */
  static McpSchema.InitializeRequest handshake(McpSchema.JSONRPCRequest request) {
    Object client = meta(request).get(KEY + "clientInfo");
    List<String> known = Revisions.WITH_HANDSHAKE;
    return McpSchema.InitializeRequest.builder(
            known.get(known.size() - 1),
            McpSchema.ClientCapabilities.builder().build(),
            client == null
                ? McpSchema.Implementation.builder("unknown", "0").build()
                : McpServers.JSON.convertValue(client, McpSchema.Implementation.class))
        .build();
  }

  /** What {@code server/discover} answers. */
  static Object discovered(McpSchema.JSONRPCRequest request, McpSyncServer server) {
    return dress(request, discover(server), server);
  }

  private static Object discover(McpSyncServer server) {
    Map<String, Object> capabilities = new LinkedHashMap<>();
    McpSchema.ServerCapabilities own = server.getServerCapabilities();
    if (own.tools() != null) {
      capabilities.put("tools", Map.of());
    }
    if (own.prompts() != null) {
      capabilities.put("prompts", Map.of());
    }
    if (own.resources() != null) {
      capabilities.put("resources", Map.of());
    }
    if (own.completions() != null) {
      capabilities.put("completions", Map.of());
    }
    return Map.of(
        "supportedVersions",
        List.of(VERSION),
        "capabilities",
        capabilities,
        "instructions",
        McpServers.INSTRUCTIONS);
  }

  /** The SDK's message as this revision wants it. */
  static HttpReply.Outgoing adapt(
      HttpReply.Outgoing out, McpSchema.JSONRPCRequest request, McpSyncServer server) {
    McpSchema.JSONRPCMessage message = out.message().orElse(null);
    if (message instanceof McpSchema.JSONRPCNotification n
        && n.method().equals("notifications/message")
        && !meta(request).containsKey(KEY + "logLevel")) {
      return new HttpReply.Outgoing(Optional.empty(), out.status());
    }
    if (!(message instanceof McpSchema.JSONRPCResponse r)) {
      return out;
    }
    if (r.error() == null) {
      return answered(
          McpSchema.JSONRPCResponse.result(r.id(), dress(request, r.result(), server)), 200);
    }
    if (r.error().code() == NO_SUCH_RESOURCE) {
      JSONRPCError error =
          new JSONRPCError(Incoming.INVALID_PARAMS, r.error().message(), r.error().data());
      return answered(McpSchema.JSONRPCResponse.error(r.id(), error), 200);
    }
    return answered(r, r.error().code() == Incoming.METHOD_NOT_FOUND ? 404 : 200);
  }

  /** A result with the fields that the revision adds to each. */
  private static Map<String, Object> dress(
      McpSchema.JSONRPCRequest request, Object result, McpSyncServer server) {
    Map<String, Object> dressed = new LinkedHashMap<>(map(result));
    dressed.put("resultType", "complete");
    if (CACHEABLE.contains(request.method())) {
      dressed.put("ttlMs", 0);
      dressed.put("cacheScope", "private");
    }
    Map<String, Object> meta = new LinkedHashMap<>();
    if (dressed.get("_meta") != null) {
      meta.putAll(map(dressed.get("_meta")));
    }
    McpSchema.Implementation own = server.getServerInfo();
    meta.put(KEY + "serverInfo", Map.of("name", own.name(), "version", own.version()));
    dressed.put("_meta", meta);
    return dressed;
  }

  private static HttpReply.Outgoing answered(McpSchema.JSONRPCResponse response, int status) {
    return new HttpReply.Outgoing(Optional.of(response), status);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return McpServers.JSON.convertValue(value, Map.class);
  }

  private static Map<?, ?> meta(McpSchema.JSONRPCRequest request) {
    return request.params() instanceof Map<?, ?> p && p.get("_meta") instanceof Map<?, ?> m
        ? m
        : Map.of();
  }

  private static Optional<Object> name(McpSchema.JSONRPCRequest request) {
    Map<?, ?> params = request.params() instanceof Map<?, ?> p ? p : Map.of();
    return switch (request.method()) {
      case "resources/read" -> Optional.ofNullable(params.get("uri"));
      case "tools/call", "prompts/get" -> Optional.ofNullable(params.get("name"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> decoded(String header) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.trim();
    if (!text.startsWith("=?base64?") || !text.endsWith("?=")) {
      return Optional.of(text);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(9, text.length() - 2));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Refusal> refuse(int status, int code, String message) {
    return Optional.of(new Refusal(status, code, message));
  }
}

package dev.parallelize.server;

import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The page for the person who reviews what an agent did: one HTML text that needs nothing else, at {@code /} of the HTTP
 * server and as the tools' {@code ui://} resource. It calls the same MCP endpoint as every client. Its policy lets it run
 * its own script, whose hash is named, and talk to its own server, and nothing else.
 */
final class ReviewPage {
  static final String URI = "ui://parallelize/review";
  private static final String MCP_APP = "text/html;profile=mcp-app";

  private ReviewPage() {}

  static void mount(Router router) {
    String style = Packaged.text("page/review.css");
    String script = Packaged.text("page/review.js");
    String page = page(style, script);
    String policy =
        "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; style-src '%s'; script-src '%s'"
                .formatted(hash(style), hash(script));
    router
        .get("/")
        .handler(
            context -> {
              HttpServerResponse response = context.response();
              response.putHeader("Content-Type", "text/html; charset=utf-8");
              response.putHeader("Content-Security-Policy", policy);
              response.putHeader("X-Content-Type-Options", "nosniff");
              response.putHeader("Referrer-Policy", "no-referrer");
              response.end(page);
            });
  }

  static SyncResourceSpecification resource() {
    McpSchema.Resource resource =
        McpSchema.Resource.builder(URI, "review")
            .title("Review a rewrite")
            .description("Candidates and hazards in the source, the diff, the six checks")
            .mimeType(MCP_APP)
            .build();
    return new SyncResourceSpecification(
        resource,
        (exchange, request) ->
            McpSchema.ReadResourceResult.builder(
                    List.of(
                        McpSchema.TextResourceContents.builder(
                                URI,
                                page(
                                    Packaged.text("page/review.css"),
                                    Packaged.text("page/review.js")))
                            .mimeType(MCP_APP)
                            .build()))
                .build());
  }

  private static String page(String style, String script) {
    return Packaged.text("page/review.html")
        .replace("/*style*/", style)
        .replace("/*script*/", script);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.parallelize.server;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.Set;

/** Our HTTP transport with the conformance suite's fixtures behind it instead of our tools. */
final class ConformanceServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final int port;

  ConformanceServer() {
    HttpTransport transport = new HttpTransport();
    Router router = Router.router(vertx);
    HttpGuard guard = new HttpGuard(Set.of(), Optional.empty());
    HttpAdmission.mount(router, guard, Limits.BODY_ARRIVES_WITHIN);
    transport.mount(router, "/mcp", behind(transport));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    port = server.actualPort();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/mcp";
  }

  private static McpSyncServer behind(HttpTransport transport) {
    return McpServer.sync(transport)
        .immediateExecution(true)
        .jsonMapper(McpServers.JSON)
        .jsonSchemaValidator(OutputSchemas.VALIDATOR)
        .validateToolInputs(false)
        .serverInfo("conformance-fixtures", "1")
        .capabilities(
            McpSchema.ServerCapabilities.builder()
                .tools(false)
                .prompts(false)
                .resources(true, false)
                .logging()
                .completions()
                .build())
        .tools(ConformanceFixtures.tools())
        .resources(ConformanceFixtures.resources())
        .resourceTemplates(ConformanceFixtures.templates())
        .prompts(ConformanceFixtures.prompts())
        .completions(ConformanceFixtures.completions())
        .build();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}

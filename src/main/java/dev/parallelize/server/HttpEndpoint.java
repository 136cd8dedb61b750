package dev.parallelize.server;

import dev.parallelize.workflow.ParallelizationWorkflow;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The MCP endpoint of the HTTP server. */
@ApplicationScoped
public class HttpEndpoint {
  private static final String PATH = "/mcp";

  private final Optional<List<String>> roots;
  private final Optional<List<String>> origins;
  private final Optional<String> token;
  private Optional<McpSyncServer> server = Optional.empty();

  /**
   * @param roots folders whose files calls may name; none unless configured
   * @param origins web origins that may call besides the server's own
   * @param token what callers must show
   */
  HttpEndpoint(
      @ConfigProperty(name = "parallelize.roots") Optional<List<String>> roots,
      @ConfigProperty(name = "parallelize.origins") Optional<List<String>> origins,
      @ConfigProperty(name = "parallelize.token") Optional<String> token) {
    this.roots = roots;
    this.origins = origins;
    this.token = token;
  }

  void start(@Observes Router router) {
    List<Path> folders = roots.orElse(List.of()).stream().map(Path::of).toList();
    HttpGuard guard = new HttpGuard(Set.copyOf(origins.orElse(List.of())), token);
    HttpAdmission.mount(router, guard, Limits.BODY_ARRIVES_WITHIN);
    HttpTransport transport = new HttpTransport();
    McpSyncServer built =
        McpServers.serve(
            McpServer.sync(transport),
            new ParallelizationWorkflow(),
            exchange -> Workspace.of(() -> folders));
    transport.mount(router, PATH, built);
    ReviewPage.mount(router);
    server = Optional.of(built);
  }

  void stop(@Observes ShutdownEvent event) {
    server.ifPresent(McpSyncServer::closeGracefully);
  }
}

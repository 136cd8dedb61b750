package dev.parallelize.server;

import dev.parallelize.workflow.Workflow;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** MCP over stdin and stdout, until the end of input. */
public final class StdioServer {
  private static final System.Logger LOG = System.getLogger(StdioServer.class.getName());

  private StdioServer() {}

  /**
   * Serves one client.
   *
   * @param roots the folders whose files calls may name; when empty, those that the client names, else the working
   *     folder
   * @return the process's exit status
   */
  public static int run(Workflow workflow, List<Path> roots, InputStream in, OutputStream out) {
    StdioTransport transport = new StdioTransport(in, out);
    McpSyncServer server =
        McpServers.serve(
            McpServer.sync(transport),
            workflow,
            exchange -> Workspace.of(() -> roots.isEmpty() ? clientRoots(exchange) : roots));
    try {
      transport.run(server);
      return 0;
    } catch (IOException e) {
      LOG.log(Level.ERROR, "the input cannot be read: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static List<Path> clientRoots(McpSyncServerExchange exchange) {
    boolean names =
        exchange.getClientCapabilities() != null
            && exchange.getClientCapabilities().roots() != null;
    List<Path> workingFolder = List.of(Path.of("").toAbsolutePath());
    if (!names) {
      return workingFolder;
    }
    try {
      List<Path> named =
          exchange.listRoots().roots().stream()
              .map(root -> path(root.uri()))
              .flatMap(Optional::stream)
              .toList();
      return named.isEmpty() ? workingFolder : named;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the client did not name its roots; no file can be read: " + e);
      return List.of();
    }
  }

  private static Optional<Path> path(String uri) {
    try {
      return Optional.of(Path.of(URI.create(uri)));
    } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException e) {
      return Optional.empty();
    }
  }
}

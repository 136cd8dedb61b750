package dev.parallelize.cli;

import dev.parallelize.server.StdioServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stdio}: serves one MCP client until the end of input. */
@Command(
    name = "stdio",
    mixinStandardHelpOptions = true,
    description = "Serve MCP over standard input and output.")
final class StdioCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description =
          "A folder whose files may be named; may be repeated. Default: the folders that the"
              + " client names, else the working folder.")
  List<Path> roots = new ArrayList<>();

  StdioCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return StdioServer.run(console.workflow(), roots, console.in(), console.out());
  }
}

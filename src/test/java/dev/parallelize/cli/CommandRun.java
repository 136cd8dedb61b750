package dev.parallelize.cli;

import dev.parallelize.workflow.ParallelizationWorkflow;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Command lines run in a folder, with nothing on standard input. */
final class CommandRun {
  private CommandRun() {}

  /** Runs one to its end; gives what the process would exit with. */
  static int run(Path folder, OutputStream out, OutputStream err, String... arguments) {
    Console console =
        new Console(
            new ParallelizationWorkflow(),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            folder);
    return ParallelizeCommand.run(console, arguments);
  }
}

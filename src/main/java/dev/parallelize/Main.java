package dev.parallelize;

import dev.parallelize.cli.Console;
import dev.parallelize.cli.ParallelizeCommand;
import dev.parallelize.server.StdioServer;
import dev.parallelize.workflow.ParallelizationWorkflow;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The process entry. Only {@code serve} starts Quarkus: the other commands need no container, and answer sooner without
 * one.
 */
@QuarkusMain
public class Main {
  /** Room for the deepest program that the parser takes; the JVM's default is too small for it. */
  private static final long STACK_BYTES = 512L << 20;

  public static void main(String... arguments) throws InterruptedException {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    // What libraries print must not get between the answers.
    System.setOut(err);
    System.setErr(err);
    Console console =
        new Console(
            new ParallelizationWorkflow(), System.in, out, err, Path.of("").toAbsolutePath());
    int[] status = new int[1];
    Thread main =
        new Thread(null, () -> status[0] = run(console, arguments), "main-command", STACK_BYTES);
    main.start();
    main.join();
    out.flush();
    err.flush();
    System.exit(status[0]);
  }

  /** The bare {@code stdio}, which hosts start and wait for, goes without the reading of options. */
  private static int run(Console console, String... arguments) {
    return arguments.length == 1 && arguments[0].equals("stdio")
        ? StdioServer.run(console.workflow(), List.of(), console.in(), console.out())
        : ParallelizeCommand.run(console, arguments);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
  }
}

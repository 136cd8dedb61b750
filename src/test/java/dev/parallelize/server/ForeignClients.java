package dev.parallelize.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that are not ours, in the versions that {@code src/test/clients} pins, installed once under the build's
 * folder. Where npm, PyPI or a fitting interpreter cannot be had, the tests that need them are skipped and say why.
 */
final class ForeignClients {
  private static final Path PINNED = Path.of("src/test/clients").toAbsolutePath();
  private static final Path FOLDER = Path.of("target/clients").toAbsolutePath();
  private static final Path VENV = FOLDER.resolve("venv");

  private ForeignClients() {}

  /** The command that runs one of npm's packages by the name of its program, with npm's own Node. */
  static List<String> npm(String program, String... arguments)
      throws IOException, InterruptedException {
    return node(installed().resolve(".bin").resolve(program), arguments);
  }

  /** The command that runs a script of {@code src/test/clients} beside npm's packages. */
  static List<String> script(String name, String... arguments)
      throws IOException, InterruptedException {
    installed();
    Path copy = FOLDER.resolve(name);
    Files.copy(PINNED.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
    return node(copy, arguments);
  }

  /** The command that runs a Python script of {@code src/test/clients} with the Python SDK. */
  static List<String> python(String name, String... arguments)
      throws IOException, InterruptedException {
    Path builds =
        Path.of(System.getProperty("python.venv", "target/venv"), "bin", "python").toAbsolutePath();
    Files.createDirectories(FOLDER);
    ForeignProgram prepared =
        ForeignProgram.run(
            Path.of("").toAbsolutePath(),
            List.of(
                builds.toString(),
                Path.of("src/test/python/prepare_environment.py").toString(),
                PINNED.resolve("requirements.txt").toString(),
                VENV.toString()));
    assumeTrue(prepared.succeeded(), "Python's clients cannot be had: " + prepared.everything());
    return command(VENV.resolve("bin/python"), PINNED.resolve(name), arguments);
  }

  private static List<String> node(Path program, String... arguments) throws IOException {
    Path node = FOLDER.resolve("node_modules/.bin/node");
    assumeTrue(Files.exists(node), "npm has no Node for this machine, so its clients cannot run");
    return command(node, program, arguments);
  }

  private static List<String> command(Path interpreter, Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(interpreter.toString(), program.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The folder of npm's packages, installed when they are not yet; test processes wait for each other. */
  private static Path installed() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    try (FileChannel channel =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assumeTrue(lock.isValid(), "the folder of the clients cannot be locked");
      install();
    }
    return FOLDER.resolve("node_modules");
  }

  private static void install() throws IOException, InterruptedException {
    Path wanted = PINNED.resolve("package.json");
    Path done = FOLDER.resolve("installed.json");
    if (Files.exists(done) && Files.mismatch(wanted, done) < 0) {
      return;
    }
    Files.copy(wanted, FOLDER.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
    List<String> command =
        List.of(
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--no-package-lock",
            "--ignore-scripts",
            "--loglevel=error");
    try {
      ForeignProgram install = ForeignProgram.run(FOLDER, command);
      assumeTrue(install.succeeded(), "npm's clients cannot be had: " + install.everything());
    } catch (IOException e) {
      assumeTrue(false, "npm is missing, so its clients cannot be had: " + e.getMessage());
    }
    Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
  }
}

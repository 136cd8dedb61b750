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
  private static final String PROTOCOL = "protocol";
  private static final String INSTALLERS = "installers";
  private static final List<String> NPM_INSTALL =
      List.of(
          "npm",
          "install",
          "--no-audit",
          "--no-fund",
          "--no-package-lock",
          "--ignore-scripts",
          "--prefer-offline",
          "--loglevel=error");

  private ForeignClients() {}

  /** The command that runs a program of npm's clients of the protocol, with npm's own Node. */
  static List<String> npm(String program, String... arguments)
      throws IOException, InterruptedException {
    return node(installed(PROTOCOL).resolve("node_modules/.bin").resolve(program), arguments);
  }

  /** The same for what installs and checks skills; apart, since its packages do not get on with the others. */
  static List<String> installer(String program, String... arguments)
      throws IOException, InterruptedException {
    return node(installed(INSTALLERS).resolve("node_modules/.bin").resolve(program), arguments);
  }

  /** The command that runs a script of {@code src/test/clients} beside npm's packages. */
  static List<String> script(String name, String... arguments)
      throws IOException, InterruptedException {
    Path copy = installed(PROTOCOL).resolve(name);
    Files.copy(PINNED.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
    return node(copy, arguments);
  }

  /** The command that runs a Python script of {@code src/test/clients} with the packages that are pinned beside it. */
  static List<String> python(String name, String... arguments)
      throws IOException, InterruptedException {
    return command(venv().resolve("python"), PINNED.resolve(name), arguments);
  }

  /** The command that runs a program of those packages. */
  static List<String> pip(String program, String... arguments)
      throws IOException, InterruptedException {
    return command(venv().resolve("python"), venv().resolve(program), arguments);
  }

  /** The programs of the Python environment, which is made when it is not there yet. */
  private static Path venv() throws IOException, InterruptedException {
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
    return VENV.resolve("bin");
  }

  private static List<String> node(Path program, String... arguments)
      throws IOException, InterruptedException {
    Path node = installed(PROTOCOL).resolve("node_modules/.bin/node");
    assumeTrue(Files.exists(node), "npm has no Node for this machine, so its clients cannot run");
    return command(node, program, arguments);
  }

  private static List<String> command(Path interpreter, Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(interpreter.toString(), program.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The folder with a set of npm's packages, installed when they are not yet; test processes wait for each other. */
  private static Path installed(String set) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(FOLDER.resolve(set));
    try (FileChannel channel =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assumeTrue(lock.isValid(), "the folder of the clients cannot be locked");
      install(PINNED.resolve(set).resolve("package.json"), folder);
    }
    return folder;
  }

  private static void install(Path wanted, Path folder) throws IOException, InterruptedException {
    Path done = folder.resolve("installed.json");
    if (Files.exists(done) && Files.mismatch(wanted, done) < 0) {
      return;
    }
    Files.copy(wanted, folder.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
    try {
      ForeignProgram install = ForeignProgram.run(folder, NPM_INSTALL);
      assumeTrue(install.succeeded(), "npm's clients cannot be had: " + install.everything());
    } catch (IOException e) {
      assumeTrue(false, "npm is missing, so its clients cannot be had: " + e.getMessage());
    }
    Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
  }
}

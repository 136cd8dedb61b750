package dev.parallelize.texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of one of the scripts under {@code src/test/python} in the build's Python environment. */
public record PythonProgram(int exitStatus, String output) {
  private static final Path SCRIPTS = Path.of("src/test/python");

  public static PythonProgram run(String script, Stream<String> arguments) throws Exception {
    Path python = Path.of(System.getProperty("python.venv", "target/venv"), "bin", "python");
    List<String> command = new ArrayList<>();
    command.add(python.toAbsolutePath().toString());
    command.add(SCRIPTS.resolve(script).toString());
    arguments.forEach(command::add);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String output = read(process);
      process.waitFor(1, TimeUnit.MINUTES);
      return new PythonProgram(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

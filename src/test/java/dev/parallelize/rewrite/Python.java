package dev.parallelize.rewrite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs with the Python that has the tests' packages. */
public final class Python {
  /** What a program did. */
  public record Outcome(int status, String output, String errors) {}

  private Python() {}

  public static String executable() {
    return tool("python").toString();
  }

  public static Path tool(String name) {
    return Path.of(System.getProperty("python.venv", "target/venv"), "bin", name);
  }

  public static Outcome run(String code, Path folder, String... arguments)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("program.py"), code);
    List<String> command = new ArrayList<>(List.of(executable(), file.toString()));
    command.addAll(List.of(arguments));
    return command(folder, command);
  }

  public static Outcome command(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running after a minute: " + command);
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }
}

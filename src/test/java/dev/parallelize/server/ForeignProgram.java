package dev.parallelize.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a program that is not ours printed, and its exit status. */
record ForeignProgram(int status, String out, String err) {
  private static final long PATIENCE_SECONDS = 240;

  static ForeignProgram run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    return run(folder, Map.of(), "", command);
  }

  /**
   * Runs a command to its end.
   *
   * @param environment variables besides or instead of those of this process
   * @param input what stands on its standard input
   */
  static ForeignProgram run(
      Path folder, Map<String, String> environment, String input, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      return new ForeignProgram(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  boolean succeeded() {
    return status == 0;
  }

  /** Both streams, for the message of a test that fails. */
  String everything() {
    return "exit status " + status + "\n" + out + "\n" + err;
  }
}

package dev.parallelize.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a program that is not ours printed, and its exit status. */
record ForeignProgram(int status, String out, String err) {
  private static final long PATIENCE_SECONDS = 240;

  static ForeignProgram run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
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

package dev.parallelize.rewrite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The real HTTP server on loopback that fetching programs talk to. */
public final class FetchServer implements AutoCloseable {
  private final Process process;
  private final String address;

  public FetchServer(Path script) throws IOException {
    process =
        new ProcessBuilder(Python.executable(), script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    address = output.readLine();
  }

  /** {@code http://127.0.0.1:…}. */
  public String address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}

package dev.parallelize.workflow;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Database servers on loopback, started from what Debian's packages install; each is optional. */
final class Databases implements AutoCloseable {
  private static final int TRIES = 200;

  private final List<Process> processes = new ArrayList<>();
  private final Path folder;

  Databases(Path folder) {
    this.folder = folder;
  }

  /** The port of a Redis server with some users in it; empty where none is installed. */
  Optional<Integer> redis() throws IOException, InterruptedException {
    Optional<Path> server = program("redis-server");
    if (server.isEmpty()) {
      return Optional.empty();
    }
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(server.get().toString(), "--port"));
    command.addAll(List.of(Integer.toString(port), "--bind", "127.0.0.1", "--save", ""));
    command.addAll(List.of("--dir", folder.toString()));
    start(command);
    awaitPort(port);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      StringBuilder lines = new StringBuilder();
      for (int number = 0; number < 60; number++) {
        lines.append("HSET user:" + number + " name user" + number + " city city" + number % 7);
        lines.append("\r\nSET name:" + number + " user" + number + "\r\n");
        lines.append("RPUSH list:" + number + " a b c\r\n");
      }
      lines.append("SET link:0 link:1\r\nSET link:1 end\r\nQUIT\r\n");
      socket.getOutputStream().write(lines.toString().getBytes());
      socket.getOutputStream().flush();
      socket.getInputStream().readAllBytes();
    }
    return Optional.of(port);
  }

  private void start(List<String> command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(folder, "server", ".log").toFile())
            .start());
  }

  private static Optional<Path> program(String name) {
    return List.of("/usr/bin", "/usr/local/bin", "/usr/sbin").stream()
        .map(d -> Path.of(d, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        new Socket("127.0.0.1", port).close();
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IOException("no server came up on port " + port);
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.destroy();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException interrupted) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}

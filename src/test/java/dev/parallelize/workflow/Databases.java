package dev.parallelize.workflow;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Database servers on loopback, started from what Debian's packages install; each is optional. */
final class Databases implements AutoCloseable {
  private static final int TRIES = 200;

  private static final String ORDERS =
      """
      CREATE TABLE customers (id int PRIMARY KEY, name text, city text);
      INSERT INTO customers SELECT g, 'name' || g, 'city' || g % 5 FROM generate_series(1, 30) g;
      CREATE TABLE orders (id int PRIMARY KEY, customer int, total int);
      INSERT INTO orders SELECT g, 1 + g % 40, g * 3 FROM generate_series(1, 120) g;
      """;

  private final List<Process> processes = new ArrayList<>();
  private final Path folder;
  private Optional<Path> postgres = Optional.empty();

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

  /** The port of a PostgreSQL server with some orders in it; empty where none is installed. */
  Optional<Integer> postgres() throws IOException, InterruptedException {
    Optional<Path> server = program("postgres");
    Optional<Path> creator = program("initdb");
    if (server.isEmpty() || creator.isEmpty()) {
      return Optional.empty();
    }
    // The server refuses to run as root; Debian's package comes with a user for it.
    boolean root = System.getProperty("user.name").equals("root");
    List<String> as = root ? List.of("runuser", "-u", "postgres", "--") : List.of();
    Path home = Files.createTempDirectory("postgres");
    if (root) {
      finish(List.of("chown", "postgres", home.toString()), "");
    }
    postgres = Optional.of(home);
    String data = home.resolve("data").toString();
    List<String> create =
        List.of(creator.get().toString(), "-D", data, "-U", "postgres", "-A", "trust", "--no-sync");
    finish(joined(as, create), "");
    String single = "--single";
    finish(joined(as, List.of(server.get().toString(), single, "-D", data, "postgres")), ORDERS);
    int port = freePort();
    List<String> run = List.of(server.get().toString(), "-D", data, "-p", Integer.toString(port));
    List<String> settings =
        List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off");
    List<String> options = settings.stream().flatMap(s -> Stream.of("-c", s)).toList();
    start(joined(as, joined(run, options)));
    awaitPort(port);
    return Optional.of(port);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private void finish(List<String> command, String input) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(folder, "command", ".log").toFile())
            .start();
    try (OutputStream lines = process.getOutputStream()) {
      lines.write(input.getBytes());
    }
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("it failed: " + String.join(" ", command));
    }
  }

  private void start(List<String> command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(folder, "server", ".log").toFile())
            .start());
  }

  private static Optional<Path> program(String name) {
    Stream<String> usual = Stream.of("/usr/bin", "/usr/local/bin", "/usr/sbin");
    Stream<String> versions =
        IntStream.rangeClosed(12, 20).mapToObj("/usr/lib/postgresql/%d/bin"::formatted);
    return Stream.concat(usual, versions)
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
  public void close() throws IOException {
    stop();
    if (postgres.isPresent()) {
      try (Stream<Path> files = Files.walk(postgres.get())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void stop() {
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

package dev.parallelize.syntax;

import dev.parallelize.source.SourceDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the first file of a fresh JVM takes, reading it included: medians of so many JVMs, in turn
 * with and without an archive of the parser's classes.
 *
 * <pre>
 * java -cp … dev.parallelize.syntax.ColdStartBenchmark FILE [RUNS]
 * </pre>
 */
public final class ColdStartBenchmark {
  private static final double MILLIS = 1e6;

  private ColdStartBenchmark() {}

  /** Milliseconds. */
  private record Times(double elapsed, double busy) {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
    if (runs == 0) {
      first(file);
      return;
    }
    Path folder = Files.createTempDirectory("cold");
    Path jar = folder.resolve("parser.jar");
    Path archive = folder.resolve("parser.jsa");
    pack(jar);
    String path = jar + System.getProperty("path.separator") + libraries();
    child(
        path,
        file,
        "-XX:ArchiveClassesAtExit=" + archive,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off");
    List<Times> plain = new ArrayList<>();
    List<Times> archived = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      plain.add(child(path, file, "-Xshare:auto"));
      archived.add(child(path, file, "-XX:SharedArchiveFile=" + archive));
    }
    System.out.printf(
        "Java %s, %d lines, %d fresh JVMs each%n",
        Runtime.version(), Files.readAllLines(file).size(), runs);
    System.out.println("first file: " + summary(plain));
    System.out.println("with a class archive: " + summary(archived));
  }

  private static String summary(List<Times> times) {
    return String.format(
        "median %.0f ms, at best %.0f ms; processor time of the thread: median %.0f ms, at best %.0f",
        sorted(times, Times::elapsed).get(times.size() / 2),
        sorted(times, Times::elapsed).get(0),
        sorted(times, Times::busy).get(times.size() / 2),
        sorted(times, Times::busy).get(0));
  }

  private static List<Double> sorted(List<Times> times, Function<Times, Double> what) {
    return times.stream().map(what).sorted().toList();
  }

  private static void first(Path file) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    threads.getCurrentThreadCpuTime();
    long busy = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    ParseResult result =
        SourceDecoder.decode(Files.readAllBytes(file)) instanceof SourceDecoder.Decoded decoded
            ? PythonParser.parse(decoded.source(), PythonVersion.LATEST)
            : new ParseResult.Rejected(List.of());
    double millis = (System.nanoTime() - begun) / MILLIS;
    double busyMillis = (threads.getCurrentThreadCpuTime() - busy) / MILLIS;
    if (!(result instanceof ParseResult.Parsed)) {
      throw new IllegalArgumentException(file + ": " + result);
    }
    System.out.println(millis + " " + busyMillis);
  }

  private static Times child(String path, Path file, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", path, ColdStartBenchmark.class.getName(), file.toString(), "0"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    String[] numbers = answer.strip().split(" ");
    return new Times(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  /** An archive of classes needs them in a jar. */
  private static void pack(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String entry : classPath()) {
        Path root = Path.of(entry, "dev", "parallelize");
        for (String part : List.of("source", "syntax")) {
          if (Files.isDirectory(root.resolve(part))) {
            try (Stream<Path> files = Files.walk(root.resolve(part))) {
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.endsWith("package-info.class"))
                  .forEach(file -> add(out, Path.of(entry), file));
            }
          }
        }
      }
    }
  }

  private static void add(JarOutputStream out, Path root, Path file) {
    try {
      out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, out);
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String libraries() {
    return classPath().stream()
        .filter(entry -> entry.contains("antlr4-runtime"))
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static List<String> classPath() {
    return List.of(
        System.getProperty("java.class.path").split(System.getProperty("path.separator")));
  }
}

package dev.parallelize.syntax;

import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Parses the standard library here and in CPython, turn by turn in one run, and prints how many times
 * faster this is: thread CPU time, one thread, source text to finished records; the median of the
 * rounds after those that warm up. Then the memory that trees take, and whether a file of 20 MB takes
 * twenty times as long as one of 1 MB.
 *
 * <pre>
 * java -cp … dev.parallelize.syntax.ParseBenchmark [ROUNDS] [PYTHON]
 * </pre>
 */
public final class ParseBenchmark {
  private static final double MEGA = 1e6;
  private static final double NANOS = 1e9;
  private static final int WARM_UP = 3;

  private static final String CPYTHON =
      """
      import ast, gc, sys, time, warnings
      warnings.simplefilter("ignore")
      texts = []
      for path in sys.stdin:
          path = path.rstrip("\\n")
          if not path:
              break
          with open(path, encoding="utf-8") as file:
              texts.append(file.read())
      for line in sys.stdin:
          begun = time.process_time()
          for text in texts:
              ast.parse(text)
          print(time.process_time() - begun, flush=True)
      """;

  private ParseBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    Path python = arguments.length > 1 ? Path.of(arguments[1]) : Interpreters.usual().getValue();
    Map<Path, PythonSource> sources = sources(python);
    double bytes = 0;
    for (Path file : sources.keySet()) {
      bytes += Files.size(file);
    }
    System.out.printf(
        "%d files, %.1f MB, Java %s, %s%n",
        sources.size(), bytes / MEGA, Runtime.version(), python);
    Process process = new ProcessBuilder(python.toString(), "-c", CPYTHON).start();
    try (BufferedWriter requests = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      for (Path file : sources.keySet()) {
        requests.write(file + "\n");
      }
      requests.write("\n");
      List<Double> ratios = new ArrayList<>();
      for (int i = 1; i <= WARM_UP + rounds; i++) {
        double here = parseAll(sources);
        requests.write("go\n");
        requests.flush();
        double there = Double.parseDouble(answers.readLine());
        if (i > WARM_UP) {
          ratios.add(there / here);
        }
        System.out.printf(
            "%s %d: here %.1f MB/s, ast.parse %.1f MB/s, ratio %.1f%n",
            i > WARM_UP ? "round" : "warm-up",
            i,
            bytes / MEGA / here,
            bytes / MEGA / there,
            there / here);
      }
      ratios.sort(null);
      System.out.printf("median ratio %.1f%n", ratios.get(ratios.size() / 2));
    }
    memory(sources, bytes);
    growth(sources);
  }

  private static double parseAll(Map<Path, PythonSource> sources) {
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int trees = 0;
    for (PythonSource source : sources.values()) {
      PythonSource text = PythonSource.of(source.text());
      ParseResult result = PythonParser.parse(text, PythonVersion.LATEST);
      trees += result instanceof ParseResult.Parsed ? 1 : 0;
    }
    if (trees < sources.size() / 2) {
      throw new IllegalStateException("only " + trees + " files were parsed");
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / NANOS;
  }

  private static void memory(Map<Path, PythonSource> sources, double bytes) {
    long before = used();
    List<Module> modules = new ArrayList<>();
    List<List<Token>> tokens = new ArrayList<>();
    for (PythonSource source : sources.values()) {
      if (PythonParser.parse(source, PythonVersion.LATEST) instanceof ParseResult.Parsed parsed) {
        modules.add(parsed.tree().module());
        tokens.add(parsed.tree().tokens());
      }
    }
    long all = used();
    int files = modules.size();
    modules.clear();
    long withoutRecords = used();
    tokens.clear();
    long after = used();
    System.out.printf(
        "heap a byte of text, %d files: records %.1f bytes, tokens with the hidden ones %.1f;"
            + " left when all is dropped: %.1f MB%n",
        files,
        (all - withoutRecords) / bytes,
        (withoutRecords - after) / bytes,
        (after - before) / MEGA);
  }

  private static void growth(Map<Path, PythonSource> sources) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 20 * MEGA; i = (i + 1) % sources.size()) {
      String file = new ArrayList<>(sources.values()).get(i).text();
      if (!file.contains("__future__")) {
        text.append(file).append('\n');
      }
    }
    for (int megabytes : new int[] {1, 5, 20}) {
      int end = text.lastIndexOf("\n\ndef ", (int) (megabytes * MEGA));
      PythonSource source = PythonSource.of(text.substring(0, end));
      double best = Double.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        PythonParser.parse(source, PythonVersion.LATEST);
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        best = Math.min(best, taken / NANOS);
      }
      System.out.printf("one file of %d MB: %.0f ms a MB%n", megabytes, 1000 * best / megabytes);
    }
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Map<Path, PythonSource> sources(Path python) throws IOException {
    Map<Path, PythonSource> sources = new java.util.LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(Interpreters.library(python))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
        boolean own = !file.toString().contains("-packages");
        if (own
            && SourceDecoder.decode(Files.readAllBytes(file))
                instanceof SourceDecoder.Decoded decoded
            && decoded.source().encoding().equals(StandardCharsets.UTF_8)
            && !decoded.source().byteOrderMark()
            && !file.getFileName().toString().startsWith("bad")) {
          sources.put(file, decoded.source());
        }
      }
    }
    return sources;
  }
}

package dev.parallelize.workload;

import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * How long the analysis takes, in processor time of its thread: all files of a folder outside its tests, on all
 * cores, with the slowest named; its files of about 1,000 lines once warm; and one file that grows to 50,000
 * lines. Each with the shares of parsing, semantics, and judging the loops.
 *
 * <pre>
 * java -Xss512m -cp … dev.parallelize.workload.AnalysisBenchmark FOLDER [ROUNDS]
 * </pre>
 */
public final class AnalysisBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double MILLIS = 1e6;
  private static final int SLOWEST = 12;
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final long STACK_BYTES = 512L << 20;

  private AnalysisBenchmark() {}

  /** Milliseconds of one file. */
  private record Times(String file, int lines, double parse, double semantics, double judging) {
    double all() {
      return parse + semantics + judging;
    }

    @Override
    public String toString() {
      return String.format(
          "%.1f ms (parse %.1f, semantics %.1f, judging %.1f): %s, %d lines",
          all(), parse, semantics, judging, file, lines);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    List<Path> files = files(folder);
    long begun = System.nanoTime();
    List<Times> first = onAllCores(folder, files);
    double seconds = (System.nanoTime() - begun) / 1e9;
    first.sort(Comparator.comparingDouble(Times::all).reversed());
    System.out.printf(
        "Java %s; %.1f s on %d cores; %s; the slowest:%n",
        Runtime.version(), seconds, CORES, sum(first));
    first.stream().limit(SLOWEST).forEach(System.out::println);
    usual(folder, files, rounds);
    growth(files);
  }

  private static List<Times> onAllCores(Path folder, List<Path> files) {
    Queue<Path> waiting = new ConcurrentLinkedQueue<>(files);
    List<Times> times = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CORES; i++) {
      Runnable work =
          () -> {
            for (Path next = waiting.poll(); next != null; next = waiting.poll()) {
              String name = folder.relativize(next).toString();
              read(next).ifPresent(source -> times.add(times(name, source)));
            }
          };
      threads.add(new Thread(null, work, "analysis " + i, STACK_BYTES));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return new ArrayList<>(times);
  }

  private static String sum(List<Times> all) {
    return String.format(
        "%d files, %.1f s of processor time: parse %.1f, semantics %.1f, judging %.1f",
        all.size(),
        all.stream().mapToDouble(Times::all).sum() / 1e3,
        all.stream().mapToDouble(Times::parse).sum() / 1e3,
        all.stream().mapToDouble(Times::semantics).sum() / 1e3,
        all.stream().mapToDouble(Times::judging).sum() / 1e3);
  }

  private static void usual(Path folder, List<Path> files, int rounds) throws IOException {
    List<Times> medians = new ArrayList<>();
    for (Path file : files) {
      PythonSource source = read(file).orElse(PythonSource.of(""));
      if (source.lineCount() > 950 && source.lineCount() < 1_050) {
        List<Times> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
          times.add(times(folder.relativize(file).toString(), source));
        }
        medians.add(median(times));
      }
    }
    System.out.printf("files of about 1,000 lines, warm, the median file:%n%s%n", median(medians));
    medians.forEach(System.out::println);
  }

  private static Times median(List<Times> times) {
    return times.stream()
        .sorted(Comparator.comparingDouble(Times::all))
        .toList()
        .get(times.size() / 2);
  }

  private static void growth(List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    int lines = 0;
    int next = 0;
    for (int wanted : new int[] {6_250, 12_500, 25_000, 50_000}) {
      while (lines < wanted) {
        String file = read(files.get(next++ % files.size())).map(PythonSource::text).orElse("");
        if (!file.contains("__future__")) {
          text.append(file).append('\n');
          lines += PythonSource.of(file).lineCount();
        }
      }
      System.out.println(times("grown", PythonSource.of(text.toString())));
    }
  }

  private static Times times(String file, PythonSource source) {
    long begun = THREADS.getCurrentThreadCpuTime();
    ParseResult result = PythonParser.parse(source, PythonVersion.LATEST);
    long parsed = THREADS.getCurrentThreadCpuTime();
    if (!(result instanceof ParseResult.Parsed good)) {
      return new Times(file, source.lineCount(), (parsed - begun) / MILLIS, 0, 0);
    }
    Program program =
        Analysis.analyze(good.tree(), Knowledge.standard(), new Assumptions(List.of()));
    long analyzed = THREADS.getCurrentThreadCpuTime();
    Judge.judge(program);
    long judged = THREADS.getCurrentThreadCpuTime();
    return new Times(
        file,
        source.lineCount(),
        (parsed - begun) / MILLIS,
        (analyzed - parsed) / MILLIS,
        (judged - analyzed) / MILLIS);
  }

  private static Optional<PythonSource> read(Path file) {
    try {
      return SourceDecoder.decode(Files.readAllBytes(file)) instanceof SourceDecoder.Decoded decoded
          ? Optional.of(decoded.source())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".py"))
          .filter(file -> !folder.relativize(file).toString().matches(".*(tests?/|-packages/).*"))
          .sorted()
          .toList();
    }
  }
}

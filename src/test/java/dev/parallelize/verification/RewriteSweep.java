package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.source.PythonSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what {@code verify} catches and what it cries wolf over, on all rewrites of the repository.
 *
 * <p>{@code RewriteSweep right [AT_ONCE [FILTER]]} verifies each right rewrite; whatever check fails is a false alarm.
 * {@code RewriteSweep wrong [AT_ONCE [FILTER [EACH]]]} makes wrong ones of them with {@code src/test/python/mutate.py},
 * at most {@code EACH} of an operator, and says which were caught by a check that the mistake belongs to. {@code
 * FILTER} is a regular expression on {@code operator name}.
 */
public final class RewriteSweep {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final List<String> FOLDERS =
      List.of(
          "dev/parallelize/rewrite/process-pool",
          "dev/parallelize/rewrite/thread-pool",
          "dev/parallelize/rewrite/hybrid",
          "dev/parallelize/rewrite/asyncio-aiohttp",
          "vectorize",
          "vectorize-rows");
  private static final String SEPARATOR = "# --- transformed\n";
  private static final String SERVER =
      """
      import atexit as _atexit, subprocess as _subprocess, sys as _sys
      _server = _subprocess.Popen([_sys.executable, "server.py"], stdin=-1, stdout=-1, text=True)
      _atexit.register(_server.communicate)
      _sys.argv[1:] = [_server.stdout.readline().strip()]
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  private RewriteSweep() {}

  /** A right rewrite. */
  private record Pair(String name, String before, String after, Neighbours neighbours) {}

  /** A rewrite with a mistake in it, and the checks that may be the one to notice. */
  private record Mutant(Pair pair, String operator, Set<String> checks, String text) {}

  /** Verifies what the arguments ask for and prints the figures. */
  public static void main(String... arguments) throws Exception {
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    Pattern filter = Pattern.compile(arguments.length > 2 ? arguments[2] : "");
    int each = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 6;
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      if (arguments[0].equals("right")) {
        right(workers, filter);
      } else {
        wrong(workers, filter, each);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static void right(ExecutorService workers, Pattern filter) throws Exception {
    Map<String, Future<VerificationReport>> reports = new java.util.LinkedHashMap<>();
    for (Pair pair : pairs()) {
      if (filter.matcher(pair.name()).find()) {
        reports.put(pair.name(), workers.submit(() -> verify(pair, pair.after(), usual())));
      }
    }
    int alarms = 0;
    for (var entry : reports.entrySet()) {
      VerificationReport report = entry.getValue().get();
      boolean alarm =
          report.verdict() != Verdict.EQUIVALENT
              || report.checklist().stream().anyMatch(item -> item.status() == CheckStatus.FAIL);
      alarms += alarm ? 1 : 0;
      System.out.println((alarm ? "ALARM " : "quiet ") + entry.getKey());
      if (alarm) {
        System.out.println(describe(report));
      }
    }
    System.out.printf(
        "%d right rewrites, %d false alarms (%.1f %%)%n",
        reports.size(), alarms, 100.0 * alarms / Math.max(1, reports.size()));
  }

  private static void wrong(ExecutorService workers, Pattern filter, int each) throws Exception {
    Map<Mutant, Future<VerificationReport>> reports = new java.util.LinkedHashMap<>();
    for (Mutant mutant : chosen(mutants(pairs()), filter, each)) {
      reports.put(mutant, workers.submit(() -> verify(mutant.pair(), mutant.text(), quick())));
    }
    Map<String, int[]> figures = new TreeMap<>();
    int caught = 0;
    int elsewhere = 0;
    for (var entry : reports.entrySet()) {
      Mutant mutant = entry.getKey();
      VerificationReport report = entry.getValue().get();
      Set<String> failed = failed(report);
      boolean byItsCheck = failed.stream().anyMatch(mutant.checks()::contains);
      caught += byItsCheck ? 1 : 0;
      elsewhere += !byItsCheck && !failed.isEmpty() ? 1 : 0;
      int[] figure = figures.computeIfAbsent(mutant.operator(), name -> new int[2]);
      figure[0]++;
      figure[1] += byItsCheck ? 1 : 0;
      String fate = byItsCheck ? "caught " : failed.isEmpty() ? "ESCAPED " : "ELSEWHERE ";
      System.out.println(fate + mutant.operator() + " " + mutant.pair().name() + " " + failed);
      if (!byItsCheck) {
        System.out.println(describe(report));
      }
    }
    figures.forEach(
        (name, figure) -> System.out.printf("%-40s %d of %d%n", name, figure[1], figure[0]));
    System.out.printf(
        "%d wrong rewrites, %d caught by their check (%.1f %%), %d by another alone, %d escaped%n",
        reports.size(),
        caught,
        100.0 * caught / Math.max(1, reports.size()),
        elsewhere,
        reports.size() - caught - elsewhere);
  }

  private static Set<String> failed(VerificationReport report) {
    return report.checklist().stream()
        .filter(item -> item.status() == CheckStatus.FAIL)
        .map(ChecklistItem::item)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /** At most so many of an operator, drawn by a fixed seed, so that all kinds of programs have their turn. */
  private static List<Mutant> chosen(List<Mutant> all, Pattern filter, int each) {
    List<Mutant> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(7));
    Map<String, Integer> counts = new HashMap<>();
    List<Mutant> chosen = new ArrayList<>();
    for (Mutant mutant : shuffled) {
      boolean wanted = filter.matcher(mutant.operator() + " " + mutant.pair().name()).find();
      if (wanted && counts.merge(mutant.operator(), 1, Integer::sum) <= each) {
        chosen.add(mutant);
      }
    }
    return chosen;
  }

  private static List<Mutant> mutants(List<Pair> pairs) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("mutants");
    File given = work.resolve("pairs.json").toFile();
    File made = work.resolve("mutants.json").toFile();
    JSON.writeValue(
        given,
        pairs.stream()
            .map(
                each -> Map.of("name", each.name(), "before", each.before(), "after", each.after()))
            .toList());
    Process process =
        new ProcessBuilder(
                TestMachine.interpreter().executable().toString(),
                "src/test/python/mutate.py",
                given.toString(),
                made.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("no mutants could be made");
    }
    Map<String, Pair> byName = new HashMap<>();
    pairs.forEach(each -> byName.put(each.name(), each));
    List<Mutant> mutants = new ArrayList<>();
    for (JsonNode each : JSON.readTree(made)) {
      mutants.add(
          new Mutant(
              byName.get(each.path("name").asText()),
              each.path("operator").asText(),
              Set.copyOf(Json.texts(each.path("checks"))),
              each.path("after").asText()));
    }
    Files.delete(given.toPath());
    Files.delete(made.toPath());
    Files.delete(work);
    return mutants;
  }

  private static List<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> cases = Files.list(RESOURCES.resolve(folder))) {
        for (Path one : cases.sorted().toList()) {
          if (Files.exists(one.resolve("after.py")) && doesTheSame(one)) {
            pairs.add(ofFolder(one));
          }
        }
      }
    }
    try (Stream<Path> cases = Files.list(RESOURCES.resolve("rewrites/right"))) {
      for (Path one : cases.sorted().toList()) {
        pairs.add(ofFile(one));
      }
    }
    return pairs;
  }

  /** False where the rewrite was asked to treat failures in another way than the original, or is for a later Python. */
  private static boolean doesTheSame(Path folder) throws IOException {
    Path expect = folder.resolve("expect.json");
    String asked = Files.exists(expect) ? Files.readString(expect) : "";
    return !asked.contains("\"onError\"") && !asked.contains("\"target\"");
  }

  private static Pair ofFolder(Path folder) throws IOException {
    String before = Files.readString(folder.resolve("before.py"));
    String after = Files.readString(folder.resolve("after.py"));
    String name = folder.getParent().getFileName() + "/" + folder.getFileName();
    Path server = folder.getParent().resolveSibling("server.py");
    if (!before.contains("sys.argv[1]") || !Files.exists(server)) {
      return new Pair(name, before, after, Neighbours.NONE);
    }
    Neighbours beside =
        new Neighbours("program.py", Map.of("server.py", Files.readAllBytes(server)), List.of());
    return new Pair(name, SERVER + before, SERVER + after, beside);
  }

  private static Pair ofFile(Path file) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(SEPARATOR);
    String shared =
        text.contains("# include: server\n")
            ? Files.readString(RESOURCES.resolve("rewrites/server.txt"))
            : "";
    return new Pair(
        "right/" + file.getFileName(),
        shared + text.substring(0, at),
        shared + text.substring(at + SEPARATOR.length()),
        Neighbours.NONE);
  }

  private static VerificationReport verify(
      Pair pair, String transformed, VerificationOptions options) {
    return VerifierTest.verify(
        new VerificationRequest(
            PythonSource.of(pair.before()),
            PythonSource.of(transformed),
            pair.neighbours(),
            Optional.empty(),
            List.of(),
            options));
  }

  private static VerificationOptions usual() {
    return VerificationOptions.USUAL.withRepeats(1).withTimeoutSeconds(30);
  }

  private static VerificationOptions quick() {
    return new VerificationOptions(
        0,
        List.of(2),
        List.of("spawn"),
        VerificationOptions.USUAL.seeds(),
        Tolerance.USUAL,
        OptionalInt.of(12),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static String describe(VerificationReport report) {
    StringBuilder text = new StringBuilder("    " + report.summary()).append('\n');
    report.checklist().forEach(each -> text.append("    ").append(each).append('\n'));
    report.differences().forEach(each -> text.append("    ").append(each.sentence()).append('\n'));
    return text.toString();
  }
}

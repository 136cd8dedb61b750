package dev.parallelize.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Analyzes a package and rewrites every candidate called parallelizable with a forced strategy, for
 * {@code mass_run.py} to run the package's own tests before and after. Writes the new texts under
 * {@code OUT/STRATEGY/VERSION/} and {@code OUT/report.json}: counts of verdicts, of hazards and of what
 * they are about, and the candidates of each new text.
 */
public final class MassRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Hazards and their symbols are counted by the first that blocks a candidate. */
  private final Map<String, Integer> verdicts = new TreeMap<>();

  private final Map<String, Integer> hazards = new TreeMap<>();
  private final Map<String, Integer> symbols = new HashMap<>();
  private final Map<String, Integer> impossible = new HashMap<>();
  private final ArrayNode versions = JSON.createArrayNode();
  private final Path out;
  private int number = 1000;

  private MassRun(Path out) {
    this.out = out;
  }

  /** Arguments: OUT, the strategies separated by commas (none: only count), the root, then files under it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[2]);
    List<Path> files = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      files.add(root.resolve(arguments[i]));
    }
    if (files.isEmpty()) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(f -> f.toString().endsWith(".py")).sorted().forEach(files::add);
      }
    }
    MassRun run = new MassRun(Path.of(arguments[0]));
    List<String> strategies =
        Arrays.stream(arguments[1].split(",")).filter(s -> !s.isEmpty()).toList();
    Thread deep = new Thread(null, () -> run.all(root, files, strategies), "mass run", 1L << 29);
    deep.start();
    deep.join();
    run.write();
  }

  private void all(Path root, List<Path> files, List<String> strategies) {
    for (Path file : files) {
      try {
        String text = Files.readString(file);
        count(PythonSource.of(text));
        List<Judgement> judged = strategies.isEmpty() ? List.of() : ForcedRewrites.judged(text);
        for (String strategy : strategies) {
          force(
              root, file, new ForcedRewrites(strategy, () -> ++number).of(text, judged), strategy);
        }
      } catch (IOException e) {
        System.out.println("not in UTF-8: " + file);
      }
    }
  }

  private void count(PythonSource source) {
    if (Judged.of(new ProgramText(Optional.empty(), source), PythonVersion.LATEST, List.of())
        instanceof Outcome.Answered<Judged> answered) {
      answered.answer().judgements().forEach(this::count);
    }
  }

  private void count(Judgement judgement) {
    verdicts.merge(judgement.verdict().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
    if (judgement.verdict() != Verdict.PARALLELIZABLE && !judgement.hazards().isEmpty()) {
      Hazard first = judgement.hazards().get(0);
      String severity = first.severity().name().toLowerCase(Locale.ROOT);
      hazards.merge(first.kind() + " " + severity, 1, Integer::sum);
      symbols.merge(first.kind() + " " + first.symbol(), 1, Integer::sum);
    }
  }

  private void force(Path root, Path file, ForcedRewrites.Result outcome, String strategy)
      throws IOException {
    outcome.impossible().values().forEach(r -> impossible.merge(r, 1, Integer::sum));
    for (int i = 0; i < outcome.versions().size(); i++) {
      Path relative = root.relativize(file);
      Path folder = out.resolve(strategy).resolve(Integer.toString(i));
      Path target = folder.resolve(relative);
      Files.createDirectories(target.getParent());
      Files.writeString(target, outcome.versions().get(i).text());
      for (ForcedRewrites.Rewritten one : outcome.versions().get(i).candidates()) {
        ObjectNode row = versions.addObject();
        row.put("number", one.number()).put("strategy", strategy).put("version", i);
        row.put("file", relative.toString()).put("candidate", one.candidate());
        row.put("line", one.line());
      }
    }
  }

  private void write() throws IOException {
    Files.createDirectories(out);
    ObjectNode report = JSON.createObjectNode();
    report.set("verdicts", JSON.valueToTree(verdicts));
    report.set("hazards", JSON.valueToTree(hazards));
    report.set("symbols", JSON.valueToTree(most(symbols)));
    report.set("impossible", JSON.valueToTree(most(impossible)));
    report.set("rewritten", versions);
    JSON.writerWithDefaultPrettyPrinter().writeValue(out.resolve("report.json").toFile(), report);
    System.out.println(verdicts + " " + versions.size() + " rewritten");
  }

  private static Map<String, Integer> most(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new java.util.LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }
}

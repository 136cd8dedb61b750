package dev.parallelize.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.rewrite.Python;
import dev.parallelize.source.PythonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times what is emitted for programs of the field's usual kinds beside the original and beside what an
 * expert wrote by hand, and scores the predicted speedups.
 *
 * <p>Run by a person: {@code java -Xss64m -Dpython.venv=… -cp … dev.parallelize.workflow.EmittedBenchmark
 * ROUNDS [NAME…]}. The versions run in turn, so that a busy machine is unfair to all of them.
 */
public final class EmittedBenchmark {
  private static final Path WORKLOADS = Path.of("src/test/resources/dev/parallelize/benchmark");

  private static final Path RUNNER = Path.of("src/test/python/benchmark_programs.py");

  private EmittedBenchmark() {}

  /** The program that was made, and the gain that was promised for it. */
  private record Emitted(String strategy, String code, double predicted) {}

  /** Seconds that the three versions took, as medians, and the gain that was promised. */
  private record Line(
      String name, String strategy, double original, double ours, double expert, double predicted) {
    double measured() {
      return original / ours;
    }

    double againstExpert() {
      return expert / ours;
    }

    double error() {
      return Math.abs(predicted - measured()) / measured();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-16s %-18s %8.3f %8.3f %8.3f %7.2f %7.2f %7.2f",
          name,
          strategy,
          original,
          ours,
          expert,
          againstExpert(),
          measured(),
          predicted);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    System.out.printf(
        "%-16s %-18s %8s %8s %8s %7s %7s %7s%n",
        "workload", "strategy", "original", "ours", "expert", "/expert", "speedup", "promise");
    List<Line> lines = new ArrayList<>();
    for (Path folder : folders()) {
      String name = folder.getFileName().toString();
      if (wanted.isEmpty() || wanted.contains(name)) {
        lines.add(measured(folder, rounds));
        System.out.println(lines.get(lines.size() - 1));
      }
    }
    List<Line> rewritten = lines.stream().filter(l -> !l.strategy().equals("none")).toList();
    System.out.printf(
        Locale.ROOT,
        "median: %.2f of the expert's speed, prediction off by %.0f %%; %d of %d slower than 0.95 of"
            + " the expert, %d slower than the original%n",
        median(rewritten.stream().map(Line::againstExpert).toList()),
        100 * median(rewritten.stream().map(Line::error).toList()),
        rewritten.stream().filter(l -> l.againstExpert() < 0.95).count(),
        rewritten.size(),
        rewritten.stream().filter(l -> l.measured() < 1).count());
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> found = Files.list(WORKLOADS)) {
      return found.sorted().toList();
    }
  }

  private static Line measured(Path folder, int rounds) throws IOException, InterruptedException {
    String original = Files.readString(folder.resolve("original.py"));
    Optional<Emitted> emitted = emitted(original);
    Path work = Files.createTempDirectory("benchmark");
    List<String> command =
        new ArrayList<>(
            List.of(
                Python.executable(), RUNNER.toAbsolutePath().toString(), Integer.toString(rounds)));
    command.add(Files.writeString(work.resolve("original.py"), original).toString());
    command.add(
        Files.writeString(work.resolve("ours.py"), emitted.map(Emitted::code).orElse(original))
            .toString());
    command.add(Files.copy(folder.resolve("expert.py"), work.resolve("expert.py")).toString());
    Python.Outcome outcome = Python.command(work, command);
    if (outcome.status() != 0) {
      throw new IOException(folder + ": " + outcome.errors());
    }
    JsonNode answers = new ObjectMapper().readTree(outcome.output());
    String name = folder.getFileName().toString();
    for (int i = 1; i < answers.size(); i++) {
      if (!answers.get(i).get("result").equals(answers.get(0).get("result"))) {
        throw new IOException(name + ": version " + i + " gives another result");
      }
    }
    return new Line(
        name,
        emitted.map(Emitted::strategy).orElse("none"),
        seconds(answers.get(0)),
        seconds(answers.get(1)),
        seconds(answers.get(2)),
        emitted.map(Emitted::predicted).orElse(1.0));
  }

  /** What a user gets who asks for the recommended strategy of the best candidate that is timed. */
  private static Optional<Emitted> emitted(String original) {
    ProgramText program = new ProgramText(Optional.of("program.py"), PythonSource.of(original));
    ParallelizationWorkflow workflow = new ParallelizationWorkflow();
    if (!(workflow.analyze(AnalyzeRequest.of(program))
        instanceof Outcome.Answered<AnalyzeAnswer> analyzed)) {
      return Optional.empty();
    }
    for (AnalyzeAnswer.Candidate candidate : analyzed.answer().candidates()) {
      if (!candidate.id().startsWith("prepare/")
          && workflow.transform(TransformRequest.of(program, candidate.id()))
              instanceof Outcome.Answered<TransformAnswer> transformed
          && transformed.answer().code().isPresent()) {
        TransformAnswer answer = transformed.answer();
        String strategy = answer.strategy().orElseThrow();
        double predicted = predicted(workflow, program, candidate.id(), strategy);
        return Optional.of(new Emitted(strategy, answer.code().get(), predicted));
      }
    }
    return Optional.empty();
  }

  private static double predicted(
      ParallelizationWorkflow workflow, ProgramText program, String candidate, String strategy) {
    ClassifyRequest request = ClassifyRequest.of(program);
    return workflow.classify(request, Progress.SILENT, Cancellation.NEVER)
            instanceof Outcome.Answered<ClassifyAnswer> answered
        ? answered.answer().classifications().stream()
            .filter(c -> c.candidateId().equals(candidate))
            .flatMap(c -> c.strategies().stream())
            .filter(s -> s.id().equals(strategy))
            .flatMap(s -> s.expectedSpeedup().stream())
            .findFirst()
            .map(ClassifyAnswer.ExpectedSpeedup::likely)
            .orElse(1.0)
        : 1.0;
  }

  private static double seconds(JsonNode answer) {
    List<Double> seconds = new ArrayList<>();
    answer.get("seconds").forEach(s -> seconds.add(s.asDouble()));
    return median(seconds);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }
}

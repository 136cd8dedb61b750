package dev.parallelize.workload;

import dev.parallelize.dependence.Fission;
import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plants dependences in the costly functions of the corpus's parallelizable programs: each must turn
 * the verdict, or make the function a part of the ordered remainder.
 */
final class PlantedDependences {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  /** What became of one planted dependence. */
  enum Fate {
    TURNED,
    KEPT_IN_ORDER,
    MISSED
  }

  /** A program that runs in parallel, and the function that its workers run. */
  record Host(
      String name,
      String text,
      String candidate,
      Statement.FunctionDef function,
      Program program) {}

  private PlantedDependences() {}

  /** The programs of the corpus that are called parallelizable and run a function of their own. */
  static List<Host> hosts() throws IOException {
    List<Host> hosts = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CORPUS)) {
      for (Path folder :
          folders.filter(f -> Files.exists(f.resolve("expect.json"))).sorted().toList()) {
        String candidate =
            Files.readString(folder.resolve("expect.json"))
                .replaceAll("(?s).*\"candidate\": \"([^\"]*)\".*", "$1");
        host(
                folder.getFileName().toString(),
                Files.readString(folder.resolve("before.py")),
                candidate)
            .ifPresent(hosts::add);
      }
    }
    return hosts;
  }

  static Optional<Host> host(String name, String text, String candidate) {
    Optional<Judgement> judgement =
        judge(text, candidate).filter(j -> j.verdict() == Verdict.PARALLELIZABLE);
    return judgement.flatMap(
        j -> worker(j).map(f -> new Host(name, text, candidate, f, j.program())));
  }

  private static Optional<Judgement> judge(String text, String candidate) {
    ParseResult result = PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST);
    if (!(result instanceof ParseResult.Parsed parsed)) {
      throw new IllegalStateException(result + "\n" + text);
    }
    Program program = Analysis.analyze(parsed.tree(), Knowledge.standard(), Assumptions.none());
    return Judge.judge(program).stream()
        .filter(j -> j.candidate().id().equals(candidate))
        .findFirst();
  }

  /** The parts of an iteration that run in workers. */
  private static List<Node> parts(Judgement judgement) {
    Fission fission = judgement.model().fission();
    List<Node> parts = new ArrayList<>(fission.parallel());
    fission.extractions().forEach(e -> parts.add(e.expression()));
    return parts.isEmpty() ? List.of(judgement.candidate().node()) : parts;
  }

  private static Optional<Statement.FunctionDef> worker(Judgement judgement) {
    List<Statement.FunctionDef> found = new ArrayList<>();
    for (Node part : parts(judgement)) {
      Walk.each(
          part,
          n -> {
            if (n instanceof Expression.Call call) {
              judgement.program().targets(call).forEach(t -> add(t, found));
            }
          });
    }
    return found.stream().findFirst();
  }

  private static void add(CallTarget target, List<Statement.FunctionDef> found) {
    if (target instanceof CallTarget.ProgramFunction f
        && f.scope().node() instanceof Statement.FunctionDef definition
        && !definition.isAsync()) {
      found.add(definition);
    }
  }

  static Fate fate(Host host, Plant plant) {
    String text = plant.into(host.text(), host.program().tree().module(), host.function());
    Optional<Judgement> after = judge(text, host.candidate());
    if (after.filter(j -> j.verdict() == Verdict.PARALLELIZABLE).isEmpty()) {
      return Fate.TURNED;
    }
    return runsInWorkers(after.get(), host.function().name()) ? Fate.MISSED : Fate.KEPT_IN_ORDER;
  }

  /** Of a loop whose iterations are too short to be handed over, no strategy has a part to run apart. */
  private static boolean runsInWorkers(Judgement judgement, String function) {
    if (judgement.model().fission().isEmpty() && judgement.model().itemCost().isTrivial()) {
      return false;
    }
    Program program = judgement.program();
    CallGraph calls = new CallGraph(program, new CostModel(program));
    List<Scope> named =
        program.functionFrames().stream()
            .filter(s -> s.node() instanceof Statement.FunctionDef f && f.name().equals(function))
            .toList();
    return parts(judgement).stream()
        .anyMatch(
            p -> named.stream().anyMatch(s -> calls.reaches(judgement.candidate().frame(), p, s)));
  }

  /** Plants everything everywhere, and prints what is missed. */
  public static void main(String[] arguments) throws IOException {
    int[] fates = new int[Fate.values().length];
    List<Plant> plants = Plant.all();
    for (Host host : hosts()) {
      for (Plant plant : plants) {
        Fate fate = fate(host, plant);
        fates[fate.ordinal()]++;
        if (fate == Fate.MISSED) {
          System.out.println(host.name() + ": " + plant.name());
        }
      }
    }
    for (Fate fate : Fate.values()) {
      System.out.println(fates[fate.ordinal()] + " " + fate);
    }
  }
}

package dev.parallelize.verification;

import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One verification from its first run to its report. */
final class VerificationRun {
  private static final int SHOWN_DIFFERENCES = 20;
  private static final int MOST_WORKERS_TRIED = 9;

  private final ProgramRunner runner;
  private final VerificationRequest request;
  private final VerificationOptions options;
  private final Interpreter interpreter;
  private final Sandbox sandbox;

  VerificationRun(
      ProgramRunner runner, VerificationRequest request, Interpreter interpreter, Sandbox sandbox) {
    this.runner = runner;
    this.request = request;
    this.options = request.options();
    this.interpreter = interpreter;
    this.sandbox = sandbox;
  }

  VerificationReport report() throws CancelledException {
    runner.expect(16 + 2 * options.repeats());
    StaticFindings findings = runner.examine();
    Baseline baseline =
        Baseline.of(
            runner,
            Comparing.with(
                options.tolerance(),
                findings.lasting(Version.ORIGINAL),
                Places.of(request, findings)));
    if (!baseline.reference().ended()) {
      return unusable(
          Verdict.FAILED,
          "The original could not be run to its end: "
              + baseline.reference().run().outcome().label()
              + ".");
    }
    Optional<String> missing = missingModule(baseline.reference());
    if (missing.isPresent()) {
      return unusable(
          Verdict.FAILED,
          "The original could not be run: "
              + missing.get()
              + ". Give its path, so that the files beside it are there, or install what it"
              + " imports.");
    }
    if (!baseline.settled()) {
      return unusable(
          Verdict.INCONCLUSIVE,
          "The original differs from itself even with clock, randomness and hash seed held still: "
              + baseline.disagreement().map(Difference::sentence).orElse("at an unknown place")
              + ".");
    }
    Settled settled = observe(baseline);
    Observation observed = settled.observed();
    List<Observation> variations = List.of();
    Optional<Trials.Inputs> inputs = Optional.empty();
    List<Observation> schedules = List.of();
    List<Trials.Injection> injections = List.of();
    Optional<Trials.Replay> replay = Optional.empty();
    Optional<Observation> strictOriginal = Optional.empty();
    Optional<Observation> strictTransformed = Optional.empty();
    Rounds rounds = Rounds.NONE;
    if (settled.agrees()) {
      variations = vary(settled);
      inputs = otherInputs(settled);
      rounds = Rounds.run(runner, options.repeats(), settled.pins());
    }
    if (observed.ended()) {
      schedules = perturb(settled);
      replay =
          new IterationReplay(runner, findings, options, settled.pins())
              .run(baseline.recorded(), observed);
      injections =
          new FailureInjection(runner, request, settled.pins(), settled.comparing())
              .run(baseline.recorded(), settled.reference(), observed);
      strictOriginal = Optional.of(runner.run(strict(settled.pins(), Version.ORIGINAL)));
      strictTransformed = Optional.of(runner.run(strict(settled.pins(), Version.TRANSFORMED)));
    }
    Trials trials =
        new Trials(
            findings,
            settled.pins(),
            settled.reference(),
            baseline.recorded(),
            observed,
            variations,
            inputs,
            schedules,
            replay,
            rounds.transformed(),
            injections,
            strictOriginal,
            strictTransformed,
            interpreter,
            settled.comparing());
    return judged(trials, rounds);
  }

  /** A program that cannot be loaded compares equal with every other that cannot. */
  private static Optional<String> missingModule(Observation reference) {
    return reference
        .raised()
        .filter(each -> each.type().equals("ModuleNotFoundError"))
        .map(each -> each.type() + ": " + Printable.oneLine(each.message(), 200));
  }

  /** Whether the original does anything that can be told from outside or read afterwards. */
  private static boolean leavesNothing(Trials trials) {
    Observation reference = trials.reference();
    return reference.run().stdout().isBlank()
        && reference.run().stderr().isBlank()
        && reference.run().files().isEmpty()
        && reference.run().exitStatus().orElse(0) == 0
        && reference.part("globals").isEmpty()
        && reference.part("driver").isEmpty()
        && reference.part("values").isEmpty()
        && trials.recorded().part("calls").isEmpty();
  }

  /** Whether all that the rewrite changed are functions that neither version calls. */
  private boolean neverRuns(Trials trials) {
    List<String> changed = trials.findings().changedInside();
    return !changed.isEmpty()
        && Stream.of(trials.recorded(), trials.observed())
            .flatMap(each -> each.calls().stream())
            .noneMatch(call -> changed.contains(call.function()));
  }

  /** The reference and the transformed program's first run, under pins that let them be compared. */
  private record Settled(
      Pins pins, Observation reference, Observation observed, Comparing comparing) {
    boolean agrees() {
      return reference.ended() && observed.ended() && comparing.same(reference, observed);
    }
  }

  /**
   * Runs the transformed program. When it differs, a clock, a generator or a hash seed may be all there is to it, even if
   * two runs of the original happened to agree: a time rounded to a tenth often does.
   */
  private Settled observe(Baseline baseline) throws CancelledException {
    Observation observed = runner.run(baseline.pins().applyTo(observing()));
    Settled plain =
        new Settled(baseline.pins(), baseline.reference(), observed, baseline.comparing());
    if (plain.agrees() || !baseline.pins().equals(Pins.NONE) || !observed.ended()) {
      return plain;
    }
    List<Pins> suspects = new ArrayList<>();
    suspects.add(new Pins(true, true, false));
    if (baseline.dependsOnHashSeed(runner)) {
      suspects.add(new Pins(true, true, true));
    }
    for (Pins pins : suspects) {
      Observation reference =
          runner.run(
              pins.applyTo(
                  RunPlan.captured(
                      Version.ORIGINAL, "again, with " + pins.cause() + " held still")));
      Observation again = runner.run(pins.applyTo(observing()));
      Settled pinned = new Settled(pins, reference, again, baseline.comparing());
      if (pinned.agrees()) {
        return pinned;
      }
    }
    return plain;
  }

  private static RunPlan observing() {
    return RunPlan.captured(Version.TRANSFORMED, "as the user runs it")
        .with("observe", true)
        .with("reach", true);
  }

  /** Each start method and each processor count at least once, together rather than each with each. */
  private List<Observation> vary(Settled settled) throws CancelledException {
    List<String> methods =
        settled.observed().usesProcesses()
            ? options.startMethods().stream().filter(interpreter.startMethods()::contains).toList()
            : List.of();
    boolean concurrent = settled.observed().concurrent();
    List<Integer> counts = concurrent ? workerCounts(settled.observed()) : List.of();
    List<Observation> runs = new ArrayList<>();
    for (int i = 0; i < Math.max(methods.size(), counts.size()); i++) {
      LinkedHashSet<String> circumstances = new LinkedHashSet<>();
      RunPlan plan = RunPlan.captured(Version.TRANSFORMED, "");
      if (!methods.isEmpty()) {
        String method = methods.get(i % methods.size());
        circumstances.add("start method " + method);
        plan = plan.with("startMethod", method);
      }
      if (!counts.isEmpty()) {
        int count = counts.get(i % counts.size());
        circumstances.add(count + (count == 1 ? " processor" : " processors"));
        plan = plan.with("cpus", count);
      }
      String purpose = String.join(" and ", circumstances);
      RunPlan named =
          new RunPlan(plan.version(), purpose, plan.flags(), plan.hashSeed(), plan.configuration());
      runs.add(runner.run(settled.pins().applyTo(named)));
    }
    return runs;
  }

  /** What was asked for; by default one, two, and more than there are items, if these are few. */
  private List<Integer> workerCounts(Observation observed) {
    int items = (int) observed.calls().stream().filter(Observation.Call::inWorker).count();
    boolean few = items > 0 && items < MOST_WORKERS_TRIED;
    return options.workers().equals(VerificationOptions.USUAL.workers()) && few
        ? List.of(1, 2, Math.max(3, items + 1))
        : options.workers();
  }

  /**
   * Both versions with other arguments for the functions that the rewrite changed. When they differ, the original is asked
   * again: a function that differs from itself says nothing.
   */
  private Optional<Trials.Inputs> otherInputs(Settled settled) throws CancelledException {
    if (settled.observed().part("calls").isEmpty()) {
      return Optional.empty();
    }
    Observation original = runner.run(settled.pins().applyTo(varied(Version.ORIGINAL)));
    Observation transformed = runner.run(settled.pins().applyTo(varied(Version.TRANSFORMED)));
    Comparing comparing = settled.comparing();
    if (!CallComparison.variants(original, transformed, comparing).isEmpty()) {
      Observation again = runner.run(settled.pins().applyTo(varied(Version.ORIGINAL)));
      if (!CallComparison.variants(original, again, comparing).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Trials.Inputs(original, transformed));
  }

  private static RunPlan varied(Version version) {
    return RunPlan.captured(version, "other inputs").with("vary", true);
  }

  private List<Observation> perturb(Settled settled) throws CancelledException {
    if (!settled.observed().concurrent()) {
      return List.of();
    }
    List<Observation> runs = new ArrayList<>();
    for (int seed : options.seeds()) {
      RunPlan plan =
          RunPlan.captured(Version.TRANSFORMED, "schedule of seed " + seed).with("schedule", seed);
      runs.add(runner.run(settled.pins().applyTo(plan)));
    }
    return runs;
  }

  private static RunPlan strict(Pins pins, Version version) {
    return pins.applyTo(
        RunPlan.captured(version, "development mode")
            .withFlags("-X", "dev", "-W", "always::ResourceWarning"));
  }

  private VerificationReport judged(Trials trials, Rounds rounds) {
    List<ChecklistItem> checklist = Check.ALL.stream().map(each -> each.judge(trials)).toList();
    List<Difference> differences = allDifferences(trials);
    if (differences.isEmpty() && leavesNothing(trials)) {
      return unusable(
          Verdict.INCONCLUSIVE,
          "The original prints, writes and leaves nothing, so there is nothing to compare: give a"
              + " driver that calls it.");
    }
    if (differences.isEmpty() && neverRuns(trials)) {
      return unusable(
          Verdict.INCONCLUSIVE,
          "Nothing calls `"
              + String.join("`, `", trials.findings().changedInside())
              + "`, which is all that changed: give a driver that does.");
    }
    Verdict verdict = differences.isEmpty() ? Verdict.EQUIVALENT : Verdict.DIFFERENT;
    Optional<Speedup> speedup = rounds.speedup(trials.observed().peakWorkers(), work(trials));
    return answer(verdict, summary(verdict, checklist, speedup), checklist, differences, speedup);
  }

  /** How much of the original the changed functions take, and how many items of it the workers got. */
  private static SpeedupEstimate.Work work(Trials trials) {
    Observation recorded = trials.recorded();
    double seconds = recorded.run().seconds();
    double inside = recorded.part("candidateSeconds").asDouble();
    int workers = trials.observed().peakWorkers();
    boolean computes = recorded.run().cpuSeconds() > seconds / 2;
    long items = trials.observed().calls().stream().filter(Observation.Call::inWorker).count();
    return new SpeedupEstimate.Work(
        inside > 0 && seconds > 0
            ? OptionalDouble.of(Math.min(1, inside / seconds))
            : OptionalDouble.empty(),
        computes ? Math.min(workers, Machine.current().cpus()) : workers,
        items < Observation.MOST_CALLS ? (int) items : 0);
  }

  private static List<Difference> allDifferences(Trials trials) {
    List<Difference> differences = new ArrayList<>(trials.fromReference(trials.observed()));
    trials.variations().forEach(each -> differences.addAll(trials.fromReference(each)));
    differences.addAll(trials.ofCalls());
    trials.schedules().forEach(each -> differences.addAll(trials.fromReference(each)));
    trials.replay().ifPresent(each -> differences.addAll(each.differences()));
    for (Trials.Injection each : trials.injections()) {
      differences.addAll(trials.comparing().differences(each.original(), each.transformed()));
    }
    return differences.stream().distinct().limit(SHOWN_DIFFERENCES).toList();
  }

  private static String summary(
      Verdict verdict, List<ChecklistItem> checklist, Optional<Speedup> speedup) {
    List<String> failed =
        checklist.stream()
            .filter(each -> each.status() == CheckStatus.FAIL)
            .map(ChecklistItem::item)
            .toList();
    String results =
        verdict == Verdict.EQUIVALENT
            ? "The transformed program did what the original did"
            : "The transformed program differs from the original";
    String checks = failed.isEmpty() ? "" : "; failing: " + String.join(", ", failed);
    return results
        + checks
        + speedup
            .map(each -> String.format(java.util.Locale.ROOT, "; %.2f times as fast", each.ratio()))
            .orElse("")
        + ".";
  }

  /** An answer without anything to check against. */
  private VerificationReport unusable(Verdict verdict, String why) {
    List<ChecklistItem> checklist =
        Check.ALL.stream()
            .map(each -> new ChecklistItem(each.name(), CheckStatus.UNKNOWN, List.of(why)))
            .toList();
    return answer(verdict, why, checklist, List.of(), Optional.empty());
  }

  private VerificationReport answer(
      Verdict verdict,
      String summary,
      List<ChecklistItem> checklist,
      List<Difference> differences,
      Optional<Speedup> speedup) {
    String tier =
        sandbox.status() instanceof SandboxStatus.Available available
            ? available.tier().label()
            : "none";
    return new VerificationReport(
        verdict,
        summary,
        checklist,
        differences,
        runner.records(),
        speedup,
        tier,
        interpreter.version());
  }
}

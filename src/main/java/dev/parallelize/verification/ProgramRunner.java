package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the runs of one verification, and keeps the list of them. */
final class ProgramRunner {
  /** Thrown through a verification once its caller has asked for an end. */
  static final class CancelledException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final Sandbox sandbox;
  private final Interpreter interpreter;
  private final VerificationRequest request;
  private final RunLimits limits;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<RunRecord> records = new ArrayList<>();
  private StaticFindings findings = new StaticFindings(Optional.empty());
  private int expected;

  ProgramRunner(
      Sandbox sandbox,
      Interpreter interpreter,
      VerificationRequest request,
      RunLimits limits,
      Progress progress,
      Cancellation cancellation) {
    this.sandbox = sandbox;
    this.interpreter = interpreter;
    this.request = request;
    this.limits = limits;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  List<RunRecord> records() {
    return records;
  }

  /** Tells progress how many runs there will be, as far as is known now. */
  void expect(int runs) {
    expected = Math.max(runs, records.size());
  }

  StaticFindings findings() {
    return findings;
  }

  StaticFindings examine() throws CancelledException {
    Map<String, byte[]> harness = new HashMap<>();
    harness.put("main/static.py", Resources.bytes("static.py"));
    harness.put("main/_parallelize_loops.py", Resources.bytes("loops.py"));
    harness.put(
        "static-job.json",
        Json.bytes(
            Map.of(
                "original",
                request.original().text(),
                "transformed",
                request.transformed().text())));
    SandboxJob job =
        new SandboxJob(
            interpreter,
            List.of("-I", "/sandbox/harness/main/static.py"),
            Map.of(),
            request.neighbours().files(),
            harness,
            Map.of(),
            limits);
    SandboxRun run = cancellable(sandbox.run(job, cancellation));
    findings =
        new StaticFindings(
            Optional.ofNullable(run.reports().get("static.json")).flatMap(Json::parse));
    return findings;
  }

  Observation run(RunPlan plan) throws CancelledException {
    progress.report(
        records.size(),
        Math.max(expected, records.size() + 1),
        plan.version().label() + ": " + plan.purpose());
    Observation observation =
        Observation.of(plan, cancellable(sandbox.run(job(plan), cancellation)));
    records.add(observation.record());
    return observation;
  }

  private static SandboxRun cancellable(SandboxRun run) throws CancelledException {
    if (run.outcome() instanceof Outcome.Cancelled) {
      throw new CancelledException();
    }
    return run;
  }

  private SandboxJob job(RunPlan plan) {
    var source = request.source(plan.version());
    String text = findings.text(plan).orElse(source.text());
    HarnessedProgram program =
        new HarnessedProgram(
            interpreter,
            request.neighbours().programName(),
            request.driver(),
            request.neighbours().files(),
            limits);
    return program.job(HarnessedProgram.encoded(source, text), plan);
  }
}

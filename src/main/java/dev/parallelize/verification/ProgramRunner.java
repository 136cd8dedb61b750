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

  private static final Map<String, String> HARNESS =
      Map.of(
          "sitecustomize.py", "sitecustomize.py",
          "_parallelize_observer.py", "observer.py",
          "_parallelize_snapshot.py", "snapshot.py",
          "_parallelize_bounds.py", "bounds.py",
          "_parallelize_schedule.py", "schedule.py",
          "_parallelize_reach.py", "reach.py");

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
            List.of("-I", "/harness/main/static.py"),
            Map.of(),
            request.companions(),
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
    Map<String, byte[]> files = new HashMap<>(request.companions());
    files.put(request.fileName(), text(plan));
    Map<String, byte[]> harness = new HashMap<>();
    HARNESS.forEach((name, resource) -> harness.put(name, Resources.bytes(resource)));
    List<String> arguments = new ArrayList<>(plan.flags());
    if (request.driver().isPresent()) {
      harness.put("main/driver.py", Sandbox.utf8(driver(request.driver().get())));
      arguments.add("/harness/main/driver.py");
    } else {
      arguments.add(request.fileName());
    }
    Map<String, Object> configuration = new HashMap<>(plan.configuration());
    configuration.put("program", request.moduleName());
    Map<String, String> environment = new HashMap<>();
    environment.put("PYTHONPATH", "/harness");
    environment.put("_PARALLELIZE_MAIN", "1");
    plan.hashSeed().ifPresent(seed -> environment.put("PYTHONHASHSEED", seed));
    return new SandboxJob(
        interpreter, arguments, environment, files, harness, configuration, limits);
  }

  private byte[] text(RunPlan plan) {
    var source = request.source(plan.version());
    String text =
        plan.instrumented()
            ? findings.instrumented(plan.version()).orElse(source.text())
            : source.text();
    byte[] bytes = text.getBytes(source.encoding());
    if (!source.byteOrderMark()) {
      return bytes;
    }
    byte[] marked = new byte[bytes.length + 3];
    marked[0] = (byte) 0xEF;
    marked[1] = (byte) 0xBB;
    marked[2] = (byte) 0xBF;
    System.arraycopy(bytes, 0, marked, 3, bytes.length);
    return marked;
  }

  /** JSON texts are Python string literals too, save for the separators U+2028 and U+2029, which Python allows. */
  private String driver(String text) {
    return "_parallelize_program = "
        + literal(request.moduleName())
        + "\n_parallelize_text = "
        + literal(text)
        + "\n"
        + Resources.text("driver.py");
  }

  private static String literal(String text) {
    return new String(Json.bytes(text), java.nio.charset.StandardCharsets.UTF_8);
  }
}

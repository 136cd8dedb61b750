package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures what candidates cost: a copy of the program with counters around them runs once in the sandbox.
 *
 * <p>A counter costs some tens of nanoseconds an iteration, so that the share of a loop with a tiny body comes out a
 * little too large.
 */
public final class Profiler {
  private final Sandbox sandbox;
  private final Interpreters interpreters;
  private final RunLimits limits;

  public Profiler(Sandbox sandbox, Interpreters interpreters, RunLimits limits) {
    this.sandbox = sandbox;
    this.interpreters = interpreters;
    this.limits = limits;
  }

  /** Runs the program once; blocks until it has ended. */
  public ProfileResult profile(ProfileRequest request, Cancellation cancellation) {
    if (sandbox.status() instanceof SandboxStatus.Unavailable unavailable) {
      return new ProfileResult.SandboxUnavailable(unavailable.cause(), unavailable.fix());
    }
    Optional<Interpreter> interpreter =
        request.python().map(interpreters::named).orElseGet(interpreters::preferred);
    if (interpreter.isEmpty()) {
      return new ProfileResult.NoInterpreter(
          "No Python that is known here was found; set PARALLELIZE_PYTHON to one, or put python3 on the path.");
    }
    RunLimits tightened = request.timeout().map(limits::within).orElse(limits);
    SandboxRun instrumentation =
        sandbox.run(instrumentation(request, interpreter.get(), tightened), cancellation);
    Optional<JsonNode> instrumented =
        Optional.ofNullable(instrumentation.reports().get("instrumented.json"))
            .flatMap(Json::parse);
    if (instrumentation.outcome() instanceof Outcome.Cancelled) {
      return new ProfileResult.Cancelled();
    }
    if (instrumented.isEmpty() || !instrumented.get().path("text").isTextual()) {
      return new ProfileResult.NotMeasured(
          "The program could not be prepared for measuring: "
              + instrumented
                  .map(each -> each.path("problem").asText())
                  .orElse(instrumentation.outcome().label()));
    }
    HarnessedProgram program =
        new HarnessedProgram(
            interpreter.get(),
            request.neighbours().programName(),
            request.driver(),
            request.neighbours().files(),
            tightened);
    RunPlan plan = RunPlan.plain(Version.ORIGINAL, "profiled").with("profile", true);
    SandboxRun run =
        sandbox.run(
            // Written anew, without the comment that names an encoding.
            program.job(Sandbox.utf8(instrumented.get().path("text").asText()), plan),
            cancellation);
    return result(request, run);
  }

  private static SandboxJob instrumentation(
      ProfileRequest request, Interpreter interpreter, RunLimits limits) {
    List<Map<String, Object>> wanted = new ArrayList<>();
    for (CandidateRange each : request.candidates()) {
      wanted.add(
          Map.of(
              "start", List.of(each.startLine(), each.startColumn()),
              "end", List.of(each.endLine(), each.endColumn())));
    }
    Map<String, Object> job = Map.of("text", request.source().text(), "candidates", wanted);
    return new SandboxJob(
        interpreter,
        List.of("-I", "/sandbox/harness/main/instrument.py"),
        Map.of(),
        Map.of(),
        Map.of("main/instrument.py", Resources.bytes("instrument.py"), "job.json", Json.bytes(job)),
        Map.of(),
        limits);
  }

  private static ProfileResult result(ProfileRequest request, SandboxRun run) {
    if (run.outcome() instanceof Outcome.Cancelled) {
      return new ProfileResult.Cancelled();
    }
    Optional<JsonNode> report =
        Optional.ofNullable(run.reports().get("profile.json")).flatMap(Json::parse);
    if (!run.outcome().ended() || report.isEmpty()) {
      return new ProfileResult.NotMeasured(
          "The program was not measured: " + run.outcome().label() + ".");
    }
    double total = Math.max(1e-9, report.get().path("seconds").asDouble());
    List<CandidateProfile> profiles = new ArrayList<>();
    for (JsonNode each : report.get().path("candidates")) {
      int at = each.path("at").asInt(-1);
      if (at >= 0 && at < request.candidates().size()) {
        double wall = each.path("wall").asDouble();
        profiles.add(
            new CandidateProfile(
                request.candidates().get(at).id(),
                each.path("iterations").asLong(),
                wall,
                each.path("cpu").asDouble(),
                Math.min(1, wall / total)));
      }
    }
    return new ProfileResult.Profile(profiles, total, run.outcome().label(), run.tier().label());
  }
}

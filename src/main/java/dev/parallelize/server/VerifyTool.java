package dev.parallelize.server;

import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.VerifyAnswer;
import dev.parallelize.workflow.VerifyRequest;
import dev.parallelize.workflow.VerifyRequest.Network;
import dev.parallelize.workflow.VerifyRequest.Options;
import dev.parallelize.workflow.VerifyRequest.Tolerance;
import dev.parallelize.workflow.Workflow;
import java.util.List;
import java.util.Set;

/** {@code verify}: two versions of a program in, what running both showed out. */
public record VerifyTool(Workflow workflow) implements Tool<VerifyAnswer> {
  private static final int MOST_REPEATS = 100;
  private static final int MOST_WORKERS = 1_024;
  private static final int MOST_SEED = 1_000_000;
  private static final double LONGEST_RUN = 3_600;
  private static final Set<String> START_METHODS = Set.of("fork", "spawn", "forkserver");

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public Outcome<VerifyAnswer> call(Arguments arguments, Call call) {
    arguments.allow("original", "transformed", "targetPython", "assumptions", "driver", "options");
    Programs.Given original = given(arguments, "original", call);
    Programs.Given transformed = given(arguments, "transformed", call);
    return workflow.verify(
        new VerifyRequest(
            original.program(call),
            transformed.program(call),
            original.place().or(transformed::place).map(Workspace.Place::ofProgram),
            Programs.targetPython(arguments),
            Programs.assumptions(arguments),
            arguments.text("driver"),
            arguments.object("options").map(VerifyTool::options).orElse(Options.DEFAULT)),
        call.progress(),
        call.cancellation());
  }

  @Override
  public List<String> pictures(Arguments arguments, VerifyAnswer answer) {
    boolean wanted =
        arguments.object("options").flatMap(options -> options.flag("chart")).orElse(false);
    return wanted ? answer.speedup().map(SpeedupChart::svg).stream().toList() : List.of();
  }

  private static Programs.Given given(Arguments arguments, String name, Call call) {
    Arguments one =
        arguments
            .objectOrText(name, "source")
            .orElseThrow(
                () ->
                    new InvalidArgument(
                        "'" + name + "' is missing.",
                        "Give {\"source\": …} or {\"path\": …} for it."));
    one.allow("source", "path");
    return Programs.given(one, call);
  }

  private static Options options(Arguments given) {
    given.allow(
        "repeats",
        "workers",
        "startMethods",
        "seeds",
        "chart",
        "tolerance",
        "timeoutSeconds",
        "memoryBytes",
        "network",
        "python");
    List<String> startMethods = given.texts("startMethods").orElse(List.of());
    startMethods.stream()
        .filter(m -> !START_METHODS.contains(m))
        .findFirst()
        .ifPresent(
            m -> {
              throw new InvalidArgument(
                  "There is no start method '" + m + "'.", "Give fork, spawn or forkserver.");
            });
    return new Options(
        given.integer("repeats", 1, MOST_REPEATS).orElse(Options.DEFAULT.repeats()),
        given.integers("workers", 1, MOST_WORKERS).orElse(List.of()),
        startMethods,
        given.integers("seeds", 1, MOST_SEED).orElse(List.of()),
        given.object("tolerance").map(VerifyTool::tolerance).orElse(Tolerance.DEFAULT),
        given.number("timeoutSeconds", 0.1, LONGEST_RUN),
        given.whole("memoryBytes", 1 << 20, Long.MAX_VALUE),
        given.choice("network", Network.class).orElse(Network.NONE),
        given.text("python"));
  }

  private static Tolerance tolerance(Arguments given) {
    given.allow("relative", "absolute");
    return new Tolerance(
        given.number("relative", 0, 1).orElse(Tolerance.DEFAULT.relative()),
        given.number("absolute", 0, Double.MAX_VALUE).orElse(Tolerance.DEFAULT.absolute()));
  }
}

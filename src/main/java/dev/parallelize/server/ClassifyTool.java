package dev.parallelize.server;

import dev.parallelize.workflow.ClassifyAnswer;
import dev.parallelize.workflow.ClassifyRequest;
import dev.parallelize.workflow.ClassifyRequest.TargetEnvironment;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.ProgramText;
import dev.parallelize.workflow.Workflow;
import java.util.List;

/** {@code classify}: a program in, what its candidates spend time on and how to run them out. */
public record ClassifyTool(Workflow workflow) implements Tool<ClassifyAnswer> {
  private static final int MOST_CPUS = 100_000;

  @Override
  public String name() {
    return "classify";
  }

  @Override
  public Outcome<ClassifyAnswer> call(Arguments arguments, Call call) {
    arguments.allow(
        "source", "path", "targetPython", "assumptions", "candidateIds", "environment", "driver");
    Programs.Given given = Programs.given(arguments, call);
    List<CandidateProgram> named =
        arguments.texts("candidateIds").orElse(List.of()).stream()
            .map(id -> CandidateProgram.of(given, id, call))
            .toList();
    ProgramText program = named.isEmpty() ? given.program(call) : named.get(0).program();
    if (named.stream().anyMatch(n -> !n.program().path().equals(program.path()))) {
      throw new InvalidArgument(
          "'candidateIds' are of more than one file.", "Make one call for each file.");
    }
    return workflow.classify(
        new ClassifyRequest(
            program,
            (named.isEmpty() ? given.place() : named.get(0).place())
                .map(Workspace.Place::ofProgram),
            Programs.targetPython(arguments),
            Programs.assumptions(arguments),
            named.stream().map(CandidateProgram::candidateId).toList(),
            arguments
                .object("environment")
                .map(ClassifyTool::environment)
                .orElse(TargetEnvironment.PROBED),
            arguments.text("driver")),
        call.progress(),
        call.cancellation());
  }

  private static TargetEnvironment environment(Arguments given) {
    given.allow("cpus", "memoryBytes", "gpu", "freeThreaded", "packages", "cluster");
    return new TargetEnvironment(
        given.integer("cpus", 1, MOST_CPUS),
        given.whole("memoryBytes", 1, Long.MAX_VALUE),
        given.flag("gpu"),
        given.flag("freeThreaded"),
        given.texts("packages"),
        given.flag("cluster"));
  }
}

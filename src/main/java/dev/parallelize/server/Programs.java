package dev.parallelize.server;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.ProgramText;
import dev.parallelize.workflow.WorkflowError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The arguments that all tools take: the program, the target version and the assumptions. */
final class Programs {
  private static final Set<String> ASSUMPTION_KINDS =
      Set.of(
          "pure",
          "independent",
          "thread-safe",
          "picklable",
          "unique-keys",
          "order-irrelevant",
          "reassociable");

  private Programs() {}

  /** Where the program comes from: {@code source} or {@code path}, exactly one of them. */
  static Given given(Arguments arguments, Call call) {
    Optional<String> source = arguments.text("source");
    Optional<String> path = arguments.text("path");
    if (source.isPresent() == path.isPresent()) {
      throw new InvalidArgument(
          source.isPresent()
              ? "Both 'source' and 'path' are given."
              : "Neither 'source' nor 'path' is given.",
          "Give the program's text as 'source', or a file inside the workspace as 'path'.");
    }
    return source.isPresent()
        ? new Given(Optional.of(text(source.get())), Optional.empty())
        : new Given(Optional.empty(), Optional.of(call.workspace().find(path.get())));
  }

  /** A program's text, or a place in the workspace. */
  record Given(Optional<ProgramText> text, Optional<Workspace.Place> place) {
    boolean isFolder() {
      return place.filter(Workspace.Place::isFolder).isPresent();
    }

    /** The program when it is a text or one file. */
    ProgramText program(Call call) {
      if (isFolder()) {
        throw new InvalidArgument(
            "'" + place.orElseThrow().name() + "' is a folder.", "Give the path of a file.");
      }
      return text.orElseGet(() -> call.workspace().read(place.orElseThrow()));
    }
  }

  static Optional<PythonVersion> targetPython(Arguments arguments) {
    return arguments
        .text("targetPython")
        .map(
            t ->
                PythonVersion.parse(t)
                    .orElseThrow(
                        () ->
                            new InvalidArgument(
                                "'targetPython' is '" + t + "', which is not known.",
                                "Give \"3.9\" to \"3.14\", \"3.13t\" or \"3.14t\".")));
  }

  static List<Assumption> assumptions(Arguments arguments) {
    return arguments.objects("assumptions").stream().map(Programs::assumption).toList();
  }

  private static Assumption assumption(Arguments one) {
    one.allow("kind", "target");
    String kind =
        one.requiredText("kind", "Give one of " + String.join(", ", ASSUMPTION_KINDS) + ".");
    if (!ASSUMPTION_KINDS.contains(kind)) {
      throw new InvalidArgument(
          "There is no assumption of kind '" + kind + "'.",
          "Send back the 'assumption' object of a hazard as it was.");
    }
    String target = one.requiredText("target", "Name the callee, object or candidate it is about.");
    return new Assumption(kind, target);
  }

  private static ProgramText text(String source) {
    if (source.length() > Limits.SOURCE_BYTES) {
      throw new InvalidArgument(
          WorkflowError.of(
              ErrorCode.TOO_LARGE,
              "'source' has more than " + Limits.SOURCE_BYTES + " characters.",
              "Send the module that holds the loop alone."));
    }
    return new ProgramText(Optional.empty(), PythonSource.of(source));
  }
}

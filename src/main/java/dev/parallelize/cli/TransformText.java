package dev.parallelize.cli;

import dev.parallelize.workflow.TransformAnswer;
import dev.parallelize.workflow.TransformAnswer.Requirement;
import java.util.List;

/** A rewrite for people: what changed and the diff, or why there is none. */
final class TransformText {
  private TransformText() {}

  static String of(TransformAnswer answer) {
    return Texts.visible(
        answer.status() == TransformAnswer.Status.TRANSFORMED
            ? transformed(answer)
            : refused(answer));
  }

  private static String transformed(TransformAnswer answer) {
    return "Strategy: "
        + answer.strategy().orElse("?")
        + "\n"
        + Texts.list("Changes:", answer.changes())
        + Texts.list("Needs:", requirements(answer))
        + Texts.list(
            "Holds only if:",
            answer.assumptionsUsed().stream().map(a -> a.kind() + ":" + a.target()).toList())
        + Texts.list("Note:", answer.warnings())
        + "\n"
        + answer.diff().map(d -> d.replace("\r\n", "\n")).orElse("");
  }

  private static String refused(TransformAnswer answer) {
    return "Refused"
        + answer.strategy().map(s -> " (" + s + ")").orElse("")
        + ".\n"
        + Texts.hazards(answer.hazards())
        + Texts.list("Note:", answer.warnings())
        + Texts.list("What would help:", answer.whatWouldHelp());
  }

  private static List<String> requirements(TransformAnswer answer) {
    return answer.requirements().stream().map(TransformText::requirement).toList();
  }

  private static String requirement(Requirement requirement) {
    return requirement.distribution()
        + requirement.minimumVersion().map(v -> " " + v + " or newer").orElse("");
  }
}

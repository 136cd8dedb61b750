package dev.parallelize.workflow;

import dev.parallelize.hazard.Hazard;
import java.util.stream.Collectors;

/** Why a rewrite was refused, in all the words that the answer has for it. */
final class Reasons {
  private Reasons() {}

  static String of(Outcome<TransformAnswer> outcome) {
    if (outcome instanceof Outcome.Refused<TransformAnswer> refused) {
      return refused.error().message();
    }
    TransformAnswer answer = ((Outcome.Answered<TransformAnswer>) outcome).answer();
    return answer.hazards().stream().map(Hazard::toString).collect(Collectors.joining("\n"))
        + String.join("\n", answer.whatWouldHelp());
  }
}

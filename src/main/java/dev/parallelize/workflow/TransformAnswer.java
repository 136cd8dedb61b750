package dev.parallelize.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.semantics.Assumptions.Assumption;
import java.util.List;
import java.util.Optional;

/**
 * The rewritten file, or why there is none.
 *
 * @param code the whole new file; set when transformed
 * @param diff unified; set when transformed
 * @param strategy what was used, or what was refused
 * @param imports import statements that were added
 * @param changes one sentence each, with lines
 * @param checklist as in {@code verify}, here from the text alone
 * @param hazards of a refusal: what stands in the way
 * @param whatWouldHelp of a refusal: what the caller can do
 */
public record TransformAnswer(
    Status status,
    Optional<String> code,
    Optional<String> diff,
    Optional<String> strategy,
    List<String> imports,
    List<Requirement> requirements,
    List<String> changes,
    List<Assumption> assumptionsUsed,
    List<String> warnings,
    List<ChecklistItem> checklist,
    List<Hazard> hazards,
    List<String> whatWouldHelp) {
  public TransformAnswer {
    imports = List.copyOf(imports);
    requirements = List.copyOf(requirements);
    changes = List.copyOf(changes);
    assumptionsUsed = List.copyOf(assumptionsUsed);
    warnings = List.copyOf(warnings);
    checklist = List.copyOf(checklist);
    hazards = List.copyOf(hazards);
    whatWouldHelp = List.copyOf(whatWouldHelp);
  }

  /** How it ended. */
  public enum Status {
    TRANSFORMED,
    REFUSED
  }

  /** A distribution that the new code needs. */
  public record Requirement(
      @JsonProperty("package") String distribution, Optional<String> minimumVersion) {}
}

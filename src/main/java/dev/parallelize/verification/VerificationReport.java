package dev.parallelize.verification;

import java.util.List;
import java.util.Optional;

/**
 * The answer of a verification that took place.
 *
 * @param verdict what the results say
 * @param summary one sentence for a person
 * @param checklist the six checks in the contract's order
 * @param differences the first unequal values
 * @param runs every run of either program
 * @param speedup measured when both versions ran to their ends
 * @param sandbox the tier in force
 * @param python the interpreter's version
 */
public record VerificationReport(
    Verdict verdict,
    String summary,
    List<ChecklistItem> checklist,
    List<Difference> differences,
    List<RunRecord> runs,
    Optional<Speedup> speedup,
    String sandbox,
    String python)
    implements VerificationResult {

  public VerificationReport {
    checklist = List.copyOf(checklist);
    differences = List.copyOf(differences);
    runs = List.copyOf(runs);
  }
}

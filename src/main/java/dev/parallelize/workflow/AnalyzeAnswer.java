package dev.parallelize.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parallelize.dependence.Construct;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.workload.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The candidates, best first.
 *
 * @param total how many there are over all pages
 * @param nextCursor what to send to get the next page
 * @param skipped files of the folder that could not be analyzed, with the reason
 */
public record AnalyzeAnswer(
    List<Candidate> candidates,
    int total,
    Optional<String> nextCursor,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SkippedFile> skipped) {
  public AnalyzeAnswer {
    candidates = List.copyOf(candidates);
    skipped = List.copyOf(skipped);
  }

  /**
   * A place where work repeats and might run in parallel.
   *
   * @param id stable for one source text; names the candidate in the other calls
   * @param indicator which row of the skill's candidate table matched
   * @param summary one sentence for a person
   */
  public record Candidate(
      String id,
      Construct construct,
      Location location,
      Verdict verdict,
      List<Hazard> hazards,
      Dataflow dataflow,
      String indicator,
      String summary) {
    public Candidate {
      hazards = List.copyOf(hazards);
    }
  }

  /**
   * Lines and columns are 1-based, columns count code points; {@code endLine} is the last line, {@code endColumn} the
   * first column after the end.
   *
   * @param function qualified name, or {@code <module>}
   */
  public record Location(
      Optional<String> path,
      String function,
      int startLine,
      int startColumn,
      int endLine,
      int endColumn) {}

  /**
   * What goes into an iteration and what comes out.
   *
   * @param reads names read that no iteration changes and that are not captured for a worker
   * @param captures names whose values a worker needs from outside the loop
   */
  public record Dataflow(
      List<String> iterationVariables,
      List<String> reads,
      List<String> captures,
      List<Result> results) {
    public Dataflow {
      iterationVariables = List.copyOf(iterationVariables);
      reads = List.copyOf(reads);
      captures = List.copyOf(captures);
      results = List.copyOf(results);
    }
  }

  /**
   * What the iterations leave behind under one name.
   *
   * @param shape how it is built up: {@code list-append}, {@code sum}, {@code dict-slot}, …
   */
  public record Result(String name, String shape) {}

  /** A file of a folder that was left out. */
  public record SkippedFile(String path, WorkflowError error) {}
}

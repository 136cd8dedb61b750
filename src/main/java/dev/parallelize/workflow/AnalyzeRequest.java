package dev.parallelize.workflow;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.syntax.PythonVersion;
import java.util.List;
import java.util.Optional;

/**
 * What {@code analyze} is asked.
 *
 * @param programs one program, or the files of a folder in order of their names
 * @param folder set when a folder was given: then each program's path is relative to it, and candidates' identifiers
 *     begin with that path and a colon
 * @param targetPython empty means that of the interpreter found
 * @param limit candidates in one answer; empty means the default
 * @param cursor the {@code nextCursor} of an earlier answer
 */
public record AnalyzeRequest(
    List<ProgramText> programs,
    Optional<String> folder,
    Optional<PythonVersion> targetPython,
    List<Assumption> assumptions,
    Optional<Focus> focus,
    Detail detail,
    Optional<Integer> limit,
    Optional<String> cursor) {
  public AnalyzeRequest {
    programs = List.copyOf(programs);
    assumptions = List.copyOf(assumptions);
  }

  /** A request about one program with nothing else said. */
  public static AnalyzeRequest of(ProgramText program) {
    return new AnalyzeRequest(
        List.of(program),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Detail.CONCISE,
        Optional.empty(),
        Optional.empty());
  }

  /** The part of the program that is of interest. */
  public sealed interface Focus {
    /** A function by its qualified name, with all that is nested in it. */
    record Function(String name) implements Focus {}

    /** Candidates that share a line with this range, both ends included, 1-based. */
    record Lines(int startLine, int endLine) implements Focus {}
  }

  /** How much of each candidate is told. */
  public enum Detail {
    /** Identifier, place, verdict, summary, and the hazards that matter for the verdict. */
    CONCISE,
    /** Also advice, and the data flow in full. */
    FULL
  }
}

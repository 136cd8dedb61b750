package dev.parallelize.workflow;

import dev.parallelize.semantics.Neighbourhood;
import dev.parallelize.source.PythonSource;
import java.util.Optional;

/**
 * A program as a request gives it.
 *
 * @param path how answers and diffs name the file, with {@code /} between folders; empty when only the text was given
 * @param surroundings the modules that it may import from its own folders
 */
public record ProgramText(Optional<String> path, PythonSource source, Beside surroundings) {

  /**
   * Where a program stands among other modules.
   *
   * @param name its path relative to the folder that imports start from
   */
  public record Beside(String name, Neighbourhood neighbourhood) {
    /** A program of which nothing but itself is known. */
    public static final Beside NOTHING = new Beside("", Neighbourhood.NONE);
  }

  public ProgramText(Optional<String> path, PythonSource source) {
    this(path, source, Beside.NOTHING);
  }

  /** A program of which only the text is known. */
  public static ProgramText of(String text) {
    return new ProgramText(Optional.empty(), PythonSource.of(text));
  }

  /** The same file with another text. */
  public ProgramText withSource(PythonSource changed) {
    return new ProgramText(path, changed, surroundings);
  }

  /** The same program among other modules. */
  public ProgramText beside(String name, Neighbourhood neighbourhood) {
    return new ProgramText(path, source, new Beside(name, neighbourhood));
  }
}

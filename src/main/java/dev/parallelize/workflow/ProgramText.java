package dev.parallelize.workflow;

import dev.parallelize.source.PythonSource;
import java.util.Optional;

/**
 * A program as a request gives it.
 *
 * @param path how answers and diffs name the file, with {@code /} between folders; empty when only the text was given
 */
public record ProgramText(Optional<String> path, PythonSource source) {

  /** A program of which only the text is known. */
  public static ProgramText of(String text) {
    return new ProgramText(Optional.empty(), PythonSource.of(text));
  }
}

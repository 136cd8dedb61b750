package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import java.util.List;

/**
 * What a plan does to a file.
 *
 * @param imports import statements that were added
 * @param requirements distributions that the new code needs
 * @param changes one sentence each, for people
 * @param warnings what the caller should know before using the result
 */
public record Rewrite(
    List<Edit> edits,
    List<String> imports,
    List<String> requirements,
    List<String> changes,
    List<String> warnings) {
  public Rewrite {
    edits = List.copyOf(edits);
    imports = List.copyOf(imports);
    requirements = List.copyOf(requirements);
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }
}

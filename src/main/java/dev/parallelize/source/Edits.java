package dev.parallelize.source;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies edits to a source text and shows what changed. */
public final class Edits {
  private static final int CONTEXT_LINES = 3;

  /** What patch programs expect below a last line that does not end. */
  private static final String UNENDED = "\n\\ No newline at end of file";

  private Edits() {}

  /**
   * The text with all edits applied; text outside their spans is unchanged. Edits at the same empty
   * span apply in the order given.
   *
   * @throws IllegalArgumentException if two edits overlap, naming both rules
   */
  public static PythonSource apply(PythonSource source, List<Edit> edits) {
    List<Edit> ordered = new ArrayList<>(edits);
    ordered.sort(
        Comparator.comparingInt((Edit e) -> e.span().start()).thenComparing(e -> e.span().end()));
    StringBuilder result = new StringBuilder();
    int position = 0;
    Edit previous = null;
    for (Edit edit : ordered) {
      if (edit.span().start() < position) {
        throw new IllegalArgumentException(
            "edits overlap: " + (previous == null ? "?" : previous.rule()) + ", " + edit.rule());
      }
      result.append(source.text(), position, edit.span().start()).append(edit.replacement());
      position = edit.span().end();
      previous = edit;
    }
    result.append(source.text(), position, source.text().length());
    return source.withText(result.toString());
  }

  /**
   * A unified diff with three lines of context, as git and patch apply it: a line ends at a line feed, and a carriage
   * return before it belongs to the line. Empty when the texts are equal.
   */
  public static String unifiedDiff(String name, String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + name, "b/" + name, old, DiffUtils.diff(old, now), CONTEXT_LINES);
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    boolean ends = text.endsWith("\n");
    String[] lines = text.substring(0, text.length() - (ends ? 1 : 0)).split("\n", -1);
    if (!ends) {
      lines[lines.length - 1] += UNENDED;
    }
    return List.of(lines);
  }
}

package dev.parallelize.cli;

import dev.parallelize.hazard.Hazard;
import dev.parallelize.server.AnswerJson;
import dev.parallelize.workflow.ChecklistItem;
import dev.parallelize.workflow.WorkflowError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of text that several answers share. */
final class Texts {
  private static final String INDENT = "    ";

  private Texts() {}

  /** The text with control characters spelt out, so that a program's text cannot drive the terminal. */
  static String visible(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\t')
                        || Character.getType(c) == Character.FORMAT
                    ? String.format(Locale.ROOT, "\\u%04x", c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }

  static String error(WorkflowError error) {
    String place =
        error
            .line()
            .map(l -> " (line " + l + error.column().map(c -> ", column " + c).orElse("") + ")")
            .orElse("");
    String hint = error.hint().filter(h -> !h.isBlank()).map(h -> "  " + h + "\n").orElse("");
    String code = AnswerJson.word(error.code());
    return visible(code + ": " + error.message() + place + "\n" + hint);
  }

  /** A hazard in one line, and how to discharge it in a second. */
  static String hazard(Hazard hazard) {
    String line =
        INDENT
            + String.format(
                Locale.ROOT,
                "line %-4d %s (%s): %s%n",
                hazard.line(),
                hazard.kind(),
                AnswerJson.word(hazard.severity()),
                hazard.message());
    String discharge =
        hazard
            .assumption()
            .map(a -> INDENT + "          if so: --assume " + a.kind() + ":" + a.target() + "\n")
            .orElse("");
    return line + discharge;
  }

  static String hazards(List<Hazard> hazards) {
    return hazards.stream().map(Texts::hazard).collect(Collectors.joining());
  }

  static String checklist(List<ChecklistItem> checklist) {
    Table table = new Table();
    for (ChecklistItem check : checklist) {
      table.row(
          "  " + mark(check.status()),
          AnswerJson.word(check.item()),
          check.evidence().isEmpty() ? "" : check.evidence().get(0));
      check.evidence().stream().skip(1).forEach(e -> table.row("", "", e));
    }
    return table.toString();
  }

  /** A list under a heading; nothing when it is empty. */
  static String list(String heading, List<String> items) {
    return items.isEmpty()
        ? ""
        : heading + "\n" + items.stream().map(i -> "  - " + i + "\n").collect(Collectors.joining());
  }

  static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String mark(ChecklistItem.Status status) {
    return switch (status) {
      case PASS -> "[pass]";
      case FAIL -> "[FAIL]";
      case UNKNOWN -> "[ ?? ]";
    };
  }
}

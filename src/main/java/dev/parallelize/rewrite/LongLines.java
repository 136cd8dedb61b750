package dev.parallelize.rewrite;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks emitted lines that got too long, the way a formatter would: inside the last call. */
final class LongLines {
  private static final int LINE_LENGTH = 88;

  /** {@code async with module.open(…) as file:} with one context manager. */
  private static final Pattern BLOCK =
      Pattern.compile("(\\s*)(async with [\\w.]+\\()(.*)(\\) as \\w+:)");

  private LongLines() {}

  /** The code with each line that ends in a call, and is too long, broken inside that call. */
  static String folded(String code, String unit, String newline) {
    return folded(code, newline, line -> inCall(line, unit, newline));
  }

  /** The same, and {@code async with} lines broken inside the call that makes their context manager. */
  static String foldedWithBlocks(String code, String unit, String newline) {
    return folded(
        code,
        newline,
        line -> inBlock(line, unit, newline).orElseGet(() -> inCall(line, unit, newline)));
  }

  private static String folded(String code, String newline, UnaryOperator<String> fold) {
    StringBuilder result = new StringBuilder();
    String[] lines = code.split(Pattern.quote(newline), -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        result.append(newline);
      }
      result.append(lines[i].length() > LINE_LENGTH ? fold.apply(lines[i]) : lines[i]);
    }
    return result.toString();
  }

  private static Optional<String> inBlock(String line, String unit, String newline) {
    Matcher block = BLOCK.matcher(line);
    if (!block.matches()) {
      return Optional.empty();
    }
    String indent = block.group(1);
    String arguments = block.group(3);
    return Optional.of(
        indent.length() + unit.length() + arguments.length() > LINE_LENGTH
            ? line
            : indent
                + block.group(2)
                + newline
                + indent
                + unit
                + arguments
                + newline
                + indent
                + block.group(4));
  }

  private static String inCall(String line, String unit, String newline) {
    int open = line.endsWith(")") ? opening(line) : -1;
    if (open < 0) {
      return line;
    }
    String arguments = line.substring(open + 1, line.length() - 1);
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    boolean quoted = arguments.indexOf('"') >= 0 || arguments.indexOf('\'') >= 0;
    if (quoted || indent.length() + unit.length() + arguments.length() > LINE_LENGTH) {
      return line;
    }
    return line.substring(0, open + 1)
        + newline
        + indent
        + unit
        + arguments
        + newline
        + indent
        + ")";
  }

  /** Where the parenthesis that closes the line was opened. */
  private static int opening(String line) {
    int depth = 0;
    for (int i = line.length() - 1; i >= 0; i--) {
      char c = line.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}

package dev.parallelize.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks assignments that got too long, the way a formatter would: inside the last pair of brackets
 * where the value is one call, else in parentheses of their own and in front of the operators that
 * bind least.
 */
final class LongExpressions {
  static final int WIDTH = 88;
  private static final Pattern ASSIGNMENT = Pattern.compile("([\\w.\\[\\]:, +*-]+? [+*/-]?= )(.*)");

  /** A part of what a call gives. */
  private static final Pattern ELEMENT = Pattern.compile("([\\w.]+\\(.*\\))(\\[[-\\d:]+])");

  /** Operators with a space on each side, those that bind least first. */
  private static final List<Set<String>> OPERATORS =
      List.of(Set.of("|"), Set.of("&"), Set.of("+", "-"), Set.of("*", "/", "//", "%"));

  private final String unit;

  LongExpressions(String unit) {
    this.unit = unit;
  }

  /**
   * The statement on as many lines as it takes; on one where it is short, or no assignment.
   *
   * @param column where the first character stands in its line
   */
  List<String> broken(String line, int column) {
    Matcher assignment = ASSIGNMENT.matcher(line.stripLeading());
    boolean known = assignment.matches() && !line.matches(".*['\"#].*");
    if (column + line.length() <= WIDTH || !known) {
      return List.of(line);
    }
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    return value(indent, assignment.group(1), assignment.group(2), "", column);
  }

  private List<String> value(String indent, String before, String code, String after, int column) {
    Matcher element = ELEMENT.matcher(code);
    if (element.matches()) {
      return value(indent, before, element.group(1), element.group(2) + after, column);
    }
    int open = lastOpening(code);
    Set<String> operators = splitter(code);
    boolean two = split(code, operators).size() == 2;
    boolean call = open >= 0 && (operators.isEmpty() || two && isBracketed(code));
    if (call) {
      String inside = code.substring(open + 1, code.length() - 1);
      List<String> lines = new ArrayList<>();
      lines.add(indent + before + code.substring(0, open + 1));
      lines.addAll(inside(indent + unit, inside, column));
      lines.add(indent + code.charAt(code.length() - 1) + after);
      return lines;
    }
    if (operators.isEmpty()) {
      return List.of(indent + before + code + after);
    }
    List<String> lines = new ArrayList<>();
    lines.add(indent + before + "(");
    lines.addAll(inside(indent + unit, code, column));
    lines.add(indent + ")" + after);
    return lines;
  }

  /** {@code 0.25 * (…)}: the brackets at the end are all of the last operand. */
  private static boolean isBracketed(String code) {
    int open = lastOpening(code);
    return open > 1 && code.charAt(open - 1) == ' ';
  }

  private List<String> inside(String indent, String code, int column) {
    if (column + indent.length() + code.length() <= WIDTH) {
      return List.of(indent + code);
    }
    List<String> arguments = split(code, Set.of(","));
    List<String> lines = new ArrayList<>();
    if (arguments.size() > 1) {
      for (String argument : arguments) {
        lines.addAll(fitted(indent, "", argument, ",", column));
      }
      return lines;
    }
    Set<String> operators = splitter(code);
    if (operators.isEmpty()) {
      return value(indent, "", code, "", column);
    }
    List<String> parts = split(code, operators);
    for (String part : parts) {
      int space = lines.isEmpty() ? 0 : part.indexOf(' ') + 1;
      lines.addAll(fitted(indent, part.substring(0, space), part.substring(space), "", column));
    }
    return lines;
  }

  private List<String> fitted(String indent, String before, String code, String after, int column) {
    int length = column + indent.length() + before.length() + code.length() + after.length();
    return length <= WIDTH
        ? List.of(indent + before + code + after)
        : value(indent, before, code, after, column);
  }

  /** The operators of the code that bind least, outside of brackets; none if it has no operator. */
  private static Set<String> splitter(String code) {
    for (Set<String> operators : OPERATORS) {
      if (split(code, operators).size() > 1) {
        return operators;
      }
    }
    return Set.of();
  }

  /** Splits outside of brackets: after commas, and in front of operators. */
  private static List<String> split(String code, Set<String> at) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      int end = code.indexOf(' ', i + 1);
      if (depth == 0 && c == ',' && at.contains(",")) {
        parts.add(code.substring(start, i).strip());
        start = i + 1;
      } else if (depth == 0 && c == ' ' && end > 0 && at.contains(code.substring(i + 1, end))) {
        parts.add(code.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(code.substring(start).strip());
    return parts;
  }

  /** Where the bracket that closes the code was opened; -1 if it ends with none. */
  private static int lastOpening(String code) {
    int depth = 0;
    for (int i = code.length() - 1; i >= 0; i--) {
      char c = code.charAt(i);
      depth += ")]}".indexOf(c) >= 0 ? 1 : "([{".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0) {
        return i < code.length() - 1 && code.endsWith(")") ? i : -1;
      }
    }
    return -1;
  }
}

package dev.parallelize.rewrite;

import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines and indentation of a file: what new code has to look like to be at home in it. */
final class Layout {
  private final PythonSource source;
  private final Set<Integer> linesInsideStrings = new HashSet<>();
  private final String unit;

  Layout(SyntaxTree tree) {
    this.source = tree.source();
    for (Token token : tree.tokens()) {
      boolean text = token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.FSTRING_MIDDLE;
      if (text) {
        int last = source.line(Math.max(token.start(), token.end() - 1));
        for (int line = source.line(token.start()) + 1; line <= last; line++) {
          linesInsideStrings.add(line);
        }
      }
    }
    this.unit = unit(tree);
  }

  private static String unit(SyntaxTree tree) {
    for (Token token : tree.tokens()) {
      if (token.kind() == Token.Kind.INDENT && token.end() > token.start()) {
        return tree.source().text(token.span());
      }
    }
    PythonSource source = tree.source();
    for (int line = 2; line <= source.lineCount(); line++) {
      String text = source.lineText(line);
      String before = source.lineText(line - 1).strip();
      int width = text.length() - text.stripLeading().length();
      if (width > 0 && before.endsWith(":") && !text.isBlank()) {
        String outer = source.lineText(line - 1);
        int base = outer.length() - outer.stripLeading().length();
        if (width > base) {
          return text.substring(base, width);
        }
      }
    }
    return "    ";
  }

  PythonSource source() {
    return source;
  }

  /** One step of indentation in this file. */
  String unit() {
    return unit;
  }

  String newline() {
    return source.lineSeparator();
  }

  /** The white space in front of the line that the node starts on. */
  String indentation(Node node) {
    String line = source.lineText(source.line(node.start()));
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** True when nothing but white space stands before the node on its line. */
  boolean startsLine(Node node) {
    int line = source.line(node.start());
    return source.text().substring(source.lineStart(line), node.start()).isBlank();
  }

  /** True when nothing but white space and a comment stands after the node on its last line. */
  boolean endsLine(Node node) {
    String rest = source.text().substring(node.end(), lineEnd(node));
    return rest.isBlank() || rest.strip().startsWith("#");
  }

  /** True when the statement has its lines to itself: no semicolons, no one-line block. */
  boolean isAlone(Node node) {
    return startsLine(node) && endsLine(node);
  }

  int lineStart(Node node) {
    return source.lineStart(source.line(node.start()));
  }

  /** The offset of the line end of the node's last line. */
  int lineEnd(Node node) {
    int line = source.line(Math.max(node.start(), node.end() - 1));
    return Math.max(node.end(), source.lineEnd(line));
  }

  /** The offset after the line end of the node's last line. */
  int afterLastLine(Node node) {
    int line = source.line(Math.max(node.start(), node.end() - 1));
    return line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
  }

  /** The whole lines of a node. */
  Span lines(Node node) {
    return new Span(lineStart(node), afterLastLine(node));
  }

  /** Offsets at which the lines of a span start, where indenting does not change a string's text. */
  List<Integer> indentable(int start, int end) {
    List<Integer> offsets = new ArrayList<>();
    int last = source.line(Math.max(start, end - 1));
    for (int line = source.line(start); line <= last; line++) {
      if (!linesInsideStrings.contains(line) && !source.lineText(line).isBlank()) {
        offsets.add(source.lineStart(line));
      }
    }
    return offsets;
  }

  /** The lines of a node with another indentation; text inside strings stays as it is. */
  String moved(Node node, String indentation) {
    return moved(lineStart(node), node.end(), indentation(node), indentation)
        .concat(trailing(node));
  }

  private String trailing(Node node) {
    return source.text().substring(node.end(), lineEnd(node));
  }

  /** Text from the start of a line to an offset, with {@code from} in front of lines replaced. */
  String moved(int start, int end, String from, String to) {
    StringBuilder text = new StringBuilder();
    int first = source.line(start);
    int last = source.line(Math.max(start, end - 1));
    for (int line = first; line <= last; line++) {
      int lineStart = source.lineStart(line);
      int stop = line == last ? end : source.lineEnd(line);
      String content = source.text().substring(lineStart, Math.max(lineStart, stop));
      if (line > first) {
        text.append(newline());
      }
      boolean shift = !linesInsideStrings.contains(line) && content.startsWith(from);
      text.append(shift && !content.isBlank() ? to + content.substring(from.length()) : content);
    }
    return text.toString();
  }

  /** The module-level statement that holds the offset. */
  static Statement topLevel(SyntaxTree tree, int offset) {
    Statement found = tree.module().body().get(0);
    for (Statement statement : tree.module().body()) {
      if (statement.start() <= offset) {
        found = statement;
      }
    }
    return found;
  }

  /** Where a statement really begins: decorators and the comments right above it belong to it. */
  int outerStart(Statement statement) {
    int start = statement.start();
    if (statement instanceof Statement.FunctionDef f && !f.decorators().isEmpty()) {
      start = f.decorators().get(0).start();
    } else if (statement instanceof Statement.ClassDef c && !c.decorators().isEmpty()) {
      start = c.decorators().get(0).start();
    }
    int line = source.line(start);
    String own = source.lineText(line);
    String comment = own.substring(0, own.length() - own.stripLeading().length()) + "#";
    while (line > 1
        && source.lineText(line - 1).startsWith(comment)
        && !source.lineText(line - 1).startsWith("#!")) {
      line--;
    }
    return source.lineStart(line);
  }
}

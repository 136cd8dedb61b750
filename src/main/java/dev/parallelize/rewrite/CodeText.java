package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.Edits;
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

/**
 * Pieces of a file's text, moved to another indentation with edits on the way, and new lines that are
 * broken where the file's own lines would be: one argument a line, with a comma after the last.
 */
final class CodeText {
  private static final String RULE = "moved-code";
  private static final List<Integer> WIDTHS = List.of(88, 100, 120);

  private final PythonSource source;
  private final Set<Integer> linesInsideText = new HashSet<>();
  private final String unit;
  private final int width;
  private final char quote;

  CodeText(SyntaxTree tree) {
    this.source = tree.source();
    String firstIndent = "";
    int single = 0;
    int twofold = 0;
    for (Token token : tree.tokens()) {
      String text = source.text().substring(token.start(), token.end());
      if (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.FSTRING_MIDDLE) {
        for (int l = source.line(token.start()) + 1; l <= source.line(token.end()); l++) {
          linesInsideText.add(l);
        }
        single += text.endsWith("'") && !text.endsWith("'''") ? 1 : 0;
        twofold += text.endsWith("\"") && !text.endsWith("\"\"\"") ? 1 : 0;
      } else if (token.kind() == Token.Kind.INDENT && firstIndent.isEmpty()) {
        firstIndent = text;
      }
    }
    this.unit = firstIndent.isBlank() && !firstIndent.isEmpty() ? firstIndent : indentOfBody(tree);
    this.quote = single > twofold ? '\'' : '"';
    int longest = 0;
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line);
      longest = linesInsideText.contains(line) ? longest : Math.max(longest, text.length());
    }
    int most = longest;
    this.width = WIDTHS.stream().filter(w -> w >= most).findFirst().orElse(most);
  }

  private static String indentOfBody(SyntaxTree tree) {
    PythonSource source = tree.source();
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line);
      String stripped = text.stripLeading();
      if (!stripped.isEmpty() && stripped.length() < text.length()) {
        return text.startsWith("\t") ? "\t" : "    ";
      }
    }
    return "    ";
  }

  String unit() {
    return unit;
  }

  char quote() {
    return quote;
  }

  String end() {
    return source.lineSeparator();
  }

  PythonSource source() {
    return source;
  }

  /** The white space that the node's line starts with. */
  String indentOf(Node node) {
    String line = source.lineText(source.line(node.start()));
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** The text of a range with the edits inside it applied. */
  String slice(int start, int end, List<Edit> edits) {
    return render(start, end, edits, "", "");
  }

  /** Like {@link #slice}, but lines after the first get the indentation {@code to}. */
  String render(int start, int end, List<Edit> edits, String from, String to) {
    List<Edit> all = new ArrayList<>();
    for (Edit edit : edits) {
      if (edit.span().start() >= start && edit.span().end() <= end) {
        all.add(edit);
      }
    }
    for (int line = source.line(start) + 1; line <= source.line(end); line++) {
      int at = source.lineStart(line);
      boolean covered = all.stream().anyMatch(e -> e.span().start() < at && at < e.span().end());
      boolean moves = source.text().startsWith(from, at) && at + from.length() <= end;
      if (!linesInsideText.contains(line)
          && !source.lineText(line).isBlank()
          && !covered
          && moves
          && !from.equals(to)) {
        all.add(new Edit(new Span(at, at + from.length()), to, RULE));
      }
    }
    String whole = Edits.apply(source, all).text();
    int tail = source.text().length() - end;
    return whole.substring(start, whole.length() - tail);
  }

  /** The end of a statement with the comment that stands behind it on its last line. */
  int endWithComment(Node node) {
    int lineEnd = source.lineEnd(source.line(node.end()));
    String rest = source.text().substring(node.end(), Math.max(node.end(), lineEnd));
    return rest.stripLeading().startsWith("#") ? lineEnd : node.end();
  }

  /** The start of the first line of the comments that stand right above a line, or of that line. */
  int startWithComments(int offset) {
    int line = source.line(offset);
    while (line > 1 && source.lineText(line - 1).strip().startsWith("#")) {
      line--;
    }
    return source.lineStart(line);
  }

  /** Where a top-level statement begins: decorators and comments right above belong to it. */
  int outerStart(Statement statement) {
    int start = statement.start();
    if (statement instanceof Statement.FunctionDef f && !f.decorators().isEmpty()) {
      start = f.decorators().get(0).start();
    } else if (statement instanceof Statement.ClassDef c && !c.decorators().isEmpty()) {
      start = c.decorators().get(0).start();
    }
    return startWithComments(start);
  }

  /** A call or signature on one line if it fits, else one argument a line. */
  String fit(String indent, String head, List<String> arguments, String tail) {
    String line = indent + head + String.join(", ", arguments) + tail;
    if ((line.length() <= width && !line.contains("\n")) || arguments.isEmpty()) {
      return line + end();
    }
    StringBuilder lines = new StringBuilder(indent).append(head).append(end());
    arguments.forEach(a -> lines.append(indent).append(unit).append(a).append(",").append(end()));
    return lines.append(indent).append(tail.strip()).append(end()).toString();
  }

  /** Like {@link #fit}, but arguments that fit on a line of their own stay together there. */
  String fold(String indent, String head, List<String> arguments, String tail) {
    String line = indent + head + String.join(", ", arguments) + tail;
    String inside = indent + unit + String.join(", ", arguments);
    if (fits(line) || !fits(inside)) {
      return fit(indent, head, arguments, tail);
    }
    return indent + head + end() + inside + end() + indent + tail.strip() + end();
  }

  boolean fits(String line) {
    return line.length() <= width && !line.contains("\n");
  }
}

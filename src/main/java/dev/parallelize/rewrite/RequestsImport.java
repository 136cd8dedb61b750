package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes away the import of requests when nothing uses it any more. */
final class RequestsImport {
  private RequestsImport() {}

  /** The edit that removes {@code import requests}, if the other edits leave no use of it. */
  static Optional<Edit> remove(SyntaxTree tree, List<Edit> edits) {
    PythonSource source = tree.source();
    for (Statement statement : tree.module().body()) {
      boolean alone =
          statement instanceof Statement.Import i
              && i.names().size() == 1
              && i.names().get(0).name().equals("requests")
              && source
                  .lineText(source.line(statement.start()))
                  .strip()
                  .equals(source.text(statement.span()));
      if (alone
          && !isUsed(tree, ((Statement.Import) statement).names().get(0).boundName(), edits)) {
        int line = source.line(statement.start());
        boolean last = line == source.lineCount();
        int end = last ? source.text().length() : source.lineStart(line + 1);
        return Optional.of(new Edit(new Span(source.lineStart(line), end), "", Imports.RULE));
      }
    }
    return Optional.empty();
  }

  private static boolean isUsed(SyntaxTree tree, String name, List<Edit> edits) {
    Pattern word = Pattern.compile("(?<!from )\\b" + Pattern.quote(name) + "\\.");
    if (edits.stream().anyMatch(e -> word.matcher(e.replacement()).find())) {
      return true;
    }
    boolean[] used = {false};
    Walk.each(
        tree.module(),
        n -> {
          if (n instanceof Expression.Name x && x.id().equals(name)) {
            used[0] |= edits.stream().noneMatch(e -> e.span().contains(x.span()));
          }
        });
    return used[0];
  }
}

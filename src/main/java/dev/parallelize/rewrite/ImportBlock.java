package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The first run of import statements of a file, and where further ones go in it: beside their
 * section, in order; after the docstring and {@code from __future__} where there is no run yet.
 */
final class ImportBlock {
  private static final int LONGEST_LINE = 88;

  private final PythonSource source;
  private final List<Statement> body;
  private final List<Statement> run;

  ImportBlock(SyntaxTree tree, int usedAt) {
    this.source = tree.source();
    this.body = tree.module().body();
    this.run = firstRun(usedAt);
  }

  private List<Statement> firstRun(int usedAt) {
    List<Statement> found = new ArrayList<>();
    for (Statement statement : body) {
      boolean definesOrRuns =
          statement instanceof Statement.FunctionDef
              || statement instanceof Statement.ClassDef
              || statement instanceof Statement.For
              || statement instanceof Statement.While;
      if (statement.end() > usedAt || definesOrRuns) {
        break;
      }
      if (isImport(statement)) {
        found.add(statement);
      } else if (!found.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static boolean isImport(Statement statement) {
    return statement instanceof Statement.Import
        || (statement instanceof Statement.ImportFrom from && !isFuture(from));
  }

  private static boolean isFuture(Statement statement) {
    return statement instanceof Statement.ImportFrom from
        && from.level() == 0
        && from.module().equals(Optional.of("__future__"));
  }

  /** The edits that add the lines, in order; names of one module join its statement. */
  List<Edit> insert(List<ImportLine> lines) {
    List<Edit> edits = new ArrayList<>();
    List<ImportLine> alone = new ArrayList<>();
    List<ImportLine> ordered = new ArrayList<>(lines);
    ordered.sort(Comparator.comparing(ImportLine::place).thenComparing(ImportLine::statement));
    for (ImportLine line : ordered) {
      Optional<Statement.ImportFrom> home = home(line);
      if (home.isPresent()) {
        edits.add(widen(home.get(), line));
      } else {
        alone.add(line);
      }
    }
    List<Addition> additions = additions(alone);
    if (!additions.isEmpty()) {
      edits.addAll(run.isEmpty() ? startBlock(additions) : placeInRun(additions));
    }
    return edits;
  }

  /** One statement to add: a line, or several names of one module joined. */
  private record Addition(ImportLine.Place place, String statement) {}

  private static List<Addition> additions(List<ImportLine> lines) {
    List<Addition> additions = new ArrayList<>();
    for (ImportLine line : lines) {
      int last = additions.size() - 1;
      boolean joins =
          last >= 0
              && line.place().from()
              && additions.get(last).place().equals(line.place())
              && additions.get(last).statement().length() + line.bound().length() < LONGEST_LINE;
      if (joins) {
        String joined = additions.get(last).statement() + ", " + imported(line);
        additions.set(last, new Addition(line.place(), joined));
      } else {
        additions.add(new Addition(line.place(), line.statement()));
      }
    }
    return additions;
  }

  /** The part of a {@code from} statement after {@code import}. */
  private static String imported(ImportLine line) {
    String statement = line.statement();
    return statement.substring(statement.indexOf(" import ") + " import ".length());
  }

  /** A {@code from} statement of the run that has room for the name on its one line. */
  private Optional<Statement.ImportFrom> home(ImportLine line) {
    return run.stream()
        .filter(s -> s instanceof Statement.ImportFrom)
        .map(s -> (Statement.ImportFrom) s)
        .filter(from -> from.level() == 0 && line.request().name().isPresent())
        .filter(from -> from.module().equals(Optional.of(line.request().module())))
        .filter(from -> !from.names().get(0).name().equals("*"))
        .filter(from -> source.line(from.start()) == source.line(from.end()))
        .filter(from -> !source.text(from.span()).endsWith(")"))
        .filter(from -> from.end() - from.start() + line.bound().length() + 2 <= LONGEST_LINE)
        .findFirst();
  }

  private static Edit widen(Statement.ImportFrom from, ImportLine line) {
    String name = imported(line);
    for (Alias alias : from.names()) {
      if (alias.name().compareTo(name) > 0) {
        return insertion(alias.start(), name + ", ");
      }
    }
    return insertion(from.names().get(from.names().size() - 1).end(), ", " + name);
  }

  private List<Edit> placeInRun(List<Addition> lines) {
    List<Edit> edits = new ArrayList<>();
    Optional<Addition> previous = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Addition> next = lines.stream().skip(i + 1L).findFirst();
      edits.add(place(lines.get(i), previous, next));
      previous = Optional.of(lines.get(i));
    }
    return edits;
  }

  private Edit place(Addition line, Optional<Addition> previous, Optional<Addition> next) {
    ImportLine.Place place = line.place();
    List<Statement> leading = leadingStatements();
    Optional<Statement> before = Optional.empty();
    Optional<Statement> after = Optional.empty();
    for (Statement statement : leading) {
      ImportLine.Place other = ImportLine.Place.of(statement);
      if (other.compareTo(place) < 0) {
        before = Optional.of(statement);
      } else if (after.isEmpty()) {
        after = Optional.of(statement);
      }
    }
    boolean joinsNext =
        after.isPresent()
            && (before.isEmpty()
                || (section(after.get()) == place.section()
                    && section(before.get()) != place.section()));
    String end = source.lineSeparator();
    if (joinsNext) {
      boolean goesOn = next.filter(n -> n.place().section() == place.section()).isPresent();
      String gap = goesOn || section(after.get()) == place.section() ? "" : end;
      int at = source.lineStart(source.line(after.get().start()));
      return insertion(at, line.statement() + end + gap);
    }
    boolean newSection =
        section(before.orElseThrow()) != place.section()
            && previous.filter(p -> p.place().section() == place.section()).isEmpty();
    return insertion(logicalEnd(before.get()), (newSection ? end : "") + end + line.statement());
  }

  private static int section(Statement statement) {
    return ImportLine.Place.of(statement).section();
  }

  /** The run's statements that stand first on their line. */
  private List<Statement> leadingStatements() {
    return run.stream().filter(s -> s.start() == source.lineStart(source.line(s.start()))).toList();
  }

  private List<Edit> startBlock(List<Addition> lines) {
    String end = source.lineSeparator();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean gap = i > 0 && lines.get(i - 1).place().section() != lines.get(i).place().section();
      text.append(gap ? end : "").append(i > 0 ? end : "").append(lines.get(i).statement());
    }
    int prologue = 0;
    while (prologue < body.size()
        && ((prologue == 0 && isDocstring(body.get(0))) || isFuture(body.get(prologue)))) {
      prologue++;
    }
    if (prologue > 0) {
      int at = logicalEnd(body.get(prologue - 1));
      String below = end.repeat(missingBlankLines(source.line(at) + 1));
      return List.of(insertion(at, end + end + text + below));
    }
    int line = lineAfterHeader();
    boolean lastLine = line > source.lineCount();
    int at = lastLine ? source.text().length() : source.lineStart(line);
    String below = lastLine ? "" : end.repeat(missingBlankLines(line));
    return List.of(insertion(at, text + end + below));
  }

  /** How many blank lines are still needed between an import and what stands from the line on. */
  private int missingBlankLines(int line) {
    int blank = 0;
    int next = line;
    while (next <= source.lineCount() && source.lineText(next).isBlank()) {
      blank++;
      next++;
    }
    if (next > source.lineCount()) {
      return 0;
    }
    int from = source.lineStart(next);
    boolean definition =
        body.stream()
            .filter(s -> s.end() > from)
            .findFirst()
            .filter(s -> s instanceof Statement.FunctionDef || s instanceof Statement.ClassDef)
            .isPresent();
    return Math.max(0, (definition ? 2 : 1) - blank);
  }

  /** The line after shebang, encoding cookie and a header comment that a blank line closes. */
  private int lineAfterHeader() {
    int line = 1;
    while (line <= Math.min(2, source.lineCount()) && isMagic(source.lineText(line), line)) {
      line++;
    }
    int below = line;
    while (below <= source.lineCount() && source.lineText(below).startsWith("#")) {
      below++;
    }
    boolean closed =
        below > line && below <= source.lineCount() && source.lineText(below).isBlank();
    int start = closed ? below : line;
    while (start > 1 && start <= source.lineCount() && source.lineText(start).isBlank()) {
      start++;
    }
    return start;
  }

  private static boolean isMagic(String text, int line) {
    return text.startsWith("#")
        && (text.contains("coding") || (line == 1 && text.startsWith("#!")));
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof Statement.ExpressionStatement expression
        && expression.value() instanceof Expression.Constant constant
        && constant.value() instanceof Literal.Text;
  }

  /** The end of the last line that the statement, or one beside it on that line, stands on. */
  private int logicalEnd(Statement statement) {
    int line = source.line(statement.end());
    for (Statement other : body) {
      if (source.line(other.start()) == line) {
        line = Math.max(line, source.line(other.end()));
      }
    }
    return source.lineEnd(line);
  }

  private static Edit insertion(int at, String text) {
    return new Edit(new Span(at, at), text, Imports.RULE);
  }
}

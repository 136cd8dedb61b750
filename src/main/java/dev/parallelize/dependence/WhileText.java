package dev.parallelize.dependence;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** Where the parts of a {@code while} loop stand in the text, for the rules that make another loop of it. */
record WhileText(Program program, Statement.While loop) {

  /** The header, the body and the statements that go have lines of their own. */
  boolean isLaidOut(List<Statement> going) {
    Statement first = loop.body().get(0);
    String closing = source().text().substring(loop.test().end(), header().end());
    return isBlank(source().lineStart(program.line(loop)), loop.start())
        && closing.chars().allMatch(c -> c == ')' || Character.isWhitespace(c))
        && program.line(first) > source().line(header().end())
        && isBlank(source().lineStart(program.line(first)), first.start())
        && source().text().endsWith("\n")
        && going.stream().allMatch(this::isAlone);
  }

  private boolean isBlank(int from, int to) {
    return source().text().substring(from, to).isBlank();
  }

  /** Nothing but a comment stands on its line. */
  boolean isAlone(Statement s) {
    int line = program.line(s);
    String rest = source().text().substring(s.end(), source().lineEnd(line)).strip();
    return source().line(s.end()) == line
        && isBlank(source().lineStart(line), s.start())
        && (rest.isEmpty() || rest.startsWith("#"));
  }

  /** From the word {@code while} to the colon, without it. */
  Span header() {
    return new Span(loop.start(), source().text().indexOf(':', loop.test().end()));
  }

  /** Where the lines of the body begin. */
  Span bodyStart() {
    int at = source().lineStart(source().line(header().end()) + 1);
    return new Span(at, at);
  }

  /** The line of a statement that goes, and empty lines above it where it ended the loop. */
  Span line(Statement s) {
    int line = program.line(s);
    int first = line;
    if (s == loop.body().get(loop.body().size() - 1)) {
      while (source().lineText(first - 1).isBlank()) {
        first--;
      }
    }
    return new Span(source().lineStart(first), lineAfter(line));
  }

  /** Behind the last line of the loop. */
  Span end() {
    int at = lineAfter(source().line(Math.max(loop.start(), loop.end() - 1)));
    return new Span(at, at);
  }

  private int lineAfter(int line) {
    return line < source().lineCount() ? source().lineStart(line + 1) : source().text().length();
  }

  String loopLine(String text) {
    return indent(loop) + text + source().lineSeparator();
  }

  /** A line of the body, or deeper by as many steps. */
  String bodyLine(String text, int deeper) {
    String inner = indent(loop.body().get(0));
    String unit = inner.substring(Math.min(inner.length(), indent(loop).length()));
    return inner + unit.repeat(deeper) + text + source().lineSeparator();
  }

  private String indent(Statement s) {
    return source().text().substring(source().lineStart(program.line(s)), s.start());
  }

  /** The plain assignment to a variable that comes before the loop, with nothing about the variable in between. */
  Optional<Statement.Assign> before(List<Statement> block, String name) {
    for (int i = block.indexOf(loop) - 1; i >= 0; i--) {
      Statement statement = block.get(i);
      if (Mentions.of(statement, name)) {
        return statement instanceof Statement.Assign assign
                && assign.targets().size() == 1
                && assign.targets().get(0) instanceof Expression.Name target
                && target.id().equals(name)
                && !Mentions.of(assign.value(), name)
                && isAlone(assign)
            ? Optional.of(assign)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the statement stands right above the loop. */
  boolean isRightAbove(List<Statement> block, Statement statement) {
    int at = block.indexOf(loop);
    return at > 0 && block.get(at - 1) == statement;
  }

  /** A statement above the loop that goes; empty lines below the first of its block go with it. */
  Span above(List<Statement> block, Statement s) {
    int line = program.line(s);
    int last = line;
    while (block.get(0) == s && source().lineText(last + 1).isBlank()) {
      last++;
    }
    return new Span(source().lineStart(line), lineAfter(last));
  }

  /** Whether a {@code break} leaves the loop. */
  boolean breaks() {
    return loop.body().stream().anyMatch(FissionBuilder::breaks);
  }

  /** The candidate that the loop becomes when it is a {@code for} loop. */
  String idAsFor(Candidate candidate, List<Candidate> all) {
    String prefix = candidate.id().substring(0, candidate.id().lastIndexOf("/while/")) + "/for/";
    long before =
        all.stream()
            .filter(c -> c.id().startsWith(prefix) && c.node().start() < loop.start())
            .count();
    return prefix + (before + 1);
  }

  private PythonSource source() {
    return program.tree().source();
  }
}

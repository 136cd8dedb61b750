package dev.parallelize.dependence;

import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notes that something has failed, and does what the handler does about it behind the {@code try}, so that work after the
 * {@code try} can run apart together with what it guards:
 *
 * <pre>
 * for matrix in matrices:                 for matrix in matrices:
 *     try:                                    failed, inverse = False, None
 *         inverse = invert(matrix)            try:
 *     except ValueError:                          inverse = invert(matrix)
 *         singular += 1                       except ValueError:
 *         continue                                failed = True
 *     traces.append(check(inverse))           if failed:
 *                                                 singular += 1
 *                                                 continue
 *                                             traces.append(check(inverse))
 * </pre>
 *
 * <p>It is allowed where the handler ends the iteration, raises nothing and asks nothing about where the exception came from.
 */
public final class HandledApart {
  private static final String RULE = "handled-apart";

  /** They show, or pass on, the exception that is being handled. */
  private static final Set<String> ASKING =
      Set.of("exception", "exc_info", "print_exc", "format_exc", "stack_info", "traceback", "sys");

  private final Program program;
  private final CostModel costs;
  private final Candidate outer;
  private final Statement.For loop;
  private final PythonSource source;

  private HandledApart(Program program, CostModel costs, Candidate outer, Statement.For loop) {
    this.program = program;
    this.costs = costs;
    this.outer = outer;
    this.loop = loop;
    this.source = program.tree().source();
  }

  /** The change of the first such statement of a loop's body; empty when there is none. */
  public static Optional<Distribution> of(Program program, CostModel costs, Candidate outer) {
    if (!(outer.node() instanceof Statement.For loop)
        || outer.scope().kind() == Scope.Kind.CLASS
        || program.writesNamesByText()
        || Awaits.in(loop.body())) {
      return Optional.empty();
    }
    HandledApart apart = new HandledApart(program, costs, outer, loop);
    return loop.body().stream()
        .filter(Statement.Try.class::isInstance)
        .map(Statement.Try.class::cast)
        .filter(apart::isPossible)
        .findFirst()
        .map(apart::change);
  }

  private boolean isPossible(Statement.Try attempt) {
    boolean plain = attempt.finalBody().isEmpty() && !attempt.isStar();
    boolean several = attempt.handlers().size() > 1;
    return plain
        && !(several && !attempt.orElse().isEmpty())
        && attempt.handlers().stream().allMatch(h -> isPossible(attempt, h))
        && !costs.of(after(attempt)).isTrivial()
        && isOnLines(attempt);
  }

  private boolean isPossible(Statement.Try attempt, ExceptHandler handler) {
    List<Statement> body = handler.body();
    return handler.type().isPresent()
        && body.get(body.size() - 1) instanceof Statement.Continue
        && body.stream().noneMatch(HandledApart::asks)
        && given(attempt).stream().allMatch(n -> isOfIteration(n, body))
        && startsLine(body.get(0).start())
        && isNamedHere(handler);
  }

  private List<Statement> after(Statement.Try attempt) {
    return loop.body().subList(loop.body().indexOf(attempt) + 1, loop.body().size());
  }

  private static boolean asks(Statement statement) {
    boolean[] found = {false};
    Walk.each(
        statement,
        n ->
            found[0] |=
                n instanceof Statement.Raise
                    || n instanceof Expression.Yield
                    || n instanceof Expression.YieldFrom
                    || n instanceof Statement.FunctionDef
                    || n instanceof Expression.Lambda
                    || n instanceof Statement.Try
                    || n instanceof Expression.Name name && ASKING.contains(name.id())
                    || n instanceof Expression.Attribute a && ASKING.contains(a.attribute())
                    || n instanceof Keyword k && k.name().filter(ASKING::contains).isPresent());
    return found[0];
  }

  /** The names that the guarded statements bind and later ones use. */
  private List<String> given(Statement.Try attempt) {
    BodyNames names = BodyNames.of(program, outer.scope(), Set.of(), attempt.body());
    return names.bound().stream()
        .filter(n -> after(attempt).stream().anyMatch(s -> Mentions.of(s, n)))
        .toList();
  }

  /** No other iteration, nothing after the loop and not the handler sees what the variable had. */
  private boolean isOfIteration(String name, List<Statement> handler) {
    Set<String> targets = Set.copyOf(Iterations.names(loop.target()));
    BodyNames names = BodyNames.of(program, outer.scope(), targets, loop.body());
    return !targets.contains(name)
        && !names.exposed().containsKey(name)
        && handler.stream().noneMatch(s -> Mentions.of(s, name))
        && outer.scope().owner(name).filter(o -> o == outer.frame()).isPresent()
        && !new ReadAfter(program, outer.frame(), loop, name).holds();
  }

  private boolean isOnLines(Statement.Try attempt) {
    boolean longText =
        program.tree().tokens().stream()
            .filter(t -> attempt.start() <= t.start() && t.end() <= attempt.end())
            .filter(t -> t.kind() == Token.Kind.STRING || t.kind() == Token.Kind.FSTRING_MIDDLE)
            .anyMatch(t -> source.line(t.start()) != source.line(t.end()));
    return startsLine(attempt.start()) && !longText && source.text().endsWith("\n");
  }

  private boolean startsLine(int offset) {
    return source.text().substring(source.lineStart(source.line(offset)), offset).isBlank();
  }

  /** The name of the exception means nothing else around. */
  private boolean isNamedHere(ExceptHandler handler) {
    return handler
        .name()
        .map(
            name ->
                outer.scope().owner(name).filter(o -> o == outer.frame()).isPresent()
                    && program.mentions(name).stream()
                        .filter(n -> handler.span().contains(n.span()))
                        .allMatch(n -> program.scopes().around(n) == outer.scope()))
        .orElse(true);
  }

  private Distribution change(Statement.Try attempt) {
    Set<String> taken = Distribution.identifiers(program);
    boolean kept = attempt.handlers().stream().anyMatch(h -> !uses(h).isEmpty());
    boolean several = attempt.handlers().size() > 1;
    List<String> given = new ArrayList<>();
    List<String> values = new ArrayList<>();
    String failure = kept ? Distribution.fresh(taken, "failure", "failure_found") : "";
    String flag = failure;
    if (kept) {
      given.add(failure);
      values.add("None");
    }
    if (!kept || several) {
      flag = Distribution.fresh(taken, "failed", "has_failed");
      given.add(flag);
      values.add(several ? "0" : "False");
    }
    for (String name : given(attempt)) {
      given.add(name);
      values.add("None");
    }
    String before = String.join(", ", given) + " = " + String.join(", ", values);
    int start = source.lineStart(program.line(attempt));
    List<Edit> edits = new ArrayList<>();
    String indent = source.text().substring(start, attempt.start());
    String newline = source.lineSeparator();
    edits.add(new Edit(new Span(start, start), indent + before + newline, RULE));
    if (several) {
      edits.addAll(moved(attempt, indent, flag, failure));
    } else {
      edits.addAll(asked(attempt.handlers().get(0), indent, flag, failure));
    }
    return new Distribution(
        edits,
        List.of(program.line(attempt)),
        "what is done about a failure stands behind the try");
  }

  private List<Expression.Name> uses(ExceptHandler handler) {
    return handler.name().stream()
        .flatMap(n -> program.mentions(n).stream())
        .filter(n -> handler.body().stream().anyMatch(s -> s.span().contains(n.span())))
        .toList();
  }

  /** The handler only notes the failure; its statements stay where they are, below a condition. */
  private List<Edit> asked(ExceptHandler handler, String indent, String flag, String failure) {
    String newline = source.lineSeparator();
    Span body = lines(handler);
    String inner = indentation(handler);
    boolean kept = !failure.isEmpty();
    String noted = flag + " = " + (kept ? handler.name().orElseThrow() : "True");
    String condition = "if " + flag + (kept ? " is not None:" : ":");
    String between = inner + noted + newline + indent + condition + newline;
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(new Span(body.start(), body.start()), between, RULE));
    uses(handler).forEach(u -> edits.add(new Edit(u.span(), failure, RULE)));
    return edits;
  }

  /** Each handler notes which it is; their statements come behind all of them. */
  private List<Edit> moved(Statement.Try attempt, String indent, String flag, String failure) {
    String newline = source.lineSeparator();
    List<Edit> edits = new ArrayList<>();
    StringBuilder behind = new StringBuilder();
    int number = 0;
    for (ExceptHandler handler : attempt.handlers()) {
      number++;
      List<Expression.Name> uses = uses(handler);
      String inner = indentation(handler);
      String noted = inner + flag + " = " + number + newline;
      if (!uses.isEmpty()) {
        noted += inner + failure + " = " + handler.name().orElseThrow() + newline;
      }
      edits.add(new Edit(lines(handler), noted, RULE));
      behind.append(indent).append("if ").append(flag).append(" == ").append(number).append(":");
      behind.append(newline).append(renamed(lines(handler), uses, failure));
    }
    int end = lines(attempt.handlers().get(number - 1)).end();
    edits.add(new Edit(new Span(end, end), behind.toString(), RULE));
    return edits;
  }

  private String renamed(Span lines, List<Expression.Name> uses, String failure) {
    StringBuilder text = new StringBuilder();
    int at = lines.start();
    for (Expression.Name use : uses) {
      text.append(source.text(), at, use.start()).append(failure);
      at = use.end();
    }
    return text.append(source.text(), at, lines.end()).toString();
  }

  private String indentation(ExceptHandler handler) {
    Statement first = handler.body().get(0);
    return source.text().substring(source.lineStart(program.line(first)), first.start());
  }

  /** The lines of a handler's statements. */
  private Span lines(ExceptHandler handler) {
    List<Statement> body = handler.body();
    Statement last = body.get(body.size() - 1);
    int line = source.line(Math.max(last.start(), last.end() - 1));
    int end = line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
    return new Span(source.lineStart(program.line(body.get(0))), end);
  }
}

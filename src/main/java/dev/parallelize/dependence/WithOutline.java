package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
import dev.parallelize.syntax.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a function of a {@code with} block inside a {@code try}, so that calling it can be the parallel
 * part and its handlers stay where they are:
 *
 * <pre>
 * for url in urls:                        def _body_for_url(url):
 *     try:                                    with urlopen(url) as answer:
 *         with urlopen(url) as answer:            return answer.read()
 *             body = answer.read()
 *     except OSError:                     for url in urls:
 *         failed.append(url)                  try:
 *                                                 body = _body_for_url(url)
 *                                             except OSError:
 *                                                 failed.append(url)
 * </pre>
 *
 * <p>It is allowed where the block gives one name a value, as the last thing that it does, and everything
 * else that it binds stays inside of it: then a block that fails leaves behind what a call that fails does.
 */
public final class WithOutline {
  private static final String RULE = "with-outline";

  private final Program program;
  private final Candidate outer;
  private final PythonSource source;

  private WithOutline(Program program, Candidate outer) {
    this.program = program;
    this.outer = outer;
    this.source = program.tree().source();
  }

  /** The change of the first such block in a loop's body; empty when there is none. */
  public static Optional<Distribution> of(Program program, Candidate outer) {
    if (!(outer.node() instanceof Statement.For loop)
        || outer.scope().kind() == Scope.Kind.CLASS
        || program.writesNamesByText()) {
      return Optional.empty();
    }
    return new WithOutline(program, outer).first(loop.body(), false);
  }

  private Optional<Distribution> first(List<Statement> body, boolean guarded) {
    for (Statement statement : body) {
      Optional<Distribution> found = Optional.empty();
      if (statement instanceof Statement.Try attempt) {
        found = first(attempt.body(), true);
      } else if (statement instanceof Statement.With with && guarded) {
        found = outlined(with);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Distribution> outlined(Statement.With with) {
    Optional<Statement> last = last(with);
    if (last.isEmpty() || !isMovable(with)) {
      return Optional.empty();
    }
    Optional<Statement.Assign> given = given(last.get());
    String result = given.map(g -> ((Expression.Name) g.targets().get(0)).id()).orElse("");
    BodyNames names = BodyNames.of(program, outer.scope(), Set.of(), List.of(with));
    boolean inside =
        names.bound().stream()
            .allMatch(
                n -> !names.exposed().containsKey(n) && (n.equals(result) || isLocal(n, with)));
    return inside ? Optional.of(change(with, given, result)) : Optional.empty();
  }

  /** The statement that the block ends with, inside of blocks inside of it if there are any. */
  private Optional<Statement> last(Statement.With with) {
    Statement last = with.body().get(with.body().size() - 1);
    if (!with.items().stream().allMatch(i -> WithSplit.isReadOnly(program, i))) {
      return Optional.empty();
    }
    return last instanceof Statement.With inner ? last(inner) : Optional.of(last);
  }

  private static Optional<Statement.Assign> given(Statement last) {
    return last instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name
        ? Optional.of(assign)
        : Optional.empty();
  }

  /** Nothing in the block means something else in a function of its own. */
  private boolean isMovable(Statement.With with) {
    boolean[] movable = {!with.isAsync() && startsLine(with)};
    Walk.each(with, n -> movable[0] &= !isBound(n));
    for (Token token : program.tree().tokens()) {
      boolean text = token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.FSTRING_MIDDLE;
      if (text && with.start() <= token.start() && token.end() <= with.end()) {
        movable[0] &= source.line(token.start()) == source.line(token.end());
      }
    }
    return movable[0];
  }

  private static boolean isBound(Node node) {
    return node instanceof Statement.Return
        || node instanceof Statement.Break
        || node instanceof Statement.Continue
        || node instanceof Statement.Global
        || node instanceof Statement.Nonlocal
        || node instanceof Statement.Delete
        || node instanceof Statement.Import
        || node instanceof Statement.ImportFrom
        || node instanceof Statement.FunctionDef
        || node instanceof Statement.ClassDef
        || node instanceof Expression.Yield
        || node instanceof Expression.YieldFrom
        || Awaits.is(node)
        || (node instanceof Expression.Name n && isSpecial(n.id()))
        || (node instanceof Expression.Attribute a && isSpecial(a.attribute()));
  }

  /** A class may give such a name another spelling, or it asks for the function it stands in. */
  private static boolean isSpecial(String name) {
    return name.startsWith("__")
        || Set.of("super", "locals", "vars", "eval", "exec").contains(name);
  }

  private boolean startsLine(Node node) {
    return source.text().substring(lineStart(node), node.start()).isBlank();
  }

  private int lineStart(Node node) {
    return source.lineStart(source.line(node.start()));
  }

  private boolean isLocal(String name, Statement.With with) {
    return program.mentions(name).stream()
        .filter(n -> program.frameOf(program.scopes().around(n)) == outer.frame())
        .allMatch(n -> with.span().contains(n.span()));
  }

  private Distribution change(
      Statement.With with, Optional<Statement.Assign> given, String result) {
    String what = result.isEmpty() ? opener(with) : result;
    String item =
        ((Statement.For) outer.node()).target() instanceof Expression.Name n
            ? "_for_" + n.id()
            : "";
    String name =
        Distribution.fresh(
            Distribution.identifiers(program), "_" + what + item, "_" + what + "_inside");
    String arguments = "(" + String.join(", ", parameters(with)) + ")";
    String newline = source.lineSeparator();
    String indent = source.text().substring(lineStart(with), with.start());
    String unit = unit(with, indent);
    String moved = unit + code(with, given).replace(newline + indent, newline + unit);
    String function = "def " + name + arguments + ":" + newline + moved + newline.repeat(3);
    String call = (result.isEmpty() ? "" : result + " = ") + name + arguments;
    int at = aboveTopLevel();
    return new Distribution(
        List.of(new Edit(new Span(at, at), function, RULE), new Edit(with.span(), call, RULE)),
        List.of(program.line(with)),
        "the with block becomes a function");
  }

  /** {@code urlopen} for {@code urllib.request.urlopen(url)}. */
  private static String opener(Statement.With with) {
    Expression called = ((Expression.Call) with.items().get(0).context()).function();
    return called instanceof Expression.Attribute a
        ? a.attribute()
        : ((Expression.Name) called).id();
  }

  private String code(Statement.With with, Optional<Statement.Assign> given) {
    if (given.isEmpty()) {
      return source.text(with.span());
    }
    int value = source.text().indexOf('=', given.get().targets().get(0).end()) + 1;
    return source.text().substring(with.start(), given.get().start())
        + "return "
        + source.text().substring(value, with.end()).stripLeading();
  }

  private String unit(Statement.With with, String indent) {
    Statement first = with.body().get(0);
    String inner = source.text().substring(lineStart(first), first.start());
    return inner.isBlank() && inner.length() > indent.length()
        ? inner.substring(indent.length())
        : "    ";
  }

  /** What the block reads of the function around, or of the loop where no function is around. */
  private Set<String> parameters(Statement.With with) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> bound = BodyNames.of(program, outer.scope(), Set.of(), List.of(with)).bound();
    Walk.each(
        with,
        n -> {
          if (n instanceof Expression.Name name
              && name.context() == Context.LOAD
              && !bound.contains(name.id())
              && isOfFunction(name)) {
            names.add(name.id());
          }
        });
    return names;
  }

  private boolean isOfFunction(Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    if (owner.isEmpty() || owner.get().kind() == Scope.Kind.COMPREHENSION) {
      return false;
    } else if (owner.get().kind() == Scope.Kind.MODULE) {
      return outer.frame().kind() == Scope.Kind.MODULE
          && owner.get().bindings(name.id()).stream()
              .anyMatch(b -> outer.node().span().contains(b.node().span()));
    }
    return outer.frame().node().span().contains(outer.node().span())
        && !outer.node().span().contains(owner.get().node().span());
  }

  /** Above the statement of the module that holds the loop, its decorators and its comments. */
  private int aboveTopLevel() {
    Statement holder =
        program.tree().module().body().stream()
            .filter(s -> s.span().contains(outer.node().span()))
            .findFirst()
            .orElseThrow();
    int start = holder.start();
    if (holder instanceof Statement.FunctionDef f && !f.decorators().isEmpty()) {
      start = Math.min(start, f.decorators().get(0).start());
    } else if (holder instanceof Statement.ClassDef c && !c.decorators().isEmpty()) {
      start = Math.min(start, c.decorators().get(0).start());
    }
    int line = source.line(start);
    while (line > 1 && source.lineText(line - 1).startsWith("#")) {
      line--;
    }
    return source.lineStart(line);
  }
}

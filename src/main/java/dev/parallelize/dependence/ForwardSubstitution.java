package dev.parallelize.dependence;

import dev.parallelize.library.Blocking;
import dev.parallelize.library.Callee;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Spells a short value out where a {@code try} uses it (forward substitution), so that what the try
 * guards can run apart from the statement in front of it:
 *
 * <pre>
 * for name in os.listdir(folder):             for name in os.listdir(folder):
 *     path = os.path.join(folder, name)           try:
 *     try:                                            sizes.append(measure(os.path.join(folder, name)))
 *         sizes.append(measure(path))             except OSError:
 *     except OSError:                                 failed.append(name)
 *         failed.append(name)
 * </pre>
 *
 * <p>It is allowed where the value is a text, a number or a path made of others, which no evaluation
 * can change or fail on. The name stays where something else uses it.
 */
public final class ForwardSubstitution {
  private static final String RULE = "forward-substitution";
  private static final Set<Operator> NEVER_FAIL = Set.of(Operator.ADD, Operator.SUB, Operator.MULT);
  private static final Set<String> CALLS =
      Set.of(
          "builtins.str",
          "builtins.len",
          "os.path.join",
          "os.path.basename",
          "os.path.dirname",
          "os.path.splitext",
          "pathlib.Path",
          "str.lower",
          "str.upper",
          "str.strip",
          "str.lstrip",
          "str.rstrip",
          "str.title",
          "str.replace",
          "pathlib.Path.joinpath");

  private final Program program;
  private final CostModel costs;
  private final PythonSource source;
  private final Statement.For loop;

  private ForwardSubstitution(Program program, CostModel costs, Statement.For loop) {
    this.program = program;
    this.costs = costs;
    this.source = program.tree().source();
    this.loop = loop;
  }

  /** The substitutions in the body of a loop; empty when there is nothing to substitute. */
  public static Optional<Distribution> of(Program program, CostModel costs, Candidate outer) {
    return outer.node() instanceof Statement.For loop && !loop.isAsync()
        ? new ForwardSubstitution(program, costs, loop).all()
        : Optional.empty();
  }

  private Optional<Distribution> all() {
    List<Edit> edits = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < loop.body().size(); i++) {
      if (loop.body().get(i) instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name name) {
        List<Edit> found = substitute(assign, name, loop.body().subList(i + 1, loop.body().size()));
        edits.addAll(found);
        if (!found.isEmpty()) {
          lines.add(program.line(assign));
        }
      }
    }
    edits.sort(Comparator.comparingInt(e -> e.span().start()));
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Distribution(edits, lines, "the value is spelled out where it is used"));
  }

  private List<Edit> substitute(
      Statement.Assign assign, Expression.Name name, List<Statement> after) {
    List<Expression.Name> uses =
        after.stream()
            .filter(Statement.Try.class::isInstance)
            .flatMap(s -> ((Statement.Try) s).body().stream())
            .flatMap(s -> costlyCalls(s).stream())
            .flatMap(c -> mentions(name).stream().filter(n -> c.span().contains(n.span())))
            .toList();
    boolean plain = isPlain(assign.value()) && isImmutable(program.type(assign.value()));
    boolean once =
        program.mentions(name.id()).stream()
                .filter(n -> n.context() != Context.LOAD && loop.span().contains(n.span()))
                .count()
            == 1;
    Span line = line(assign);
    boolean alone = source.text(line).strip().equals(source.text(assign.span()));
    if (uses.isEmpty() || !plain || !once || !alone) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>();
    Set<Node> arguments = arguments(after);
    for (Expression.Name use : uses) {
      edits.add(new Edit(use.span(), spelled(assign.value(), arguments.contains(use)), RULE));
    }
    if (isNeededNowhereElse(name, uses.size())) {
      edits.add(new Edit(line, "", RULE));
    }
    return edits;
  }

  /** Whether nothing but the assignment and the uses is about the variable. */
  private boolean isNeededNowhereElse(Expression.Name name, int uses) {
    boolean local =
        program
            .scopes()
            .around(name)
            .owner(name.id())
            .filter(o -> o.kind() == Scope.Kind.FUNCTION)
            .isPresent();
    return local && mentions(name).size() == uses + 1;
  }

  /** Where the variable is named that the name stands for. */
  private List<Expression.Name> mentions(Expression.Name name) {
    return program
        .scopes()
        .around(name)
        .owner(name.id())
        .map(o -> PrivateConnection.mentions(program, o, name.id()))
        .orElse(List.of());
  }

  /** Calls that are worth to be made apart, none inside another. */
  private List<Expression.Call> costlyCalls(Statement statement) {
    List<Expression.Call> found = new ArrayList<>();
    Walk.where(
        statement,
        n -> {
          boolean costly = n instanceof Expression.Call call && !costs.of(call).isTrivial();
          if (costly) {
            found.add((Expression.Call) n);
          }
          return !costly;
        });
    return found;
  }

  private Span line(Statement statement) {
    int line = program.line(statement);
    return new Span(source.lineStart(line), source.lineStart(line + 1));
  }

  private String spelled(Expression value, boolean argument) {
    String text = source.text(value.span());
    boolean closed =
        argument
            || value instanceof Expression.Call
            || value instanceof Expression.Constant
            || value instanceof Expression.JoinedStr
            || value instanceof Expression.Name;
    return closed ? text : "(" + text + ")";
  }

  /** What stands between the parentheses or commas of calls. */
  private static Set<Node> arguments(List<Statement> statements) {
    Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Statement statement : statements) {
      Walk.each(
          statement,
          n -> {
            if (n instanceof Expression.Call call) {
              found.addAll(call.arguments());
            }
          });
    }
    return found;
  }

  /** Whether evaluating the expression once more, a little later, gives the same and cannot fail. */
  private boolean isPlain(Expression e) {
    if (e instanceof Expression.Constant) {
      return true;
    } else if (e instanceof Expression.Name name) {
      return isImmutable(program.type(name)) && isSteady(name);
    } else if (e instanceof Expression.JoinedStr text) {
      return text.values().stream().allMatch(this::isPlain);
    } else if (e instanceof Expression.FormattedValue field) {
      return field.formatSpec().isEmpty() && isPlain(field.value());
    } else if (e instanceof Expression.BinOp op) {
      return isPlain(op.left()) && isPlain(op.right()) && neverFails(op);
    }
    return e instanceof Expression.Call call && isPlain(call);
  }

  private boolean neverFails(Expression.BinOp op) {
    Type left = program.type(op.left());
    Type right = program.type(op.right());
    if (op.operator() == Operator.DIV) {
      return left.name().equals("pathlib.Path") && right.name().equals("str");
    }
    boolean texts =
        op.operator() == Operator.ADD && left.name().equals("str") && right.name().equals("str");
    return texts || NEVER_FAIL.contains(op.operator()) && left.isInteger() && right.isInteger();
  }

  private boolean isPlain(Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    boolean known =
        targets.stream()
            .allMatch(
                t ->
                    t instanceof CallTarget.Known k
                        && CALLS.contains(k.callee().name())
                        && isHarmless(k.callee()));
    boolean receiver =
        !(call.function() instanceof Expression.Attribute method)
            || program.value(method.value()).roots().stream().anyMatch(r -> r.isCode())
            || isPlain(method.value());
    return known
        && receiver
        && call.keywords().isEmpty()
        && call.arguments().stream().allMatch(this::isPlain);
  }

  private static boolean isHarmless(Callee callee) {
    return callee.effects().isEmpty() && callee.blocking() == Blocking.NONE;
  }

  private boolean isImmutable(Type type) {
    return type.isImmutable() && !type.equals(Type.NONE)
        || program.library().type(type.name()).filter(LibraryType::immutable).isPresent();
  }

  /** A variable that the body of the loop does not give another value. */
  private boolean isSteady(Expression.Name name) {
    int from = loop.body().get(0).start();
    return program.mentions(name.id()).stream()
        .noneMatch(n -> n.context() != Context.LOAD && n.start() >= from && n.end() <= loop.end());
  }
}

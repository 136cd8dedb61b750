package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a loop that computes values from elements of arrays and adds, counts or appends them: the
 * values as one array, gathered in the order of the loop.
 */
final class Gathering {
  private final Program program;
  private final Scope frame;
  private final Statement.For loop;
  private final ArrayFacts facts;
  private final LoopNest nest;
  private final RunTimeGuards guards;
  private final Set<String> caveats = new LinkedHashSet<>();
  private final ArrayRendering rendering;
  private final List<String> order;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> gathered = new HashSet<>();

  private Gathering(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.frame = frame;
    this.loop = loop;
    this.facts = new ArrayFacts(program, frame, loop.start());
    this.nest = LoopNest.of(program, frame, facts, loop);
    if (!nest.kept().isEmpty()) {
      throw new NotVectorizable("the inner loop does not run equally far in every iteration");
    }
    this.guards = new RunTimeGuards(facts);
    nest.requireLengths(guards);
    this.order = List.copyOf(nest.axes().keySet());
    ArrayText arrays = new ArrayText(facts, nest, order, guards);
    this.rendering = new ArrayRendering(program, facts, nest, arrays, guards, caveats);
  }

  /** Throws {@link NotVectorizable} with the reason. */
  static Vectorization.Result of(Program program, Candidate candidate) {
    try {
      return candidate.node() instanceof Expression.ListComp list
          ? comprehension(program, candidate, list)
          : new Gathering(program, candidate.frame(), (Statement.For) candidate.node()).write();
    } catch (ArrayRendering.Harmful harmful) {
      throw new NotVectorizable(harmful.reason());
    }
  }

  private static Vectorization.Result comprehension(
      Program program, Candidate candidate, Expression.ListComp list) {
    Comprehension only = list.generators().get(0);
    if (list.generators().size() > 1 || !only.conditions().isEmpty() || only.isAsync()) {
      throw new NotVectorizable("the comprehension has conditions or several loops");
    }
    Statement.For loop =
        new Statement.For(
            list.start(),
            list.end(),
            only.target(),
            only.iterable(),
            List.of(
                new Statement.ExpressionStatement(
                    list.element().start(), list.element().end(), list.element())),
            List.of(),
            false);
    Gathering gathering = new Gathering(program, candidate.frame(), loop);
    ArrayRendering.Text value = gathering.rendering.render(list.element());
    gathering.requireElements(list.element(), value);
    if (!gathering.guards.conditions().isEmpty()) {
      throw new NotVectorizable("the arrays are not known to be long enough");
    }
    Optional<Expression.Call> array =
        around(candidate.statement(), list)
            .filter(c -> value.element() == ArrayFact.Element.FLOAT64)
            .filter(c -> isArray(program, gathering.facts, c, list))
            .filter(c -> list.element() instanceof Expression.BinOp);
    if (array.isEmpty() && value.code().contains(".where(")) {
      throw new NotVectorizable("the list may hold Python's numbers beside NumPy's");
    }
    String code = array.isPresent() ? value.code() : "list(" + value.code() + ")";
    Node replaced = array.isPresent() ? array.get() : list;
    return new Vectorization.Result(
        replaced.span(),
        List.of(
            array.isPresent() && !isWhole(candidate.statement(), array.get())
                ? "(" + code + ")"
                : code),
        List.of(),
        false,
        List.copyOf(gathering.caveats));
  }

  /** Whether the expression is all that a statement returns or assigns. */
  private static boolean isWhole(Statement statement, Expression e) {
    return statement instanceof Statement.Return r && r.value().filter(v -> v == e).isPresent()
        || statement instanceof Statement.Assign assign && assign.value() == e;
  }

  private static boolean isArray(
      Program program, ArrayFacts facts, Expression.Call call, Expression list) {
    Optional<String> name = new ArrayExpressions(program, facts).numpyName(call.function());
    return name.filter(n -> n.equals("array") || n.equals("asarray")).isPresent()
        && call.arguments().size() == 1
        && call.arguments().get(0) == list
        && call.keywords().isEmpty();
  }

  private static Optional<Expression.Call> around(Node node, Expression inner) {
    Optional<Expression.Call> found = Optional.empty();
    for (Node child : Children.of(node)) {
      if (child == inner && node instanceof Expression.Call call) {
        return Optional.of(call);
      } else if (child.start() <= inner.start() && inner.end() <= child.end()) {
        found = found.or(() -> around(child, inner));
      }
    }
    return found;
  }

  private Vectorization.Result write() {
    Set<String> bound = new HashSet<>(nest.bound());
    bound.removeAll(accumulators());
    LiveOut.requireNone(program, frame, loop, bound);
    block(loop.body());
    if (gathered.isEmpty()) {
      throw new NotVectorizable("the loop stores and gathers nothing of arrays");
    }
    return new Vectorization.Result(
        loop.span(), lines, guards.conditions(), guards.needsLoop(), List.copyOf(caveats));
  }

  /** Names that the loop only adds to. */
  private Set<String> accumulators() {
    Set<String> added = new HashSet<>();
    Set<String> assigned = new HashSet<>();
    Walk.each(
        loop,
        n -> {
          if (n instanceof Statement.AugAssign a && a.target() instanceof Expression.Name name) {
            added.add(name.id());
          } else if (n instanceof Statement.Assign a) {
            a.targets().forEach(t -> assigned.addAll(LoopNest.names(t)));
          }
        });
    added.removeAll(assigned);
    return added;
  }

  private void block(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.For inner) {
        if (statements.get(statements.size() - 1) != inner || !gathered.isEmpty()) {
          throw new NotVectorizable("the inner loop is not all that comes last");
        }
        block(inner.body());
      } else {
        write(statement);
      }
    }
  }

  private void write(Statement statement) {
    if (statement instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name name
        && gathered.isEmpty()) {
      ArrayRendering.Text text = rendering.render(assign.value());
      rendering.define(name.id(), text);
      lines.add(name.id() + " = " + text.code());
    } else if (statement instanceof Statement.AugAssign update
        && update.target() instanceof Expression.Name name) {
      add(update, name);
    } else if (statement instanceof Statement.If choice
        && choice.orElse().isEmpty()
        && choice.body().size() == 1
        && choice.body().get(0) instanceof Statement.AugAssign update
        && update.target() instanceof Expression.Name name) {
      count(choice, update, name);
    } else if (statement instanceof Statement.ExpressionStatement call
        && call.value() instanceof Expression.Call append) {
      append(append);
    } else {
      throw new NotVectorizable(
          "the statement in line "
              + program.tree().source().line(statement.start())
              + " neither adds nor appends");
    }
  }

  /** Whole arrays of elements: Python's numbers would not be NumPy's in a list. */
  private void requireElements(Expression e, ArrayRendering.Text value) {
    if (value.kind() != ArrayRendering.Kind.ELEMENT || value.axes().size() != order.size()) {
      throw new NotVectorizable(
          "`" + facts.text(e) + "` does not depend on elements for every iteration");
    }
  }

  private void add(Statement.AugAssign update, Expression.Name name) {
    requireTotal(update, name);
    ArrayRendering.Text value = rendering.render(update.value());
    requireElements(update.value(), value);
    requireNumbers(update, value);
    guards.requireItems(nest.axes().values());
    gathered.add(name.id());
    lines.add(total(name.id(), value.code()));
    noteOrder(name);
  }

  private static String total(String name, String values) {
    return name
        + " = "
        + VectorizePlan.NUMPY
        + ".cumsum("
        + VectorizePlan.NUMPY
        + ".append("
        + name
        + ", "
        + values
        + "))[-1]";
  }

  private void noteOrder(Expression.Name name) {
    caveats.add(
        "`"
            + name.id()
            + "` is added up in the order of the loop by np.cumsum; np.sum is faster, but adds in"
            + " another order and so rounds differently.");
  }

  private void requireNumbers(Statement.AugAssign update, ArrayRendering.Text value) {
    boolean known =
        value.element() == ArrayFact.Element.FLOAT64 || value.element() == ArrayFact.Element.INT64;
    if (!known || value.code().contains(".where(")) {
      throw new NotVectorizable(
          "the type of `" + facts.text(update.value()) + "` is not known, so its sum may round");
    }
  }

  /** A total that starts as a plain number of this function and is only added to. */
  private void requireTotal(Statement.AugAssign update, Expression.Name name) {
    boolean plain = update.operator() == Operator.ADD && gathered.add(name.id());
    gathered.remove(name.id());
    for (Binding binding : frame.bindings(name.id())) {
      boolean same = binding.node() instanceof Expression.Name n && n.start() == name.start();
      Optional<Expression> value =
          new LocalAssignments(frame.node(), frame.node().end()).value(binding.node());
      plain &= same || value.filter(Gathering::isNumber).isPresent();
    }
    if (!plain || rendering.locals().containsKey(name.id())) {
      throw new NotVectorizable("`" + name.id() + "` does not start as a plain number");
    }
  }

  static boolean isNumber(Expression e) {
    return e instanceof Expression.Constant c
        && (c.value() instanceof Literal.FloatNumber
            || c.value() instanceof Literal.IntegerNumber n && n.value().bitLength() < 32);
  }

  /** {@code if …: hits += 1} counts; any other number is added where the condition holds. */
  private void count(Statement.If choice, Statement.AugAssign update, Expression.Name name) {
    requireTotal(update, name);
    ArrayRendering.Text condition = rendering.condition(choice.test());
    requireElements(choice.test(), condition);
    boolean one =
        update.value() instanceof Expression.Constant c
            && c.value() instanceof Literal.IntegerNumber;
    if (one) {
      String factor = facts.text(update.value());
      lines.add(
          name.id()
              + " += "
              + (factor.equals("1") ? "" : factor + " * ")
              + VectorizePlan.NUMPY
              + ".count_nonzero("
              + condition.code()
              + ")");
      gathered.add(name.id());
      return;
    }
    String mask = fresh();
    rendering.pick(mask);
    ArrayRendering.Text value = rendering.render(update.value());
    rendering.pick("");
    requireElements(update.value(), value);
    requireNumbers(update, value);
    lines.add(mask + " = " + condition.code());
    lines.add("if " + mask + ".any():");
    lines.add(VectorizePlan.INDENT + total(name.id(), value.code()));
    gathered.add(name.id());
    noteOrder(name);
  }

  private String fresh() {
    String name = "mask";
    for (int n = 2; program.tree().source().text().contains(name) || holds(name); n++) {
      name = "mask_" + n;
    }
    return name;
  }

  private boolean holds(String name) {
    return lines.stream().anyMatch(l -> l.startsWith(name + " = "));
  }

  private void append(Expression.Call append) {
    boolean plain =
        append.function() instanceof Expression.Attribute method
            && method.attribute().equals("append")
            && method.value() instanceof Expression.Name list
            && list.context() == Context.LOAD
            && program.type(list).name().equals("list")
            && !nest.bound().contains(list.id())
            && append.arguments().size() == 1
            && append.keywords().isEmpty();
    if (!plain || order.size() != 1 || !gathered.isEmpty()) {
      throw new NotVectorizable("`" + facts.text(append) + "` is not all that the loop gathers");
    }
    Expression item = append.arguments().get(0);
    ArrayRendering.Text value = rendering.render(item);
    requireElements(item, value);
    if (value.code().contains(".where(")) {
      throw new NotVectorizable("the list may hold Python's numbers beside NumPy's");
    }
    String list = facts.text(((Expression.Attribute) append.function()).value());
    ArrayLoop.requireOnlyAppended(loop, list);
    gathered.add(list);
    lines.add(list + ".extend(" + value.code() + ")");
  }
}

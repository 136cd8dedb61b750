package dev.parallelize.dependence;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Walks the body of a loop once and gathers every access to an element, and what becomes of scalars:
 * private to an iteration, carried, or combined.
 */
final class NestAccesses {
  private static final Set<String> HARMLESS_NUMPY =
      Set.of(
          "abs",
          "absolute",
          "arctan",
          "arctan2",
          "cos",
          "cosh",
          "exp",
          "exp2",
          "expm1",
          "fabs",
          "float32",
          "float64",
          "floor",
          "hypot",
          "int64",
          "log",
          "log10",
          "log1p",
          "log2",
          "maximum",
          "minimum",
          "sign",
          "sin",
          "sinh",
          "sqrt",
          "tan",
          "tanh");

  /** Operators whose uses on one value may come in any order; {@code -} counts as {@code +}. */
  static final Set<String> COMBINING = Set.of("+", "*", "|", "&", "^", "min", "max");

  /** What a local name stands for: part of a container. */
  private record Row(Expression base, List<Optional<Affine>> subscripts, int levels) {}

  private final Program program;
  private final Statement.For loop;
  private final AffineForms forms;
  private final Map<String, Integer> timesBound = new HashMap<>();
  private final Map<String, Integer> timesCombined = new HashMap<>();
  private final Map<String, Row> rows = new HashMap<>();
  private final Deque<ArrayAccess.Counter> within = new ArrayDeque<>();
  private Set<String> assigned = new HashSet<>();

  /** How many loops stand around the statement, without the one that is looked at. */
  private int inside;

  final List<ArrayAccess> accesses = new ArrayList<>();
  final List<AffineResult> carriedScalars = new ArrayList<>();
  final Map<String, AffineResult.Reduction> reductions = new HashMap<>();
  Optional<AffineResult.Unknown> unknown = Optional.empty();

  NestAccesses(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.loop = loop;
    Walk.each(
        loop,
        node -> {
          if (node instanceof Expression.Name name && name.context() != Context.LOAD) {
            timesBound.merge(name.id(), 1, Integer::sum);
          }
        });
    this.forms = new AffineForms(program, timesBound.keySet());
    enclosing(frame.node(), loop).forEach(this::surround);
    enter(loop);
    block(loop.body());
    refuseOtherBindings();
  }

  /** The counter of a loop around this one stays the same, within what its range says. */
  private void surround(Statement.For outer) {
    if (!(outer.target() instanceof Expression.Name name)
        || timesBound.containsKey(name.id())
        || !(outer.iterable() instanceof Expression.Call call)
        || !AffineForms.calls(program, call, "builtins.range")
        || outer.body().stream().anyMatch(s -> names(s).contains(name.id()))) {
      return;
    }
    forms.noteCounts(outer);
    forms.isInteger(name);
    Affine counter = Affine.of(name.id());
    List<Expression> arguments = call.arguments();
    Optional<Affine> first =
        arguments.size() == 1 ? Optional.of(Affine.ZERO) : steady(outer, arguments.get(0));
    if (arguments.size() < 3) {
      first.ifPresent(f -> forms.axioms().add(counter.minus(f)));
      steady(outer, arguments.get(arguments.size() - 1))
          .ifPresent(last -> forms.axioms().add(last.plus(-1).minus(counter)));
    } else if (forms.of(arguments.get(2)).filter(s -> s.equals(Affine.constant(-1))).isPresent()) {
      first.ifPresent(f -> forms.axioms().add(f.minus(counter)));
      steady(outer, arguments.get(1))
          .ifPresent(last -> forms.axioms().add(counter.minus(last).plus(-1)));
    }
  }

  /** A limit of a range that is still worth the same while the loop runs. */
  private Optional<Affine> steady(Statement.For outer, Expression limit) {
    Set<String> bound = new HashSet<>();
    outer.body().forEach(s -> bound.addAll(names(s)));
    boolean changes = bound.stream().anyMatch(n -> names(limit, Context.LOAD).contains(n));
    return changes ? Optional.empty() : forms.of(limit);
  }

  private static List<Statement.For> enclosing(Node code, Statement.For loop) {
    List<Statement.For> around = new ArrayList<>();
    Walk.where(
        code,
        node -> {
          boolean holds = node.start() <= loop.start() && loop.end() <= node.end() && node != loop;
          if (holds && node instanceof Statement.For outer) {
            around.add(outer);
          }
          return holds;
        });
    return around;
  }

  /** A total that is also set by other statements is no reduction. */
  private void refuseOtherBindings() {
    for (AffineResult.Reduction r : reductions.values()) {
      if (!timesCombined.get(r.target()).equals(timesBound.get(r.target()))) {
        carriedScalars.add(
            new AffineResult.Dependent(
                AffineResult.Kind.FLOW,
                r.target(),
                r.line(),
                lineOfBinding(r.target()),
                OptionalLong.empty()));
      }
    }
  }

  AffineForms forms() {
    return forms;
  }

  private void enter(Statement.For statement) {
    LoopCounter counter = LoopCounter.of(program, forms, statement);
    within.addLast(counter.counter());
    names(statement.target()).forEach(forms::forget);
    names(statement.target()).forEach(assigned::add);
    counter.values().forEach(forms::know);
    counter.items().forEach((name, container) -> addItem(name, container, counter));
  }

  private void addItem(String name, Expression container, LoopCounter counter) {
    if (timesBound.get(name) == 1) {
      Affine position = Affine.of(counter.counter().name());
      rows.put(name, new Row(container, List.of(Optional.of(position)), 1));
    }
    readItem(container, Affine.of(counter.counter().name()));
  }

  /** Each iteration takes its item when it starts, after what earlier ones stored. */
  private void readItem(Expression container, Affine position) {
    accesses.add(
        new ArrayAccess(
            text(container),
            container,
            program.type(container),
            List.of(Optional.of(position)),
            1,
            false,
            Optional.empty(),
            line(container),
            List.copyOf(within)));
  }

  private static Set<String> names(Node node) {
    return names(node, Context.STORE);
  }

  private static Set<String> names(Node node, Context context) {
    Set<String> names = new HashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Name name && name.context() == context) {
            names.add(name.id());
          }
        });
    return names;
  }

  private void block(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement s) {
    Optional<Rebuilt> rebuilt = Rebuilt.of(program, s);
    if (rebuilt.isPresent()) {
      update(rebuilt.get().target(), rebuilt.get().operator(), rebuilt.get().value(), s);
    } else if (s instanceof Statement.Assign assign) {
      read(assign.value());
      for (Expression target : assign.targets()) {
        store(
            target, assign.targets().size() == 1 ? Optional.of(assign.value()) : Optional.empty());
      }
    } else if (s instanceof Statement.AnnAssign assign && assign.value().isPresent()) {
      read(assign.value().get());
      store(assign.target(), assign.value());
    } else if (s instanceof Statement.AugAssign assign) {
      update(assign.target(), assign.operator().symbol(), assign.value(), assign);
    } else if (s instanceof Statement.For inner && !inner.isAsync() && inner.orElse().isEmpty()) {
      inner(inner);
    } else if (s instanceof Statement.If choice) {
      choose(choice);
    } else if (s instanceof Statement.While inner && inner.orElse().isEmpty()) {
      repeated(inner);
    } else if (s instanceof Statement.Continue || (s instanceof Statement.Break && inside > 0)) {
      assigned = new HashSet<>(timesBound.keySet());
    } else if (!(s instanceof Statement.Pass)) {
      giveUp("a statement that the subscript tests do not follow", s);
    }
  }

  /** A loop inside that runs as long as something holds, or not at all. */
  private void repeated(Statement.While inner) {
    names(inner).forEach(forms::forget);
    read(inner.test());
    Set<String> before = assigned;
    assigned = new HashSet<>(before);
    inside++;
    block(inner.body());
    inside--;
    names(inner).forEach(forms::forget);
    assigned = before;
  }

  private void inner(Statement.For inner) {
    forms.noteCounts(inner);
    read(inner.iterable());
    Set<String> before = assigned;
    assigned = new HashSet<>(before);
    enter(inner);
    inside++;
    block(inner.body());
    inside--;
    within.removeLast();
    names(inner).forEach(forms::forget);
    assigned = before;
  }

  private void choose(Statement.If choice) {
    read(choice.test());
    Set<String> before = assigned;
    assigned = new HashSet<>(before);
    block(choice.body());
    Set<String> afterBody = assigned;
    assigned = new HashSet<>(before);
    block(choice.orElse());
    assigned.retainAll(afterBody);
  }

  private void store(Expression target, Optional<Expression> value) {
    if (target instanceof Expression.Name name) {
      assigned.add(name.id());
      forms.forget(name.id());
      if (timesBound.get(name.id()) == 1 && value.isPresent()) {
        forms.of(value.get()).ifPresent(f -> forms.know(name.id(), f));
        if (value.get() instanceof Expression.Subscript row) {
          chain(row, false).ifPresent(r -> rows.put(name.id(), r));
        }
      }
    } else if (target instanceof Expression.TupleDisplay tuple) {
      List<Expression> values =
          value.isPresent() && value.get() instanceof Expression.TupleDisplay right
              ? right.elements()
              : List.of();
      for (int i = 0; i < tuple.elements().size(); i++) {
        boolean paired = values.size() == tuple.elements().size();
        store(tuple.elements().get(i), paired ? Optional.of(values.get(i)) : Optional.empty());
      }
    } else if (target instanceof Expression.Subscript subscript) {
      access(subscript, true, Optional.empty());
    } else {
      giveUp("an assignment to an attribute or a starred target", target);
    }
  }

  private void update(Expression target, String operator, Expression value, Node at) {
    read(value);
    if (target instanceof Expression.Name name) {
      if (!assigned.contains(name.id())) {
        combine(name, symbol(operator), at);
      }
      forms.forget(name.id());
    } else if (target instanceof Expression.Subscript subscript) {
      access(subscript, false, Optional.of(operator));
      access(subscript, true, Optional.of(operator));
    } else {
      giveUp("an assignment to an attribute", at);
    }
  }

  /** A difference is a sum with the sign turned: both may be mixed in one total. */
  static String symbol(String operator) {
    return operator.equals("-") ? "+" : operator;
  }

  private void combine(Expression.Name name, String operator, Node at) {
    boolean combines = COMBINING.contains(operator);
    AffineResult.Reduction old = reductions.get(name.id());
    timesCombined.merge(name.id(), 1, Integer::sum);
    if (!combines || (old != null && !old.operator().equals(operator))) {
      carried(name);
    } else {
      int first = old == null ? line(at) : old.line();
      reductions.put(name.id(), new AffineResult.Reduction(operator, name.id(), first));
    }
  }

  private void carried(Expression.Name name) {
    carriedScalars.add(
        new AffineResult.Dependent(
            AffineResult.Kind.FLOW,
            name.id(),
            line(name),
            lineOfBinding(name.id()),
            OptionalLong.of(1)));
  }

  private int lineOfBinding(String name) {
    int[] found = {line(loop)};
    Walk.each(
        loop,
        node -> {
          if (node instanceof Expression.Name n
              && n.context() == Context.STORE
              && n.id().equals(name)) {
            found[0] = line(n);
          }
        });
    return found[0];
  }

  private void read(Expression e) {
    if (e instanceof Expression.Name name) {
      readName(name);
    } else if (e instanceof Expression.Subscript subscript) {
      access(subscript, false, Optional.empty());
    } else if (e instanceof Expression.Call call) {
      call(call);
    } else if (e instanceof Expression.Attribute attribute) {
      if (!(attribute.value() instanceof Expression.Name)) {
        read(attribute.value());
      }
    } else if (isPlain(e)) {
      for (Node child : Children.of(e)) {
        read((Expression) child);
      }
    } else {
      giveUp("an expression that the subscript tests do not follow", e);
    }
  }

  private static boolean isPlain(Expression e) {
    return e instanceof Expression.Constant
        || e instanceof Expression.BinOp
        || e instanceof Expression.UnaryOp
        || e instanceof Expression.BoolOp
        || e instanceof Expression.Compare
        || e instanceof Expression.IfExp
        || e instanceof Expression.TupleDisplay;
  }

  private void readName(Expression.Name name) {
    if (timesBound.containsKey(name.id())) {
      if (!assigned.contains(name.id())) {
        carried(name);
      }
    } else if (!program.type(name).isImmutable() && !forms.isCount(name.id())) {
      // Read as a whole: any element of it may be meant.
      accesses.add(
          new ArrayAccess(
              name.id(),
              name,
              program.type(name),
              List.of(),
              0,
              false,
              Optional.empty(),
              line(name),
              List.copyOf(within)));
    }
  }

  private void call(Expression.Call call) {
    boolean harmless = program.targets(call).stream().allMatch(t -> isHarmless(t, call));
    if (!harmless) {
      giveUp("the call `" + text(call.function()) + "`", call);
      return;
    }
    boolean length = AffineForms.calls(program, call, "builtins.len");
    if (length
        && call.arguments().get(0) instanceof Expression.Name name
        && !timesBound.containsKey(name.id())) {
      return;
    }
    call.arguments().forEach(this::read);
    call.keywords().forEach(k -> read(k.value()));
  }

  private boolean isHarmless(CallTarget target, Expression.Call call) {
    if (target instanceof CallTarget.Known known) {
      return known.callee().effects().isEmpty()
          && touchesNothingPassed(known.callee().mutates(), call)
          && touchesNothingPassed(known.callee().invokes(), call);
    } else if (target instanceof CallTarget.ProgramFunction function) {
      return program.summary(function.scope()).facts().keySet().stream()
          .allMatch(f -> f instanceof Fact.Raises);
    }
    return call.function() instanceof Expression.Attribute attribute
        && HARMLESS_NUMPY.contains(attribute.attribute())
        && attribute.value() instanceof Expression.Name module
        && isNumpy(module);
  }

  /** Whether the positions that are changed or called are left out, as {@code out} mostly is. */
  static boolean touchesNothingPassed(Set<Integer> positions, Expression.Call call) {
    boolean plain =
        call.keywords().isEmpty()
            && call.arguments().stream().noneMatch(a -> a instanceof Expression.Starred);
    return positions.isEmpty()
        || (plain && positions.stream().allMatch(p -> p >= call.arguments().size()));
  }

  private boolean isNumpy(Expression.Name module) {
    List<Binding> bindings = program.scopes().module().bindings(module.id());
    return bindings.size() == 1
        && bindings.get(0).node() instanceof dev.parallelize.syntax.Alias alias
        && alias.name().equals("numpy");
  }

  private void access(Expression.Subscript subscript, boolean write, Optional<String> updates) {
    readIndices(subscript);
    Optional<Row> chain = chain(subscript, write);
    if (chain.isPresent()) {
      Expression base = chain.get().base();
      accesses.add(
          new ArrayAccess(
              text(base),
              base,
              program.type(base),
              chain.get().subscripts(),
              chain.get().levels(),
              write,
              updates,
              line(subscript),
              List.copyOf(within)));
    } else if (write || !program.type(root(subscript)).isImmutable()) {
      String name = text(root(subscript));
      giveUp("`" + name + "`, which changes from iteration to iteration,", subscript);
    } else {
      read(root(subscript));
    }
  }

  /** The container that a chain of subscripts starts from, with all of them; rows are seen through. */
  private Optional<Row> chain(Expression.Subscript subscript, boolean write) {
    List<Optional<Affine>> subscripts = new ArrayList<>();
    int levels = 0;
    Expression base = subscript;
    while (base instanceof Expression.Subscript level) {
      levels++;
      if (write && isSliced(level.slice())) {
        giveUp("an assignment to a slice", level);
      }
      subscripts.addAll(0, index(level.slice()));
      base = level.value();
    }
    if (base instanceof Expression.Name name && rows.containsKey(name.id())) {
      Row row = rows.get(name.id());
      subscripts.addAll(0, row.subscripts());
      levels += row.levels();
      base = row.base();
    }
    boolean named = base instanceof Expression.Name || base instanceof Expression.Attribute;
    return named && forms.isUnchanging(base)
        ? Optional.of(new Row(base, subscripts, levels))
        : Optional.empty();
  }

  private static Expression root(Expression.Subscript subscript) {
    Expression root = subscript;
    while (root instanceof Expression.Subscript level) {
      root = level.value();
    }
    return root;
  }

  private void readIndices(Expression.Subscript subscript) {
    Expression level = subscript;
    while (level instanceof Expression.Subscript s) {
      Walk.where(s.slice(), n -> !(n instanceof Expression part) || !readIndex(part));
      level = s.value();
    }
    if (level instanceof Expression.Name name
        && timesBound.containsKey(name.id())
        && !assigned.contains(name.id())) {
      carried(name);
    }
  }

  /** Reads a part of an index; false where its own parts are to be read one by one. */
  private boolean readIndex(Expression part) {
    if (part instanceof Expression.Slice || part instanceof Expression.TupleDisplay) {
      return false;
    }
    read(part);
    return true;
  }

  private static boolean isSliced(Expression index) {
    return index instanceof Expression.Slice
        || (index instanceof Expression.TupleDisplay tuple
            && tuple.elements().stream().anyMatch(e -> e instanceof Expression.Slice));
  }

  private List<Optional<Affine>> index(Expression index) {
    if (index instanceof Expression.TupleDisplay tuple) {
      return tuple.elements().stream().flatMap(e -> index(e).stream()).toList();
    }
    return List.of(index instanceof Expression.Slice ? Optional.empty() : forms.of(index));
  }

  private void giveUp(String what, Node at) {
    if (unknown.isEmpty()) {
      String reason =
          what + " in line " + line(at) + " is outside of what the subscript tests know";
      unknown = Optional.of(new AffineResult.Unknown(reason, line(at)));
    }
  }

  private String text(Node node) {
    return program.tree().source().text(node.span());
  }

  private int line(Node node) {
    return program.tree().source().line(node.start());
  }
}

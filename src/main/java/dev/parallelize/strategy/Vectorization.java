package dev.parallelize.strategy;

import dev.parallelize.dependence.FreshArrays;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a nest of index loops as statements over whole arrays, or says why that would be wrong. Each
 * statement runs for all iterations before the next one does; loops whose iterations need each other
 * stay around statements over arrays.
 */
final class Vectorization {
  private static final int MOST_PASSES = 4;

  private final Program program;
  private final Scope frame;
  private final Statement.For loop;
  private final ArrayFacts facts;
  private final LoopNest nest;
  private final RunTimeGuards guards;
  private final Set<String> caveats = new LinkedHashSet<>();
  private final Set<String> storedArrays = new HashSet<>();
  private final ArrayText arrays;
  private final ArrayRendering rendering;
  private List<String> lines = new ArrayList<>();
  private Optional<FusedCreation.WholeStore> lastStore = Optional.empty();

  private Vectorization(Program program, Scope frame, Statement.For loop, SupposedArrays supposed) {
    this.program = program;
    this.frame = frame;
    this.loop = loop;
    this.facts = new ArrayFacts(program, frame, loop.start());
    this.guards = new RunTimeGuards(facts);
    supposed.tell(facts, guards);
    this.nest = LoopNest.of(program, frame, facts, loop);
    nest.requireLengths(guards);
    nest.requireApart(guards);
    List<Expression.Subscript> targets = targets();
    List<String> order = order(targets);
    requireApart(targets);
    this.arrays = new ArrayText(facts, nest, order, guards);
    this.rendering = new ArrayRendering(program, facts, nest, arrays, guards, caveats);
    FreshArrays fresh = new FreshArrays(program, frame, loop);
    boolean apart = targets.stream().allMatch(t -> fresh.isUnshared(t.value()));
    rendering.leaveAlone(array -> apart && !storedArrays.contains(array.id()));
  }

  /** The statements, what has to hold for them, and what the user should know of them. */
  record Result(
      Span replaced,
      List<String> statements,
      List<String> guards,
      boolean keepsLoop,
      List<String> caveats) {}

  /** Throws {@link NotVectorizable} with the reason. */
  static Result of(Program program, Scope frame, Statement.For loop) {
    try {
      return new SupposedArrays(program, frame, loop)
          .tried(supposed -> new Vectorization(program, frame, loop, supposed).write());
    } catch (ArrayRendering.Harmful harmful) {
      throw new NotVectorizable(harmful.reason());
    }
  }

  private Result write() {
    RunTimeGuards.requireNotGuarded(facts, frame.node(), loop);
    LiveOut.requireNone(program, frame, loop, nest.bound());
    block(loop.body());
    if (!arrays.numbered().isEmpty()) {
      requireUnseen();
    }
    if (guards.needsLoop() && spansLines()) {
      throw new NotVectorizable("a text in the loop runs over several lines");
    }
    Result result =
        new Result(
            loop.span(), lines, guards.conditions(), guards.needsLoop(), List.copyOf(caveats));
    FusedCreation creation = new FusedCreation(facts, new ArrayExpressions(program, facts), loop);
    return lastStore
        .filter(s -> lines.get(lines.size() - 1).equals(targetText(s.access()) + " = " + s.code()))
        .map(s -> creation.fuse(result, s, frame.node()))
        .orElse(result);
  }

  /** What the loop stored before it fails must be lost with the arrays. */
  private void requireUnseen() {
    FreshArrays fresh = new FreshArrays(program, frame, loop);
    for (Expression.Subscript target : targets()) {
      if (!fresh.isUnshared(target.value())) {
        throw new NotVectorizable(
            "`" + facts.text(target) + "` may be seen after an index is out of range");
      }
    }
    ScatteredUpdates.requireNotCaught(frame, loop);
  }

  private boolean spansLines() {
    boolean[] found = {false};
    Walk.each(
        loop,
        node ->
            found[0] |=
                node instanceof Expression.Constant c
                    && c.value() instanceof Literal.Text
                    && facts.text(c).contains("\n"));
    return found[0];
  }

  /** The elements stored. */
  private List<Expression.Subscript> targets() {
    List<Expression.Subscript> targets = new ArrayList<>();
    Walk.each(
        loop,
        node -> {
          if (node instanceof Expression.Subscript s && s.context() == Context.STORE) {
            targets.add(s);
            arrayName(s).ifPresent(storedArrays::add);
          }
        });
    if (targets.isEmpty()) {
      throw new NotVectorizable("the loop stores no elements of an array");
    }
    return targets;
  }

  private List<String> order(List<Expression.Subscript> targets) {
    ArrayText unordered =
        new ArrayText(facts, nest, List.copyOf(nest.axes().keySet()), new RunTimeGuards(facts));
    List<String> order = unordered.access(targets.get(0)).axes();
    if (order.size() != nest.axes().size()) {
      throw new NotVectorizable(
          "`"
              + facts.text(targets.get(0))
              + "` is stored more than once, or outside of an inner loop");
    }
    return order;
  }

  /** Where elements are read before they are replaced, one statement has to do both. */
  private void requireApart(List<Expression.Subscript> targets) {
    Set<String> texts = new HashSet<>();
    targets.forEach(t -> texts.add(facts.text(t)));
    boolean one = texts.size() == 1 && nest.kept().isEmpty() && stores(loop.body()) == 1;
    if (nest.shifts()[0] && !one) {
      throw new NotVectorizable(
          "the body reads elements that a later iteration replaces, and does more than that");
    }
  }

  /** How many statements of the innermost block store elements; a choice counts as one. */
  private static int stores(List<Statement> body) {
    int count = 0;
    for (Statement s : body) {
      if (s instanceof Statement.For inner) {
        count += stores(inner.body());
        continue;
      }
      boolean[] found = {false};
      Walk.each(
          s, n -> found[0] |= n instanceof Expression.Subscript t && t.context() == Context.STORE);
      count += found[0] ? 1 : 0;
    }
    return count;
  }

  private static Optional<String> arrayName(Expression.Subscript subscript) {
    return ArrayElement.base(subscript) instanceof Expression.Name name
        ? Optional.of(name.id())
        : Optional.empty();
  }

  private void block(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (skips(statements.get(i))) {
        Statement.If skip = (Statement.If) statements.get(i);
        List<Statement> rest = statements.subList(i + 1, statements.size());
        if (!rest.isEmpty()) {
          List<Statement> nothing = List.of(new Statement.Pass(skip.start(), skip.start()));
          choose(new Statement.If(skip.start(), skip.end(), skip.test(), nothing, rest));
        }
        return;
      }
      write(statements.get(i));
    }
  }

  /** {@code if …: continue}. */
  private static boolean skips(Statement statement) {
    return statement instanceof Statement.If choice
        && choice.orElse().isEmpty()
        && choice.body().size() == 1
        && choice.body().get(0) instanceof Statement.Continue;
  }

  private void write(Statement statement) {
    if (statement instanceof Statement.For inner) {
      if (nest.axes().containsValue(nest.loops().get(inner))) {
        block(inner.body());
      } else {
        keep(inner);
      }
    } else if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
      if (assign.targets().get(0) instanceof Expression.TupleDisplay names) {
        unpack(names.elements(), assign.value());
      } else {
        assign(assign.targets().get(0), assign.value());
      }
    } else if (statement instanceof Statement.AugAssign assign
        && assign.target() instanceof Expression.Subscript target) {
      update(assign, target);
    } else if (statement instanceof Statement.AugAssign assign
        && assign.target() instanceof Expression.Name name) {
      updateLocal(assign, name);
    } else if (statement instanceof Statement.If choice) {
      choose(choice);
    } else if (!(statement instanceof Statement.Pass)) {
      throw new NotVectorizable(
          "the statement in line "
              + program.tree().source().line(statement.start())
              + " is no assignment");
    }
  }

  /** A loop that stays: each of its iterations works on whole arrays. */
  private void keep(Statement.For inner) {
    LoopNest.Axis axis = nest.loops().get(inner);
    if (!(inner.target() instanceof Expression.Name)) {
      throw new NotVectorizable("the inner loop in `" + axis.variable() + "` runs over items");
    }
    List<String> outside = lines;
    Map<String, ArrayRendering.Text> entry = rendering.locals();
    Map<String, ArrayRendering.Text> before = entry;
    Set<String> owned = rendering.owned();
    List<String> body = List.of();
    for (int pass = 0; ; pass++) {
      lines = new ArrayList<>();
      rendering.restore(before);
      rendering.restoreOwned(owned);
      block(inner.body());
      body = lines;
      Set<String> still = new HashSet<>(owned);
      still.retainAll(rendering.owned());
      Map<String, ArrayRendering.Text> joined = new LinkedHashMap<>();
      for (Map.Entry<String, ArrayRendering.Text> e : before.entrySet()) {
        ArrayRendering.Text after = rendering.locals().get(e.getKey());
        joined.put(e.getKey(), after == null ? e.getValue() : e.getValue().join(after));
      }
      if (joined.equals(before) && still.equals(owned)) {
        break;
      }
      owned = still;
      if (pass == MOST_PASSES) {
        throw new NotVectorizable(
            "what the loop over `" + axis.variable() + "` makes of its variables does not settle");
      }
      before = joined;
    }
    rendering.restore(before);
    rendering.restoreOwned(owned);
    for (Map.Entry<String, ArrayRendering.Text> e : entry.entrySet()) {
      if (!e.getValue().equals(before.get(e.getKey()))) {
        rendering.mayBeSingle(e.getKey());
      }
    }
    lines = outside;
    lines.add("for " + axis.variable() + " in " + facts.text(inner.iterable()) + ":");
    body.forEach(line -> lines.add(VectorizePlan.INDENT + line));
  }

  private void assign(Expression target, Expression value) {
    if (target instanceof Expression.Name name) {
      ArrayRendering.Text text = rendering.render(value);
      boolean view = value instanceof Expression.Subscript && isStored(value);
      boolean shared = value instanceof Expression.Name && !text.axes().isEmpty();
      rendering.define(name.id(), text);
      if (makes(value)) {
        rendering.own(name.id());
      }
      rendering.judgeSign(name.id(), value, false);
      lines.add(name.id() + " = " + text.code() + (view || shared ? ".copy()" : ""));
    } else if (target instanceof Expression.Subscript element) {
      ArrayText.Access access = target(element);
      Optional<String> outer = outerProduct(value);
      ArrayRendering.Text text =
          rendering.renderStored(value, access.fact().element() == ArrayFact.Element.FLOAT64);
      requireTakes(element, access, text);
      store(access, text, outer.orElse(text.code()));
    } else {
      throw new NotVectorizable("`" + facts.text(target) + "` is neither a name nor an element");
    }
  }

  /** {@code r, g, b = image[i, j]}. */
  private void unpack(List<Expression> names, Expression value) {
    boolean plain =
        value instanceof Expression.Subscript
            && !isStored(value)
            && names.stream().allMatch(n -> n instanceof Expression.Name);
    if (!plain) {
      throw new NotVectorizable("`" + facts.text(value) + "` is unpacked in every iteration");
    }
    List<ArrayText.Access> elements = arrays.unpacked((Expression.Subscript) value, names.size());
    for (int i = 0; i < names.size(); i++) {
      String name = ((Expression.Name) names.get(i)).id();
      ArrayRendering.Text text = rendering.element(elements.get(i), value);
      rendering.define(name, text);
      rendering.forgetSign(name);
      lines.add(name + " = " + text.code());
    }
  }

  /** Whether the expression gives an array that nothing else holds, or an unchangeable number. */
  private static boolean makes(Expression value) {
    return value instanceof Expression.Constant
        || value instanceof Expression.BinOp
        || value instanceof Expression.IfExp
        || value instanceof Expression.Call;
  }

  private boolean isStored(Expression e) {
    return e instanceof Expression.Subscript s
        && arrayName(s).filter(storedArrays::contains).isPresent();
  }

  private ArrayText.Access target(Expression.Subscript element) {
    ArrayText.Access access = arrays.access(element);
    if (!access.axes().equals(arrays.order())) {
      throw new NotVectorizable("the stored arrays have their axes in different orders");
    }
    if (access.fact().dimensions().isEmpty()) {
      guards.require(access.array() + ".ndim == " + access.parts().size());
    }
    return access;
  }

  private static String targetText(ArrayText.Access access) {
    return access.isWhole()
        ? access.array() + "[:]"
        : access.array() + "[" + String.join(", ", access.parts()) + "]";
  }

  /** Arrays take what single elements refuse: a NaN as a whole number, for one. */
  private void requireTakes(
      Expression.Subscript element, ArrayText.Access access, ArrayRendering.Text value) {
    ArrayFact.Element type = access.fact().element();
    boolean takes =
        switch (type) {
          case FLOAT64 -> true;
          case INT64 ->
              value.element() == ArrayFact.Element.INT64
                  || value.element() == ArrayFact.Element.BOOL;
          case BOOL -> value.element() == ArrayFact.Element.BOOL;
          case OTHER -> false;
          case UNKNOWN -> {
            guards.require(access.array() + ".dtype.kind == \"f\"");
            yield true;
          }
        };
    if (!takes) {
      throw new NotVectorizable(
          "`"
              + facts.text(element)
              + "` has elements of another type than its new value is known to have");
    }
  }

  /** {@code a[i] * b[j]} for all i and j has a name of its own. */
  private Optional<String> outerProduct(Expression value) {
    if (arrays.order().size() != 2
        || !(value instanceof Expression.BinOp product)
        || product.operator() != Operator.MULT
        || !(product.left() instanceof Expression.Subscript left)
        || !(product.right() instanceof Expression.Subscript right)) {
      return Optional.empty();
    }
    ArrayText.Access a = arrays.access(left);
    ArrayText.Access b = arrays.access(right);
    boolean vectors = a.parts().size() == 1 && b.parts().size() == 1;
    List<String> axes = new ArrayList<>(a.axes());
    axes.addAll(b.axes());
    if (!vectors || !axes.equals(arrays.order()) || !isVector(a) || !isVector(b)) {
      return Optional.empty();
    }
    return Optional.of(VectorizePlan.NUMPY + ".outer(" + plain(a) + ", " + plain(b) + ")");
  }

  /** {@code np.outer} flattens what has more axes. */
  private static boolean isVector(ArrayText.Access access) {
    return access.fact().dimensions().filter(d -> d == 1).isPresent();
  }

  private static String plain(ArrayText.Access access) {
    return access.isWhole() ? access.array() : access.array() + "[" + access.parts().get(0) + "]";
  }

  private void update(Statement.AugAssign assign, Expression.Subscript element) {
    ArrayText.Access access = target(element);
    ArrayRendering.Text value = rendering.render(assign.value());
    requireUpdates(assign, element, access, value);
    lines.add(targetText(access) + " " + assign.operator().symbol() + "= " + value.code());
  }

  private void requireUpdates(
      Statement.AugAssign assign,
      Expression.Subscript element,
      ArrayText.Access access,
      ArrayRendering.Text value) {
    ArrayFact.Element type = access.fact().element();
    boolean simple = Set.of(Operator.ADD, Operator.SUB, Operator.MULT).contains(assign.operator());
    boolean floats = simple || assign.operator() == Operator.DIV;
    boolean takes =
        type == ArrayFact.Element.FLOAT64 && floats
            || type == ArrayFact.Element.INT64
                && simple
                && value.element() == ArrayFact.Element.INT64;
    if (!takes) {
      throw new NotVectorizable(
          "`"
              + facts.text(element)
              + "` is updated in place, and its element type is not known to"
              + " take the result");
    }
  }

  private void updateLocal(Statement.AugAssign assign, Expression.Name name) {
    Expression.Name read = new Expression.Name(name.start(), name.end(), name.id(), Context.LOAD);
    Expression.BinOp sum =
        new Expression.BinOp(assign.start(), assign.end(), read, assign.operator(), assign.value());
    ArrayRendering.Text before = rendering.render(read);
    ArrayRendering.Text value = rendering.render(assign.value());
    ArrayRendering.Text result = rendering.combined(sum, before, value);
    boolean inPlace =
        rendering.isOwn(name.id())
            && before.axes().containsAll(value.axes())
            && before.element() == result.element();
    rendering.define(name.id(), result);
    rendering.own(name.id());
    if (assign.operator() == Operator.ADD) {
      rendering.judgeSign(name.id(), assign.value(), true);
    } else {
      rendering.forgetSign(name.id());
    }
    String symbol = assign.operator().symbol();
    lines.add(
        inPlace
            ? name.id() + " " + symbol + "= " + value.code()
            : name.id() + " = " + name.id() + " " + symbol + " " + rendering.grouped(value));
  }

  /** {@code if}: the same for all iterations, or a choice for each element. */
  private void choose(Statement.If choice) {
    if (isUniform(choice.test())) {
      branches(choice);
      return;
    }
    Map<String, ArrayRendering.Text> entry = rendering.locals();
    int written = lines.size();
    boolean speculative = rendering.speculate(false);
    try {
      new Choices(this, rendering).write(choice);
    } catch (ArrayRendering.Harmful harmful) {
      rendering.restore(entry);
      rendering.stored().clear();
      rendering.speculate(speculative);
      lines.subList(written, lines.size()).clear();
      new Masks(this, rendering, arrays).write(choice);
    }
    rendering.speculate(speculative);
  }

  private boolean isUniform(Expression test) {
    Set<String> varying = LoopNest.names(test);
    varying.retainAll(nest.bound());
    varying.removeAll(nest.kept().keySet());
    boolean[] simple = {varying.isEmpty()};
    Walk.each(
        test,
        n -> {
          boolean reads = n instanceof Expression.Subscript s && isStored(s);
          boolean array = n instanceof Expression.Name name && facts.of(name).isPresent();
          simple[0] &= !reads && !array && !(n instanceof Expression.NamedExpr);
          simple[0] &= !(n instanceof Expression.Call) && !(n instanceof Expression.Await);
        });
    return simple[0];
  }

  private void branches(Statement.If choice) {
    if (nest.kept().isEmpty() && nest.axes().size() > 1) {
      throw new NotVectorizable("a choice that is the same for all iterations stands inside");
    }
    List<String> outside = lines;
    Map<String, ArrayRendering.Text> entry = rendering.locals();
    lines = new ArrayList<>();
    Set<String> owned = rendering.owned();
    block(choice.body());
    List<String> then = lines;
    Map<String, ArrayRendering.Text> afterThen = rendering.locals();
    Set<String> ownedThen = rendering.owned();
    rendering.restore(entry);
    rendering.restoreOwned(owned);
    lines = new ArrayList<>();
    block(choice.orElse());
    List<String> otherwise = lines;
    Map<String, ArrayRendering.Text> joined = new LinkedHashMap<>();
    rendering
        .locals()
        .forEach(
            (name, text) -> {
              if (afterThen.containsKey(name)) {
                joined.put(name, text.join(afterThen.get(name)));
              }
            });
    rendering.restore(joined);
    ownedThen.retainAll(rendering.owned());
    rendering.restoreOwned(ownedThen);
    lines = outside;
    if (then.isEmpty() && !otherwise.isEmpty()) {
      lines.add("if not (" + facts.text(choice.test()) + "):");
      otherwise.forEach(l -> lines.add(VectorizePlan.INDENT + l));
      return;
    }
    lines.add("if " + facts.text(choice.test()) + ":");
    (then.isEmpty() ? List.of("pass") : then).forEach(l -> lines.add(VectorizePlan.INDENT + l));
    if (!otherwise.isEmpty()) {
      lines.add("else:");
      otherwise.forEach(l -> lines.add(VectorizePlan.INDENT + l));
    }
  }

  /** Emits a statement. */
  void add(String line) {
    lines.add(line);
  }

  /** Stores a value of whole arrays. */
  void assign(Expression.Subscript element, ArrayRendering.Text value) {
    ArrayText.Access access = target(element);
    requireTakes(element, access, value);
    store(access, value, ArrayRendering.unwrapped(value.code()));
  }

  private void store(ArrayText.Access access, ArrayRendering.Text value, String code) {
    lines.add(targetText(access) + " = " + code);
    boolean ordered = arrays.order().size() == 1 || arrays.areVectors();
    lastStore = Optional.of(new FusedCreation.WholeStore(access, value, code, ordered));
  }

  /** The array's elements that a statement stores, and its checks. */
  String store(Expression.Subscript element, ArrayRendering.Text value) {
    ArrayText.Access access = target(element);
    requireTakes(element, access, value);
    return targetText(access);
  }

  boolean takesFloats(Expression.Subscript element) {
    return target(element).fact().element() == ArrayFact.Element.FLOAT64;
  }

  void requireUpdates(
      Statement.AugAssign assign, Expression.Subscript element, ArrayRendering.Text value) {
    requireUpdates(assign, element, target(element), value);
  }

  String text(Node node) {
    return facts.text(node);
  }

  /** A name that the program does not use. */
  String fresh(String wanted) {
    String name = wanted;
    int number = 2;
    while (program.tree().source().text().contains(name) || lines.stream().anyMatch(holds(name))) {
      name = wanted + "_" + number++;
    }
    return name;
  }

  private static java.util.function.Predicate<String> holds(String name) {
    return line -> line.startsWith(name + " = ");
  }
}

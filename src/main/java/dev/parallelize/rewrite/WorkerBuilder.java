package dev.parallelize.rewrite;

import dev.parallelize.dependence.Captures;
import dev.parallelize.dependence.Fission;
import dev.parallelize.dependence.Iteration;
import dev.parallelize.dependence.SelectedItems;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds or makes the function that a worker calls: the called function itself where the parallel part
 * is one plain call, else a new module-level function with the parallel part as its body.
 */
final class WorkerBuilder {
  private final Program program;
  private final Judgement judgement;
  private final Iteration iteration;
  private final Fission fission;
  private final boolean threads;
  private final boolean oneIterable;
  private final FreshNames fresh;
  private final Layout layout;
  private final Set<String> stale;
  private final List<Carried> carried;
  private final Map<String, String> perThread;
  private final LocalCode localCode;
  private final Map<Fission.Extraction, String> resultNames = new IdentityHashMap<>();

  WorkerBuilder(
      Judgement judgement,
      Fission fission,
      PoolPlan plan,
      FreshNames fresh,
      Layout layout,
      Set<String> stale,
      List<Carried> carried,
      Map<String, String> perThread) {
    this.perThread = new LinkedHashMap<>(perThread);
    this.program = judgement.program();
    this.judgement = judgement;
    this.iteration = judgement.model().iteration().orElseThrow();
    this.fission = fission;
    this.threads = plan.workers() == PoolPlan.Workers.THREADS;
    this.oneIterable = plan.workers().isPool();
    this.fresh = fresh;
    this.layout = layout;
    this.stale = stale;
    this.carried = carried;
    this.localCode = new LocalCode(program, judgement.candidate().scope());
  }

  /** Thrown inside this package when a plan cannot be carried out; never leaves it. */
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported(String reason) {
      super(reason, null, false, false);
    }
  }

  Worker build() {
    Optional<Worker> direct = perThread.isEmpty() ? direct() : Optional.empty();
    return direct.isPresent() ? direct.get() : outlined();
  }

  private Optional<Worker> direct() {
    if (fission.parallel().size() + fission.extractions().size() != 1 || fission.testsInside()) {
      return Optional.empty();
    }
    Expression part;
    List<String> results;
    if (fission.extractions().size() == 1) {
      part = fission.extractions().get(0).expression();
      results = List.of(resultName(fission.extractions().get(0)));
    } else if (fission.parallel().get(0) instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name name
        && fission.crossing().equals(Set.of(name.id()))) {
      part = assign.value();
      results = List.of(name.id());
    } else if (fission.parallel().get(0) instanceof Statement.Assign assign
        && unpacked(assign).filter(n -> fission.crossing().equals(Set.copyOf(n))).isPresent()) {
      part = assign.value();
      results = unpacked(assign).orElseThrow();
    } else if (fission.parallel().get(0) instanceof Statement.AnnAssign assign
        && assign.value().isPresent()
        && assign.target() instanceof Expression.Name name
        && fission.crossing().equals(Set.of(name.id()))) {
      part = assign.value().get();
      results = List.of(name.id());
    } else {
      return Optional.empty();
    }
    boolean comprehension = comprehensionExtras();
    if (!(part instanceof Expression.Call call) || comprehension || !isDirect(call.function())) {
      return Optional.empty();
    }
    return applied(call, results);
  }

  /** The names of {@code a, b = f(x)}, each another one. */
  private static Optional<List<String>> unpacked(Statement.Assign assign) {
    if (assign.targets().size() != 1
        || !(assign.targets().get(0) instanceof Expression.TupleDisplay pair)
        || !pair.elements().stream().allMatch(Expression.Name.class::isInstance)) {
      return Optional.empty();
    }
    List<String> names =
        pair.elements().stream().map(e -> ((Expression.Name) e).id()).distinct().toList();
    return names.size() == pair.elements().size() && names.size() > 1
        ? Optional.of(names)
        : Optional.empty();
  }

  private String resultName(Fission.Extraction extraction) {
    return resultNames.computeIfAbsent(extraction, e -> ResultNames.of(e, fresh));
  }

  /** Conditions and further clauses of a comprehension run in the worker, so a plain call is not it. */
  private boolean comprehensionExtras() {
    List<Comprehension> generators = Comprehension.of(judgement.candidate().node());
    return !isTest()
        && (generators.size() > 1
            || (generators.size() == 1
                && !generators.get(0).conditions().isEmpty()
                && !filtersFirst(judgement.candidate().node())));
  }

  /** Whether all that is computed is which items of a comprehension are kept. */
  private boolean isTest() {
    Optional<Expression> test = SelectedItems.test(judgement.candidate().node());
    return fission.extractions().size() == 1
        && test.filter(t -> t == fission.extractions().get(0).expression()).isPresent();
  }

  /** True when the conditions are so plain that the items can be filtered before they are sent. */
  static boolean filtersFirst(Node node) {
    List<Comprehension> generators = Comprehension.of(node);
    if (generators.size() != 1 || generators.get(0).conditions().isEmpty()) {
      return false;
    }
    boolean[] plain = {true};
    generators
        .get(0)
        .conditions()
        .forEach(
            c ->
                Walk.each(
                    c,
                    n ->
                        plain[0] &=
                            n instanceof Expression.Compare
                                || n instanceof Expression.BoolOp
                                || n instanceof Expression.Name
                                || n instanceof Expression.Constant
                                || n instanceof Expression.UnaryOp
                                || n instanceof Expression.Attribute
                                || (n instanceof Expression.BinOp op
                                    && op.operator() == dev.parallelize.syntax.Operator.MOD
                                    && op.right() instanceof Expression.Constant)));
    return plain[0];
  }

  /** True for what other processes can find under the same name. */
  private boolean isDirect(Expression function) {
    if (function instanceof Expression.Attribute attribute) {
      boolean method =
          attribute.value() instanceof Expression.Name self
              && !iteration.targets().contains(self.id())
              && (program.type(self).isProgramClass() || isModule(self));
      return method && (threads || !isPrivate(attribute.attribute()));
    }
    if (!(function instanceof Expression.Name name)) {
      return false;
    }
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    boolean global = owner.isEmpty() || owner.get().kind() == Scope.Kind.MODULE;
    if (!global && !threads) {
      return false;
    }
    Set<Root> roots = program.value(function).roots();
    return !roots.isEmpty() && roots.stream().allMatch(r -> isImportable(r));
  }

  /** A bound method is pickled by its name, and the class knows {@code __work} under another. */
  static boolean isPrivate(String method) {
    return method.startsWith("__") && !method.endsWith("__");
  }

  private boolean isModule(Expression.Name name) {
    Set<Root> roots = program.value(name).roots();
    return !roots.isEmpty() && roots.stream().allMatch(Root.ModuleObject.class::isInstance);
  }

  private boolean isImportable(Root root) {
    if (root instanceof Root.FunctionObject object) {
      boolean top = object.scope().parent().filter(p -> p.kind() == Scope.Kind.MODULE).isPresent();
      return threads || (top && object.scope().node() instanceof Statement.FunctionDef);
    }
    if (root instanceof Root.ClassObject object) {
      return object.scope().parent().filter(p -> p.kind() == Scope.Kind.MODULE).isPresent();
    }
    return root instanceof Root.LibraryObject;
  }

  private Optional<Worker> applied(Expression.Call call, List<String> results) {
    List<Expression> arguments = call.arguments();
    boolean plain =
        arguments.stream().noneMatch(Expression.Starred.class::isInstance)
            && call.keywords().stream().allMatch(k -> k.name().isPresent());
    String function = text(call.function());
    if (!plain) {
      return Optional.empty();
    }
    List<Integer> fromItem = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (uses(arguments.get(i), iteration.targets())) {
        fromItem.add(i);
      } else if (!isSteady(arguments.get(i))) {
        return Optional.empty();
      }
    }
    List<String> apart = carried.stream().map(Carried::variable).toList();
    if (uses(call, apart)) {
      return Optional.empty();
    }
    boolean keywords =
        call.keywords().stream()
            .allMatch(k -> isSteady(k.value()) && !uses(k.value(), iteration.targets()));
    if (!keywords || fromItem.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> items = itemTexts(arguments, fromItem);
    if (items.isEmpty() || (oneIterable && items.get().size() > 1)) {
      return Optional.empty();
    }
    boolean last = fromItem.get(fromItem.size() - 1) == arguments.size() - 1;
    boolean contiguous = fromItem.get(fromItem.size() - 1) - fromItem.get(0) == fromItem.size() - 1;
    List<String> bound = new ArrayList<>();
    if (last && contiguous) {
      arguments.subList(0, fromItem.get(0)).forEach(a -> bound.add(text(a)));
    } else {
      Optional<List<String>> named = byName(call, fromItem);
      if (named.isEmpty()) {
        return Optional.empty();
      }
      bound.addAll(named.get());
    }
    call.keywords().forEach(k -> bound.add(text(k)));
    boolean partial = !bound.isEmpty();
    String callable =
        partial ? "partial(" + function + ", " + String.join(", ", bound) + ")" : function;
    return Optional.of(
        new Worker(
            callable,
            Optional.empty(),
            items.get(),
            fromItem.stream().map(i -> text(arguments.get(i))).toList(),
            results,
            Optional.empty()));
  }

  /** The iterables that give the arguments which depend on the item; empty list for the loop's own. */
  private Optional<List<String>> itemTexts(List<Expression> arguments, List<Integer> fromItem) {
    if (iteration.target() instanceof Expression.Name target) {
      boolean own =
          fromItem.size() == 1
              && arguments.get(fromItem.get(0)) instanceof Expression.Name n
              && n.id().equals(target.id());
      return own ? Optional.of(List.of()) : Optional.empty();
    }
    if (filtersFirst(judgement.candidate().node())) {
      // What is left after the filter are whole items.
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int i : fromItem) {
      if (!(arguments.get(i) instanceof Expression.Name name)) {
        return Optional.empty();
      }
      names.add(name.id());
    }
    return Projections.of(program, iteration, names, layout.source());
  }

  /** Captured positional arguments after the item, by the names of the function's parameters. */
  private Optional<List<String>> byName(Expression.Call call, List<Integer> fromItem) {
    boolean first =
        fromItem.get(0) == 0 && fromItem.size() == fromItem.get(fromItem.size() - 1) + 1;
    Set<Root> roots = program.value(call.function()).roots();
    if (!first
        || roots.size() != 1
        || !(roots.iterator().next() instanceof Root.FunctionObject object)
        || !(object.scope().node() instanceof Statement.FunctionDef definition)
        || call.function() instanceof Expression.Attribute
        || !definition.arguments().positionalOnly().isEmpty()
        || definition.arguments().positional().size() < call.arguments().size()) {
      return Optional.empty();
    }
    List<String> bound = new ArrayList<>();
    for (int i = fromItem.size(); i < call.arguments().size(); i++) {
      bound.add(
          definition.arguments().positional().get(i).name() + "=" + text(call.arguments().get(i)));
    }
    return Optional.of(bound);
  }

  private static boolean isSteady(Expression e) {
    return e instanceof Expression.Name
        || e instanceof Expression.Constant
        || (e instanceof Expression.Attribute a && a.value() instanceof Expression.Name);
  }

  private static boolean uses(Node node, List<String> names) {
    boolean[] found = {false};
    Walk.each(
        node, n -> found[0] |= n instanceof Expression.Name name && names.contains(name.id()));
    return found[0];
  }

  private String text(Node node) {
    return layout.source().text(node.span());
  }

  private String text(Keyword keyword) {
    return layout.source().text(keyword.span());
  }

  /** A new function with the parallel part as its body, or a new method where it reads {@code self}. */
  private Worker outlined() {
    List<Node> parts = parts();
    Set<String> private_ = privateNames();
    LinkedHashSet<String> captures = new LinkedHashSet<>();
    for (Node part : parts) {
      captures.addAll(Captures.of(program, part, judgement.candidate().frame()));
      captures.addAll(staleReads(part));
    }
    captures.removeAll(iteration.targets());
    captures.removeAll(private_);
    captures.removeAll(perThread.keySet());
    captures = inOrderOfUse(captures, parts);
    List<Statement> embedded = new ArrayList<>();
    localCode.embed(captures, embedded, iteration.targets());
    Set<String> movable = new LinkedHashSet<>(captures);
    carried.forEach(c -> movable.remove(c.variable()));
    Optional<Receiver> receiver =
        Receiver.among(movable, judgement.candidate().scope(), embedded.isEmpty());
    if (receiver.isEmpty()) {
      refuseUnmovable(parts);
    }
    String margin = receiver.map(r -> layout.indentation(r.method())).orElse("");
    String unit = margin + layout.unit();
    String newline = layout.newline();
    List<String> parameters = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    receiver.ifPresent(r -> parameters.add(r.name()));
    List<String> taken = takenApart(parts);
    Optional<List<String>> iterables =
        taken.isEmpty()
            ? Optional.empty()
            : Projections.of(program, iteration, taken, layout.source());
    iterables.ifPresent(i -> parameters.addAll(taken));
    String item =
        iterables.isPresent()
            ? taken.size() == 1 ? taken.get(0) : "item"
            : itemParameter(parameters, body, unit, newline);
    receiver.map(Receiver::name).ifPresent(captures::remove);
    for (Carried one : carried) {
      if (captures.remove(one.variable())) {
        body.append(unit).append(one.variable()).append(" = ").append(one.global()).append(newline);
      }
    }
    captures.forEach(parameters::add);
    perThread.forEach(
        (name, place) ->
            body.append(unit).append(name).append(" = ").append(place).append(newline));
    for (Statement statement : embedded) {
      body.append(layout.moved(statement, unit)).append(newline);
      if (statement instanceof Statement.FunctionDef) {
        body.append(newline);
      }
    }
    List<String> results = writeBody(body, unit, newline);
    String name = workerName(item, receiver.isPresent());
    String definition =
        margin
            + "def "
            + name
            + "("
            + String.join(", ", parameters)
            + "):"
            + newline
            + body.toString().stripTrailing()
            + newline;
    boolean partial = !captures.isEmpty();
    String function = receiver.map(r -> r.name() + ".").orElse("") + name;
    String callable =
        partial
            ? "partial("
                + function
                + ", "
                + String.join(", ", captures.stream().map(c -> c + "=" + c).toList())
                + ")"
            : function;
    return new Worker(
        callable,
        Optional.of(definition),
        iterables.orElse(List.of()),
        iterables.isPresent() ? taken : List.of(),
        results,
        receiver.map(Receiver::method));
  }

  private String workerName(String item, boolean method) {
    String base = "_" + WorkerNames.of(judgement, item);
    return method ? fresh.freshMethod(program.tree(), base) : fresh.fresh(base);
  }

  private static LinkedHashSet<String> inOrderOfUse(Set<String> names, List<Node> parts) {
    java.util.Map<String, Integer> first = new java.util.HashMap<>();
    for (Node part : parts) {
      Walk.each(
          part,
          n -> {
            if (n instanceof Expression.Name name) {
              first.merge(name.id(), name.start(), Math::min);
            }
          });
    }
    List<String> ordered = new ArrayList<>(names);
    ordered.sort(java.util.Comparator.comparingInt(n -> first.getOrDefault(n, 0)));
    return new LinkedHashSet<>(ordered);
  }

  private List<Node> parts() {
    List<Node> parts = fission.work();
    List<Comprehension> generators = Comprehension.of(judgement.candidate().node());
    for (int i = 0; i < generators.size(); i++) {
      if (i > 0) {
        parts.add(generators.get(i).iterable());
      }
      if (!filtersFirst(judgement.candidate().node())) {
        parts.addAll(generators.get(i).conditions());
      }
      if (i > 0) {
        private_.addAll(targetsOf(generators.get(i).target()));
      }
    }
    return parts;
  }

  private final Set<String> private_ = new LinkedHashSet<>();

  private static Set<String> targetsOf(Expression target) {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        target,
        n -> {
          if (n instanceof Expression.Name name) {
            names.add(name.id());
          }
        });
    return names;
  }

  private Set<String> privateNames() {
    Set<String> names = new LinkedHashSet<>(private_);
    fission.parallel().forEach(s -> names.addAll(bound(s)));
    return names;
  }

  private static Set<String> bound(Statement statement) {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Name name
              && name.context() != dev.parallelize.syntax.Context.LOAD) {
            names.add(name.id());
          } else if (n instanceof Statement.FunctionDef f) {
            names.add(f.name());
          } else if (n instanceof dev.parallelize.syntax.ExceptHandler h) {
            h.name().ifPresent(names::add);
          }
        });
    return names;
  }

  /** Module variables that a worker process would see with another value travel as arguments. */
  private Set<String> staleReads(Node part) {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        part,
        n -> {
          if (n instanceof Expression.Name name && stale.contains(name.id())) {
            Optional<Scope> owner = program.scopes().around(name).owner(name.id());
            if (owner.filter(o -> o.kind() == Scope.Kind.MODULE).isPresent()) {
              names.add(name.id());
            }
          }
        });
    return names;
  }

  private static void refuseUnmovable(List<Node> parts) {
    for (Node part : parts) {
      Walk.each(
          part,
          n -> {
            if (n instanceof Expression.Attribute a
                && a.attribute().startsWith("__")
                && !a.attribute().endsWith("__")) {
              throw new Unsupported(
                  "it uses the private attribute `"
                      + a.attribute()
                      + "`, which only its class can name");
            }
            if (n instanceof Expression.Name name && name.id().equals("super")) {
              throw new Unsupported("it calls super(), which only a method of the class can");
            }
          });
    }
  }

  /** The parts of the item that the work reads, if they may come one by one. */
  private List<String> takenApart(List<Node> parts) {
    List<String> used =
        iteration.targets().stream()
            .filter(t -> parts.stream().anyMatch(p -> uses(p, List.of(t))))
            .toList();
    boolean whole =
        !(iteration.target() instanceof Expression.TupleDisplay)
            || filtersFirst(judgement.candidate().node())
            || (oneIterable && used.size() > 1);
    return whole ? List.of() : used;
  }

  private String itemParameter(
      List<String> parameters, StringBuilder body, String unit, String newline) {
    if (iteration.target() instanceof Expression.Name name) {
      parameters.add(name.id());
      return name.id();
    }
    String item = fresh.fresh("item", "entry", "item");
    parameters.add(item);
    String targets = text(iteration.target());
    body.append(unit).append(targets).append(" = ").append(item).append(newline);
    return item;
  }

  private List<String> writeBody(StringBuilder body, String unit, String newline) {
    List<String> results = new ArrayList<>(inTextOrder(fission));
    List<String> returned = new ArrayList<>(results);
    for (Fission.Extraction extraction : fission.extractions()) {
      results.add(resultName(extraction));
      String value = OpenLines.closed(text(extraction.expression()) + unlessLeftOut(extraction));
      returned.add(fission.isFollowed(extraction) ? resultName(extraction) : value);
    }
    List<Comprehension> generators = Comprehension.of(judgement.candidate().node());
    if (!generators.isEmpty() && fission.parallel().isEmpty()) {
      String value = OpenLines.closed(comprehensionValue(generators));
      body.append(unit).append("return ").append(value).append(newline);
      return List.of(results.get(0));
    }
    List<Statement> statements = fission.parallel();
    int last = statements.size() - 1;
    boolean returnsLast =
        last >= 0
            && fission.extractions().isEmpty()
            && fission.crossing().size() == 1
            && statements.get(last) instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name n
            && fission.crossing().contains(n.id());
    List<Expression> skips = new ArrayList<>(fission.skips());
    List<Fission.Extraction> early =
        new ArrayList<>(fission.extractions().stream().filter(fission::isFollowed).toList());
    for (int i = 0; i <= last; i++) {
      while (!early.isEmpty() && early.get(0).expression().start() < statements.get(i).start()) {
        Fission.Extraction one = early.remove(0);
        body.append(unit).append(resultName(one)).append(" = ");
        body.append(layoutExpression(one.expression(), unit)).append(newline);
      }
      skipBefore(statements.get(i).start(), skips, results, body, unit, newline);
      if (i == last && returnsLast) {
        body.append(unit)
            .append("return ")
            .append(layoutExpression(((Statement.Assign) statements.get(i)).value(), unit))
            .append(newline);
        return results;
      }
      body.append(layout.moved(statements.get(i), unit)).append(newline);
    }
    skipBefore(Integer.MAX_VALUE, skips, results, body, unit, newline);
    if (!returned.isEmpty()) {
      body.append(unit).append("return ").append(String.join(", ", returned)).append(newline);
    }
    return results;
  }

  /** Where a test of the loop leaves an item out, the worker gives what it has by then. */
  private void skipBefore(
      int offset,
      List<Expression> skips,
      List<String> results,
      StringBuilder body,
      String unit,
      String newline) {
    while (!skips.isEmpty() && skips.get(0).start() < offset) {
      Expression test = skips.remove(0);
      Set<String> known = new LinkedHashSet<>();
      fission.parallel().stream()
          .filter(s -> s.end() <= test.start())
          .forEach(s -> known.addAll(bound(s)));
      List<String> given = results.stream().map(r -> known.contains(r) ? r : "None").toList();
      body.append(unit).append("if ").append(layoutExpression(test, unit)).append(":");
      body.append(newline).append(unit).append(layout.unit());
      body.append("return ").append(String.join(", ", given)).append(newline);
    }
  }

  private String unlessLeftOut(Fission.Extraction extraction) {
    if (!fission.testsInside() || extraction.guards().isEmpty()) {
      return "";
    }
    return " if " + new GuardText(layout.source()).of(extraction.guards()) + " else None";
  }

  /** Names in the order in which the parallel part binds them. */
  private static List<String> inTextOrder(Fission fission) {
    java.util.Map<String, Integer> first = new java.util.HashMap<>();
    for (Statement statement : fission.parallel()) {
      Walk.each(
          statement,
          n -> {
            if (n instanceof Expression.Name name
                && name.context() != dev.parallelize.syntax.Context.LOAD) {
              first.merge(name.id(), name.start(), Math::min);
            }
          });
    }
    return fission.crossing().stream()
        .sorted(java.util.Comparator.comparingInt(n -> first.getOrDefault(n, 0)))
        .toList();
  }

  private String layoutExpression(Expression e, String unit) {
    String own = layout.indentation(e);
    int before = e.start() - layout.lineStart(e) - own.length();
    String code = layout.moved(layout.lineStart(e), e.end(), own, unit);
    if (!OpenLines.areIn(code.substring(unit.length() + before))) {
      return code.substring(unit.length() + before);
    }
    String deeper = unit + layout.unit();
    String inside = layout.moved(layout.lineStart(e), e.end(), own, deeper);
    String newline = layout.newline();
    return "("
        + newline
        + deeper
        + inside.substring(deeper.length() + before)
        + newline
        + unit
        + ")";
  }

  /** For several clauses the worker gives the list of one outer item's values. */
  private String comprehensionValue(List<Comprehension> generators) {
    Node node = judgement.candidate().node();
    String element =
        node instanceof Expression.DictComp c && fission.extractions().size() > 1
            ? "(" + text(c.key()) + ", " + text(c.value()) + ")"
            : text(fission.extractions().get(0).expression());
    List<Expression> conditions =
        filtersFirst(node) || isTest() ? List.of() : generators.get(0).conditions();
    StringBuilder inner = new StringBuilder();
    for (Comprehension generator : generators.subList(1, generators.size())) {
      inner.append(' ').append(text(generator));
    }
    if (generators.size() > 1) {
      String list = "[" + element + inner + "]";
      return conditions.isEmpty() ? list : list + " if " + joined(conditions) + " else []";
    }
    if (!conditions.isEmpty()) {
      return "[" + element + "] if " + joined(conditions) + " else []";
    }
    return element;
  }

  private String joined(List<Expression> conditions) {
    if (conditions.size() == 1) {
      return text(conditions.get(0));
    }
    return String.join(" and ", conditions.stream().map(c -> "(" + text(c) + ")").toList());
  }
}

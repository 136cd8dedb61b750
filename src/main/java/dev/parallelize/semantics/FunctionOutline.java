package dev.parallelize.semantics;

import dev.parallelize.library.Aliasing;
import dev.parallelize.library.Blocking;
import dev.parallelize.library.Callee;
import dev.parallelize.library.Effect;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells a function of another module as a library's function is told: effects, arguments that it changes, calls and
 * iterates over, what the result shares. A function that does what cannot be told so has no outline.
 */
final class FunctionOutline {
  /** Of processor time for one call. */
  private static final double HEAVY_MICROS = 200;

  private final Program program;
  private final Scope function;
  private final Summary summary;
  private final Predicate<String> constant;

  /** Then it runs in order anyway, and what it reads of the module's state does not matter. */
  private final boolean changesState;

  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final Set<Effect> effects = EnumSet.noneOf(Effect.class);
  private final Set<Integer> mutates = new HashSet<>();
  private final Set<Integer> invokes = new HashSet<>();
  private final Set<Integer> iterates = new HashSet<>();
  private final Set<Integer> files = new HashSet<>();
  private final Set<Integer> changed = new HashSet<>();
  private Blocking blocking = Blocking.NONE;

  private FunctionOutline(Program program, Scope function, Predicate<String> constant) {
    this.program = program;
    this.function = function;
    this.summary = program.summary(function);
    this.constant = constant;
    this.changesState = summary.facts().keySet().stream().anyMatch(this::isChangeOutside);
  }

  /**
   * @param as the name by which the importer knows it
   * @param constant true for variables of the module that keep their first value
   */
  static Optional<Callee> of(
      Program program, Scope function, String as, Predicate<String> constant, CostModel costs) {
    return new FunctionOutline(program, function, constant).outline(as, costs);
  }

  /** True for types that mean the same in another module: no classes of the program's own. */
  static boolean isPlain(Type type) {
    return !type.isUnknown()
        && !type.isProgramClass()
        && !type.name().contains(":")
        && type.arguments().stream().allMatch(a -> a.isUnknown() || isPlain(a));
  }

  private Optional<Callee> outline(String as, CostModel costs) {
    boolean plain =
        function.node() instanceof Statement.FunctionDef
            && !summary.generator()
            && !summary.coroutine()
            && isResultPlain();
    if (!plain) {
      return Optional.empty();
    }
    readParameters(((Statement.FunctionDef) function.node()).arguments());
    if (!summary.facts().keySet().stream().allMatch(this::tell)) {
      return Optional.empty();
    }
    Cost cost = costs.function(function);
    files.removeAll(changed);
    return aliasing()
        .map(
            a ->
                new Callee(
                    as,
                    effects,
                    mutates,
                    invokes,
                    iterates,
                    files,
                    blocking,
                    costClass(cost),
                    blocking != Blocking.NONE || cost.compiledMicros() > cost.cpuMicros() / 2,
                    a,
                    summary.result().type().toString(),
                    Optional.empty(),
                    positions));
  }

  private dev.parallelize.library.Cost costClass(Cost cost) {
    if (blocking != Blocking.NONE) {
      return dev.parallelize.library.Cost.BLOCKING;
    }
    return cost.cpuMicros() >= HEAVY_MICROS
        ? dev.parallelize.library.Cost.HEAVY
        : dev.parallelize.library.Cost.LINEAR;
  }

  /** An object of a class of the other module would have methods that the importer does not see. */
  private boolean isResultPlain() {
    Type type = summary.result().type();
    boolean methods =
        program.classNames().stream()
            .flatMap(c -> program.programClass(c).stream())
            .anyMatch(c -> c.children().stream().anyMatch(m -> m.kind() == Scope.Kind.FUNCTION));
    return methods ? isPlainThrough(type) : type.isUnknown() || isPlain(type);
  }

  private static boolean isPlainThrough(Type type) {
    return isPlain(type) && type.arguments().stream().allMatch(FunctionOutline::isPlainThrough);
  }

  private void readParameters(Arguments arguments) {
    List<Argument> positional = new ArrayList<>(arguments.positionalOnly());
    positional.addAll(arguments.positional());
    positional.forEach(a -> positions.put(a.name(), positions.size()));
    int first = positional.size();
    arguments.variadic().ifPresent(v -> positions.put(v.name(), first));
    int byName = Callee.BY_NAME_ONLY;
    for (Argument argument : arguments.keywordOnly()) {
      positions.put(argument.name(), byName++);
    }
    int rest = byName;
    arguments.keywordVariadic().ifPresent(v -> positions.put("**", rest));
  }

  private Set<Integer> positions(Root root) {
    if (!(root instanceof Root.Parameter parameter) || parameter.function() != function) {
      return Set.of();
    }
    Statement.FunctionDef definition = (Statement.FunctionDef) function.node();
    boolean rest =
        definition
            .arguments()
            .variadic()
            .filter(v -> v.name().equals(parameter.name()))
            .isPresent();
    Integer position = positions.get(parameter.name());
    if (position == null) {
      return Set.of(positions.getOrDefault("**", Callee.BY_NAME_ONLY));
    }
    Set<Integer> all = new HashSet<>();
    for (int i = position; i <= (rest ? Callee.LAST_POSITION : position); i++) {
      all.add(i);
    }
    return all;
  }

  private static Root base(Root root) {
    return root instanceof Root.Inside inside ? base(inside.base()) : root;
  }

  private boolean isOfParameter(Root root) {
    return base(root) instanceof Root.Parameter p && p.function() == function;
  }

  /** False for what cannot be told. */
  private boolean tell(Fact fact) {
    if (fact instanceof Fact.Reads reads) {
      return isOfParameter(reads.root()) || isConstantPart(reads.root()) || changesState;
    } else if (fact instanceof Fact.ReadsName reads) {
      return changesState
          || (reads.owner().kind() == Scope.Kind.MODULE && constant.test(reads.name()));
    } else if (fact instanceof Fact.Mutates change) {
      return tellChange(change);
    } else if (fact instanceof Fact.BindsName) {
      effects.add(Effect.WRITES_PROCESS_STATE);
      return true;
    } else if (fact instanceof Fact.Does does) {
      effects.add(does.effect());
      return true;
    } else if (fact instanceof Fact.Blocks blocks) {
      blocking = blocks.kind().compareTo(blocking) > 0 ? blocks.kind() : blocking;
      return true;
    } else if (fact instanceof Fact.Iterates walk) {
      iterates.addAll(positions(walk.root()));
      return isOfParameter(walk.root()) || isConstantPart(walk.root()) || changesState;
    } else if (fact instanceof Fact.CallsParameter calls) {
      invokes.addAll(positions(calls.parameter()));
      return calls.parameter().function() == function;
    } else if (fact instanceof Fact.Shares shares) {
      return isOfParameter(shares.root());
    }
    return fact instanceof Fact.Raises;
  }

  private boolean tellChange(Fact.Mutates change) {
    boolean itself = change.root() instanceof Root.Parameter p && p.function() == function;
    boolean file = change.field().equals(Fact.FILE);
    if (itself && (file || change.field().equals(Fact.ELEMENTS))) {
      mutates.addAll(positions(change.root()));
      (file ? files : changed).addAll(positions(change.root()));
      return true;
    }
    if (isChangeOutside(change)) {
      effects.add(Effect.WRITES_PROCESS_STATE);
      return true;
    }
    return false;
  }

  private boolean isChangeOutside(Fact fact) {
    return fact instanceof Fact.BindsName
        || (fact instanceof Fact.Mutates change
            && !isOfParameter(change.root())
            && !change.field().equals(Fact.EVERYTHING));
  }

  private boolean isConstantPart(Root root) {
    Root base = base(root);
    return base instanceof Root.Variable variable
        ? variable.owner().kind() == Scope.Kind.MODULE && constant.test(variable.name())
        : base instanceof Root.ClassObject type && constant.test(type.scope().qualifiedName());
  }

  /** What the result shares with the arguments; empty where that cannot be told. */
  private Optional<Aliasing> aliasing() {
    Value result = summary.result();
    if (result.type().isImmutable()) {
      return Optional.of(Aliasing.IMMUTABLE);
    }
    Set<Root> roots = new HashSet<>(result.roots());
    boolean fresh = roots.remove(Summary.FRESH) && roots.isEmpty();
    roots.addAll(summary.resultContents());
    if (fresh && roots.isEmpty()) {
      return Optional.of(Aliasing.FRESH);
    }
    if (roots.stream().allMatch(this::isOfParameter)) {
      return Optional.of(Aliasing.ARGUMENT);
    }
    boolean data = roots.stream().noneMatch(r -> r.isCode() || isMethod(r));
    return data ? Optional.of(Aliasing.SHARED) : Optional.empty();
  }

  private static boolean isMethod(Root root) {
    return root instanceof Root.BoundMethod || root instanceof Root.Partial;
  }
}

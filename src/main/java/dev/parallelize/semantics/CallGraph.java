package dev.parallelize.semantics;

import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which functions of the file run which others: by calling them, or by handing them to something that
 * may call them.
 */
public final class CallGraph {
  private static final List<String> EXECUTORS =
      List.of("concurrent.futures.", "multiprocessing.", "threading.Thread", "joblib.");

  /**
   * One place where a function runs another.
   *
   * @param times how often the place is run each time the caller runs, as far as the text tells
   */
  private record Site(Scope caller, Scope callee, Node call, double times) {}

  private final Program program;
  private final CostModel costs;
  private final TreeMap<Integer, List<Site>> sites = new TreeMap<>();
  private final Map<Scope, List<Site>> callers = new HashMap<>();
  private final Map<Scope, List<Scope>> callees = new HashMap<>();
  private final CallOrder order = new CallOrder(f -> callees.getOrDefault(f, List.of()));
  private final Set<Scope> handedToWorkers = new LinkedHashSet<>();
  private final Map<Scope, Double> runs = new HashMap<>();

  /**
   * @param costs tells how often loops run
   */
  public CallGraph(Program program, CostModel costs) {
    this.program = program;
    this.costs = costs;
    Scope module = program.scopes().module();
    program.tree().module().body().forEach(s -> collect(s, module, 1));
  }

  private void collect(Node node, Scope frame, double times) {
    if (node instanceof Expression.Call call) {
      call(call, frame, times);
    }
    if (program.scopes().opensScope(node) && !isComprehension(node)) {
      Scope opened = program.scopes().openedBy(node);
      Scope inside = opened.kind() == Scope.Kind.CLASS ? frame : opened;
      boolean apart = opened.kind() != Scope.Kind.CLASS;
      Children.of(node).forEach(c -> collect(c, inside, apart ? 1 : times));
    } else if (node instanceof Statement.For loop) {
      collect(loop.iterable(), frame, times);
      double more = times * costs.trips(loop.iterable());
      loop.body().forEach(s -> collect(s, frame, more));
      loop.orElse().forEach(s -> collect(s, frame, times));
    } else {
      boolean repeats = node instanceof Statement.While || isComprehension(node);
      double more = repeats ? times * CostModel.USUAL_TRIPS : times;
      Children.of(node).forEach(c -> collect(c, frame, more));
    }
  }

  private static boolean isComprehension(Node node) {
    return node instanceof Expression.ListComp
        || node instanceof Expression.SetComp
        || node instanceof Expression.DictComp
        || node instanceof Expression.GeneratorExp;
  }

  private void call(Expression.Call call, Scope frame, double times) {
    boolean starts = false;
    for (CallTarget target : program.targets(call)) {
      callees(target).forEach(callee -> add(new Site(frame, callee, call, times)));
      starts |= handsToWorkers(target);
    }
    List<Expression> handed = new ArrayList<>(call.arguments());
    call.keywords().forEach(k -> handed.add(k.value()));
    for (Expression argument : handed) {
      for (Root root : program.value(argument).roots()) {
        for (Scope callee : functions(root)) {
          add(new Site(frame, callee, call, times * CostModel.USUAL_TRIPS));
          if (starts) {
            handedToWorkers.add(callee);
          }
        }
      }
    }
  }

  /** Executors, and {@code dask.delayed}, of which nothing else has to be known. */
  private static boolean handsToWorkers(CallTarget target) {
    return target instanceof CallTarget.Known known
        ? EXECUTORS.stream().anyMatch(known.callee().name()::startsWith)
        : target instanceof CallTarget.Unknown unknown
            && (unknown.name().equals("delayed") || unknown.name().endsWith(".delayed"));
  }

  private void add(Site site) {
    sites.computeIfAbsent(site.call().start(), s -> new ArrayList<>()).add(site);
    callers.computeIfAbsent(site.callee(), s -> new ArrayList<>()).add(site);
    callees.computeIfAbsent(site.caller(), s -> new ArrayList<>()).add(site.callee());
  }

  private List<Scope> callees(CallTarget target) {
    if (target instanceof CallTarget.ProgramFunction function) {
      return List.of(function.scope());
    }
    return target instanceof CallTarget.ProgramClass type
        ? program.method(type.scope(), "__init__").stream().toList()
        : List.of();
  }

  private List<Scope> functions(Root root) {
    if (root instanceof Root.FunctionObject function) {
      return List.of(function.scope());
    } else if (root instanceof Root.BoundMethod method) {
      return program.methodsNamed(method.method());
    } else if (root instanceof Root.Partial partial) {
      return partial.callees().stream().flatMap(c -> functions(c).stream()).toList();
    }
    return List.of();
  }

  /** Whether running the node, which stands in the frame, may come to run the function. */
  public boolean reaches(Scope frame, Node node, Scope function) {
    return reaches(node, function, caller -> isWithin(caller, frame));
  }

  /** Whether the module's code in the node, that of functions left out, comes to run the function. */
  public boolean reachesAtImport(Node node, Scope function) {
    return reaches(node, function, program.scopes().module()::equals);
  }

  private boolean reaches(Node node, Scope function, Predicate<Scope> callers) {
    return sites.subMap(node.start(), node.end()).values().stream()
        .flatMap(List::stream)
        .filter(s -> s.call().end() <= node.end() && callers.test(s.caller()))
        .anyMatch(s -> order.reaches(s.callee(), function));
  }

  private static boolean isWithin(Scope inner, Scope outer) {
    Optional<Scope> scope = Optional.of(inner);
    while (scope.isPresent() && scope.get() != outer) {
      scope = scope.get().parent();
    }
    return scope.isPresent();
  }

  /** Whether the program itself runs the function in a worker of a pool, a process or a thread. */
  public boolean runsInWorker(Scope function) {
    return handedToWorkers.stream().anyMatch(h -> order.reaches(h, function));
  }

  /** About how often the program runs the function; 1 when nothing in the file calls it. */
  public double runs(Scope function) {
    return runs(function, new HashSet<>());
  }

  private double runs(Scope function, Set<Scope> active) {
    Double known = runs.get(function);
    if (known != null) {
      return known;
    }
    if (!active.add(function)) {
      return 0;
    }
    double sum = 0;
    for (Site site : callers.getOrDefault(function, List.of())) {
      sum += site.times() * runs(site.caller(), active);
    }
    active.remove(function);
    double total = Math.max(1, Math.min(sum, 1e9));
    runs.put(function, total);
    return total;
  }
}

package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Value;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The objects that a value is made of, by the places that make them: a list whose elements are of several types may hold
 * a generator, and a function of the program may put one into what it returns.
 */
final class MadeInside {
  /** Functions that return what other functions return: beyond this, nothing is found. */
  private static final int DEEPEST = 3;

  private final Program program;
  private final Picklability picklability;
  private final Set<Scope> seen = new HashSet<>();

  MadeInside(Program program, Picklability picklability) {
    this.program = program;
    this.picklability = picklability;
  }

  /** Whether all that the frame is known to put into the value arrives in another process. */
  boolean travels(Frame frame, Value value) {
    return travel(frame, held(frame, value.roots()));
  }

  /**
   * All that is in these objects; what a list was made from is not in it, only what that gave. An iterator among the
   * objects themselves is what a sum was made from: whether it is the value, its type tells.
   */
  private Set<Root> held(Frame frame, Set<Root> roots) {
    Set<Root> held = new LinkedHashSet<>(roots);
    held.removeIf(r -> makers(Set.of(r)).anyMatch(m -> !isPlain(m)));
    Deque<Root> edge = new ArrayDeque<>(held);
    while (!edge.isEmpty()) {
      Root holder = edge.pop();
      boolean usesUp = makers(Set.of(holder)).anyMatch(this::usesUp);
      for (Root inside : frame.contents(Set.of(holder))) {
        boolean source = usesUp && makers(Set.of(inside)).anyMatch(m -> !isPlain(m));
        if (!source && held.add(inside)) {
          edge.push(inside);
        }
      }
    }
    return held;
  }

  private boolean isPlain(Expression maker) {
    return picklability.holds(program.type(maker));
  }

  private boolean usesUp(Expression maker) {
    return maker instanceof Expression.Call call
        && isPlain(call)
        && program.targets(call).stream()
            .allMatch(t -> t instanceof CallTarget.Known k && !k.callee().iterates().isEmpty());
  }

  private boolean travel(Frame frame, Set<Root> roots) {
    return makers(roots).allMatch(m -> travels(frame, m));
  }

  /** Whether what functions of the program return does; iterators among it are where items come from. */
  boolean returnsTravel(Frame frame, Set<Root> roots) {
    return makers(roots)
        .filter(Expression.Call.class::isInstance)
        .map(Expression.Call.class::cast)
        .allMatch(call -> program.targets(call).stream().allMatch(t -> travels(frame, call, t)));
  }

  private Stream<Expression> makers(Set<Root> roots) {
    return roots.stream()
        .filter(Root.Site.class::isInstance)
        .map(Root.Site.class::cast)
        .flatMap(site -> program.makerAt(site.start(), site.end()).stream());
  }

  private boolean travels(Frame frame, Expression maker) {
    if (!isPlain(maker)) {
      return false;
    }
    return !(maker instanceof Expression.Call call)
        || program.targets(call).stream().allMatch(t -> travels(frame, call, t));
  }

  private boolean travels(Frame frame, Expression.Call call, CallTarget target) {
    if (target instanceof CallTarget.Known known
        && known.callee().name().equals("collections.defaultdict")) {
      return call.arguments().stream().allMatch(a -> picklability.isNamed(frame, program.value(a)));
    }
    if (target instanceof CallTarget.ProgramFunction f && seen.size() < DEEPEST) {
      return !seen.add(f.scope()) || returnTravels(f.scope());
    }
    return true;
  }

  private boolean returnTravels(Scope function) {
    Frame frame = program.frame(function);
    return all(
        function,
        n ->
            !(n instanceof Statement.Return r)
                || r.value().isEmpty()
                || travels(frame, program.value(r.value().get())));
  }

  /** Whether the items of what functions of the program make do, as far as their own code tells. */
  boolean itemsOfReturnsTravel(Set<Root> iterables) {
    return makers(iterables)
        .filter(Expression.Call.class::isInstance)
        .flatMap(call -> program.targets((Expression.Call) call).stream())
        .allMatch(t -> !(t instanceof CallTarget.ProgramFunction f) || itemsTravel(f.scope()));
  }

  private boolean itemsTravel(Scope function) {
    if (!seen.add(function)) {
      return true;
    }
    Frame frame = program.frame(function);
    return all(function, n -> itemsTravel(frame, n));
  }

  /** Whether the items travel that the node gives, if it returns or yields any. */
  private boolean itemsTravel(Frame frame, Node node) {
    if (node instanceof Expression.Yield y && y.value().isPresent()) {
      return travels(frame, program.value(y.value().get()));
    } else if (node instanceof Statement.Return r && r.value().isPresent()) {
      Set<Root> whole = program.value(r.value().get()).roots();
      Set<Root> items = new LinkedHashSet<>(frame.contents(whole));
      items.removeAll(whole);
      return travel(frame, items);
    }
    return true;
  }

  /** Whether it holds of all that is the function's own code. */
  private static boolean all(Scope function, Predicate<Node> holds) {
    boolean[] all = {true};
    Walk.where(
        function.node(),
        n -> {
          all[0] = all[0] && holds.test(n);
          return all[0] && (n == function.node() || !opensScope(n));
        });
    return all[0];
  }

  private static boolean opensScope(Node node) {
    return node instanceof Statement.FunctionDef
        || node instanceof Statement.ClassDef
        || node instanceof Expression.Lambda;
  }
}

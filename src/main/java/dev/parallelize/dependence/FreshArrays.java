package dev.parallelize.dependence;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a local name holds an array that NumPy made for it, in this function, and that nothing else
 * can reach up to the end of a loop: then it shares memory with no other name.
 */
public final class FreshArrays {
  private static final Set<String> MAKERS =
      Set.of(
          "numpy.zeros",
          "numpy.ones",
          "numpy.empty",
          "numpy.full",
          "numpy.zeros_like",
          "numpy.ones_like",
          "numpy.empty_like",
          "numpy.full_like",
          "numpy.arange",
          "numpy.array",
          "numpy.copy",
          "numpy.linspace",
          "numpy.eye",
          "numpy.identity");
  static final Set<String> NUMBERS = Set.of("shape", "size", "ndim", "dtype", "nbytes");

  private final Program program;
  private final Scope frame;
  private final Statement.For loop;

  /**
   * @param frame the function or module whose code the loop is
   */
  public FreshArrays(Program program, Scope frame, Statement.For loop) {
    this.program = program;
    this.frame = frame;
    this.loop = loop;
  }

  /** Whether the expression is a name that surely holds an array made by NumPy. */
  boolean isMade(Expression base) {
    return base instanceof Expression.Name name && maker(name).isPresent();
  }

  /** Whether, on top of that, nothing else can reach the array. */
  public boolean isUnshared(Expression base) {
    return base instanceof Expression.Name name
        && maker(name).isPresent()
        && !(frame.node() instanceof Module && program.writesNamesByText())
        && frame.children().stream().noneMatch(c -> Mentions.of(c.node(), name.id()))
        && isUsedByElement(name.id(), maker(name).get());
  }

  /**
   * From where to where in the text the name holds the array that the loop sees, where it is made anew in each
   * iteration of a loop around: whatever got it before or after got another one.
   */
  Optional<Span> instance(Expression base) {
    return base instanceof Expression.Name name
        ? maker(name)
            .filter(made -> made.end() <= loop.start())
            .map(made -> new Span(made.start(), endOfInstance(made)))
            .filter(span -> span.end() < Integer.MAX_VALUE)
        : Optional.empty();
  }

  private Optional<Statement.Assign> maker(Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    List<Binding> bindings = owner.map(o -> o.bindings(name.id())).orElse(List.of());
    if (owner.filter(o -> o == frame).isEmpty() || bindings.size() != 1) {
      return Optional.empty();
    }
    Deque<Node> pending = new ArrayDeque<>(List.of(frame.node()));
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      if (node instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) == bindings.get(0).node()) {
        return Optional.of(assign).filter(a -> makes(a.value()));
      }
      Children.of(node).forEach(pending::push);
    }
    return Optional.empty();
  }

  boolean makes(Expression value) {
    if (!(value instanceof Expression.Call call)) {
      return false;
    }
    if (call.function() instanceof Expression.Attribute copy
        && copy.attribute().equals("copy")
        && program.type(copy.value()).name().equals("numpy.ndarray")) {
      return true;
    }
    Set<Root> roots = program.value(call.function()).roots();
    return roots.size() == 1
        && roots.iterator().next() instanceof Root.LibraryObject object
        && MAKERS.contains(object.name());
  }

  /** Every use up to the loop's end takes or stores single elements, or asks for numbers. */
  private boolean isUsedByElement(String name, Statement.Assign maker) {
    int end = DistinctRows.isRepeated(frame.node(), loop) ? endOfInstance(maker) : loop.end();
    Deque<Node> pending = new ArrayDeque<>(List.of(frame.node()));
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      boolean later = node.start() >= end;
      if (later || node == maker) {
        continue;
      }
      if (node instanceof Expression.Subscript s && Mentions.isName(s.value(), name)) {
        if (!isElement(s)) {
          return false;
        }
        pending.push(s.slice());
      } else if (node instanceof Expression.Attribute a && Mentions.isName(a.value(), name)) {
        if (!NUMBERS.contains(a.attribute())) {
          return false;
        }
      } else if (node instanceof Expression.Call call
          && AffineForms.calls(program, call, "builtins.len")) {
        continue;
      } else if (node instanceof Statement.Return r
          && r.value().filter(v -> Mentions.isName(v, name)).isPresent()) {
        continue;
      } else if (Mentions.isName(node, name)) {
        return false;
      } else {
        Children.of(node).forEach(pending::push);
      }
    }
    return true;
  }

  /** A store goes into the array; a load by slices would give another view of it. */
  private static boolean isElement(Expression.Subscript s) {
    boolean store = s.context() != dev.parallelize.syntax.Context.LOAD;
    List<Expression> parts =
        s.slice() instanceof Expression.TupleDisplay tuple ? tuple.elements() : List.of(s.slice());
    boolean sliced = parts.stream().anyMatch(p -> p instanceof Expression.Slice);
    return store || !sliced;
  }

  /**
   * Where uses of the same array, made anew by each iteration of a loop around, can no longer come
   * before this loop runs; nowhere, if none makes it.
   */
  private int endOfInstance(Statement.Assign maker) {
    int end = Integer.MAX_VALUE;
    Deque<Node> pending = new ArrayDeque<>(List.of(frame.node()));
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      boolean around = node.start() <= loop.start() && loop.end() <= node.end() && node != loop;
      List<Statement> body =
          node instanceof Statement.For outer
              ? outer.body()
              : node instanceof Statement.While outer ? outer.body() : List.of();
      if (around && maker.end() <= loop.start() && body.stream().anyMatch(s -> s == maker)) {
        for (Statement s : body) {
          boolean holds = s.start() <= loop.start() && loop.end() <= s.end();
          end = holds ? s.end() : end;
        }
      }
      if (around) {
        Children.of(node).forEach(pending::push);
      }
    }
    return end;
  }
}

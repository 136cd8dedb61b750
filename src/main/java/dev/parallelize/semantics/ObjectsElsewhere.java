package dev.parallelize.semantics;

import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two names from outside of a function are names for one object: what a variable of another
 * scope holds is known where it is assigned ({@code OTHER = TABLE}), and what a parameter holds that
 * is left to its default, where the function is defined ({@code def fill(out=TABLE)}).
 */
final class ObjectsElsewhere {
  private final Program program;
  private final Map<Set<Root>, Boolean> known = new HashMap<>();

  /** What the owner's frame has for a name. */
  private record Held(Scope frame, Set<Root> roots) {}

  ObjectsElsewhere(Program program) {
    this.program = program;
  }

  /** The same as {@link #mayBeOne}, for a program of which nothing more is learned. */
  boolean areOne(Root a, Root b) {
    Set<Root> pair = Set.of(a, b);
    Boolean before = known.get(pair);
    if (before == null) {
      before = mayBeOne(a, b);
      known.put(pair, before);
    }
    return before;
  }

  boolean mayBeOne(Root a, Root b) {
    return mayBeOne(a, b, new HashSet<>());
  }

  private boolean mayBeOne(Root a, Root b, Set<Set<Root>> seen) {
    if (a.equals(b) || !seen.add(Set.of(a, b))) {
      return false;
    }
    List<Held> first = held(a);
    List<Held> second = held(b);
    return first.stream().anyMatch(x -> second.stream().anyMatch(y -> meet(x, y)))
        || first.stream().anyMatch(x -> holdsNameFor(x, b, seen))
        || second.stream().anyMatch(y -> holdsNameFor(y, a, seen));
  }

  /** Whether something is known of what the object is called elsewhere: only such objects can be one with others there. */
  boolean isName(Root root) {
    return root.base() instanceof Root.Variable
        || (root.base() instanceof Root.Parameter p
            && byDefault(p.function(), p.name()).isPresent());
  }

  private boolean meet(Held one, Held other) {
    Frame frame = program.frames.get(one.frame());
    return one.frame() == other.frame()
        && one.roots().stream()
            .anyMatch(r -> other.roots().stream().anyMatch(s -> frame.mayAlias(r, s)));
  }

  private boolean holdsNameFor(Held held, Root other, Set<Set<Root>> seen) {
    return held.roots().stream()
        .filter(r -> r.base() instanceof Root.Variable || r.base() instanceof Root.Parameter)
        .anyMatch(r -> r.equals(other) || mayBeOne(r, other, seen));
  }

  private List<Held> held(Root root) {
    List<Held> found = new ArrayList<>();
    if (root.base() instanceof Root.Variable variable) {
      found.add(assigned(variable));
      byDefault(variable.owner(), variable.name()).ifPresent(found::add);
    } else if (root.base() instanceof Root.Parameter parameter) {
      byDefault(parameter.function(), parameter.name()).ifPresent(found::add);
    }
    return root instanceof Root.Inside ? found.stream().map(this::inside).toList() : found;
  }

  private Held inside(Held held) {
    Frame frame = program.frames.get(held.frame());
    return new Held(held.frame(), frame.inside(held.roots()));
  }

  private Held assigned(Root.Variable variable) {
    Scope home = Analysis.host(variable.owner());
    return new Held(
        home, program.frames.get(home).variable(variable.owner(), variable.name()).roots());
  }

  private Optional<Held> byDefault(Scope function, String name) {
    Optional<Arguments> arguments =
        function.node() instanceof Statement.FunctionDef f
            ? Optional.of(f.arguments())
            : function.node() instanceof Expression.Lambda l
                ? Optional.of(l.arguments())
                : Optional.empty();
    return arguments
        .flatMap(a -> byDefault(a, name))
        .map(d -> new Held(Analysis.host(function.parent().orElseThrow()), value(d).roots()));
  }

  private Value value(Expression byDefault) {
    program.dependencies.noteValue(byDefault);
    return program.value(byDefault);
  }

  private static Optional<Expression> byDefault(Arguments arguments, String name) {
    List<Argument> positional = new ArrayList<>(arguments.positionalOnly());
    positional.addAll(arguments.positional());
    int without = positional.size() - arguments.defaults().size();
    for (int i = without; i < positional.size(); i++) {
      if (positional.get(i).name().equals(name)) {
        return Optional.of(arguments.defaults().get(i - without));
      }
    }
    for (int i = 0; i < arguments.keywordOnly().size(); i++) {
      if (arguments.keywordOnly().get(i).name().equals(name)) {
        return arguments.keywordDefaults().get(i);
      }
    }
    return Optional.empty();
  }
}

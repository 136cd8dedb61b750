package dev.parallelize.rewrite;

import dev.parallelize.dependence.Iteration;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Iterables that give just some of a tuple target's names: the values of {@code d.items()}. */
final class Projections {
  private Projections() {}

  /**
   * One iterable for each wanted name, in that order; nothing when the loop's iterable cannot be taken
   * apart. Only iterables that can be iterated twice are.
   */
  static Optional<List<String>> of(
      Program program, Iteration iteration, List<String> wanted, PythonSource source) {
    if (!iteration.kind().isRepeatable()
        || !(iteration.target() instanceof Expression.TupleDisplay target)
        || !(iteration.iterable() instanceof Expression.Call call)
        || !call.keywords().isEmpty()) {
      return Optional.empty();
    }
    List<String> sources = new ArrayList<>();
    if (call.function() instanceof Expression.Name name
        && program.scopes().around(name).owner(name.id()).isEmpty()) {
      if (name.id().equals("zip")) {
        call.arguments().forEach(a -> sources.add(plain(a, source)));
        boolean all = wanted.size() == call.arguments().size();
        if (!all) {
          return Optional.empty();
        }
      } else if (name.id().equals("enumerate") && !call.arguments().isEmpty()) {
        sources.add("");
        sources.add(plain(call.arguments().get(0), source));
      }
    } else if (call.function() instanceof Expression.Attribute a
        && a.attribute().equals("items")
        && a.value() instanceof Expression.Name
        && program.type(a.value()).name().equals("dict")) {
      sources.add(source.text(a.value().span()));
      sources.add(source.text(a.value().span()) + ".values()");
    }
    List<String> found = new ArrayList<>();
    for (String one : wanted) {
      int index = position(target, one);
      if (index < 0 || index >= sources.size() || sources.get(index).isEmpty()) {
        return Optional.empty();
      }
      found.add(sources.get(index));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static String plain(Expression e, PythonSource source) {
    return e instanceof Expression.Name ? source.text(e.span()) : "";
  }

  private static int position(Expression.TupleDisplay target, String name) {
    for (int i = 0; i < target.elements().size(); i++) {
      if (target.elements().get(i) instanceof Expression.Name n && n.id().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}

package dev.parallelize.rewrite;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Captured collections, tables and arrays: what may be too large to travel with each task. */
final class LargeCaptures {
  private static final int FEW = 100;

  private static final Set<String> TYPES =
      Set.of(
          "list",
          "dict",
          "set",
          "frozenset",
          "bytes",
          "bytearray",
          "collections.Counter",
          "collections.OrderedDict",
          "collections.defaultdict",
          "collections.deque");

  private static final Set<String> ARRAYS =
      Set.of("numpy.ndarray", "pandas.DataFrame", "pandas.Series");

  private LargeCaptures() {}

  /** Names of the function around the loop, in alphabetical order. */
  static List<String> of(Judgement judgement) {
    return Stream.concat(of(judgement, TYPES).stream(), arrays(judgement).stream())
        .sorted()
        .toList();
  }

  /** Those of arrays and tables, which tend to be so large that each copy counts. */
  static List<String> arrays(Judgement judgement) {
    return of(judgement, ARRAYS);
  }

  private static List<String> of(Judgement judgement, Set<String> types) {
    Program program = judgement.program();
    List<String> large = new ArrayList<>();
    for (String name : judgement.model().dataFlow().captures().stream().sorted().toList()) {
      Optional<Scope> owner = judgement.candidate().scope().owner(name);
      boolean local = owner.isPresent() && owner.get().kind() == Scope.Kind.FUNCTION;
      if (local
          && types.contains(
              program.frame(program.frameOf(owner.get())).variable(owner.get(), name).type().name())
          && !isWrittenOut(owner.get(), name)) {
        large.add(name);
      }
    }
    return large;
  }

  /** A display with few elements. */
  private static boolean isWrittenOut(Scope owner, String name) {
    List<Binding> bindings = owner.bindings(name);
    boolean[] small = {false};
    Walk.each(
        owner.node(),
        n ->
            small[0] |=
                n instanceof Statement.Assign assign
                    && bindings.size() == 1
                    && assign.targets().size() == 1
                    && assign.targets().get(0) == bindings.get(0).node()
                    && isSmall(assign.value()));
    return small[0];
  }

  private static boolean isSmall(Expression value) {
    if (value instanceof Expression.ListDisplay list) {
      return list.elements().size() < FEW
          && list.elements().stream().allMatch(Expression.Constant.class::isInstance);
    } else if (value instanceof Expression.DictDisplay dict) {
      return dict.values().size() < FEW
          && dict.values().stream().allMatch(Expression.Constant.class::isInstance);
    }
    return value instanceof Expression.SetDisplay set && set.elements().size() < FEW;
  }
}

package dev.parallelize.dependence;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import java.util.List;
import java.util.Optional;

/**
 * Not-a-number equals not even itself, so sets and dictionaries know one from another by identity: one object put in
 * twice is there once, two copies of it are there twice.
 */
final class NanKeys {
  private NanKeys() {}

  /** The comprehension collects, under keys that workers make, what may be one NaN that the program holds. */
  static Optional<Obstruction> in(Program program, Node comprehension, String candidateId) {
    Assumption assumption = new Assumption("independent", candidateId);
    return key(comprehension)
        .filter(k -> program.questions().mentionNan() && mayBeNan(program.type(k)))
        .filter(k -> !program.assumptions().all().contains(assumption))
        .map(
            k ->
                new Obstruction(
                    Obstruction.Kind.IDENTITY,
                    program.tree().source().text(k.span()),
                    k.start(),
                    List.of(),
                    Optional.of(assumption)));
  }

  private static Optional<Expression> key(Node node) {
    if (node instanceof Expression.SetComp set) {
      return Optional.of(set.element());
    }
    return node instanceof Expression.DictComp dict ? Optional.of(dict.key()) : Optional.empty();
  }

  private static boolean mayBeNan(Type type) {
    return type.isUnknown()
        || type.name().equals("float")
        || type.name().equals("scalar")
        || type.arguments().stream().anyMatch(NanKeys::mayBeNan);
  }
}

package dev.parallelize.semantics;

import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects whose class does not say how they are written: the text that stands for them holds their address, as {@code
 * <Job object at 0x7f…>}, and a copy is written otherwise (section 3.3.1 of the language reference).
 */
final class DefaultTexts {
  private static final Set<String> WRITES =
      Set.of(
          "builtins.str",
          "builtins.repr",
          "builtins.ascii",
          "builtins.format",
          "str",
          "repr",
          "ascii",
          "format");

  /** Bases that leave the text as it is. */
  private static final Set<String> PLAIN = Set.of("builtins.object", "abc.ABC", "typing.Generic");

  private final Program program;
  private final Evaluator evaluator;

  DefaultTexts(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.program = evaluator.program;
  }

  /** What a call of a function of the library writes as text. */
  void called(String callee, Passed passed, Node at) {
    if (WRITES.contains(callee)) {
      passed.all().forEach(value -> written(value, at));
    }
  }

  /** The value is written as text: that tells it from a copy. */
  void written(Value value, Node at) {
    if (showsAddress(value.type())) {
      value.roots().stream()
          .filter(r -> !r.isCode())
          .forEach(r -> evaluator.record(new Fact.ComparesIdentity(r), at));
    }
  }

  private boolean showsAddress(Type type) {
    Optional<Scope> scope =
        type.isProgramClass() ? program.programClass(type.className()) : Optional.empty();
    return scope.isPresent()
        && scope.get().node() instanceof Statement.ClassDef definition
        && definition.decorators().isEmpty()
        && List.of("__str__", "__repr__", "__format__").stream()
            .allMatch(m -> program.method(scope.get(), m).isEmpty())
        && PLAIN.containsAll(program.libraryBases(scope.get()));
  }
}

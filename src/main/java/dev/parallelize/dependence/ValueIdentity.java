package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Type;
import java.util.Set;

/**
 * Numbers and texts are equal wherever they were made, but {@code is} tells a copy that came back from another process
 * from the constant that the program compares it with.
 */
final class ValueIdentity {
  private static final Set<String> COPIED = Set.of("str", "bytes", "int", "float", "complex");

  private ValueIdentity() {}

  /** Whether the program asks values of the type, or of one inside it, for their identity. */
  static boolean tellsApart(Program program, Type result) {
    return program.questions().identities().stream()
            .map(program::type)
            .filter(asked -> COPIED.contains(asked.name()))
            .anyMatch(asked -> holds(result, asked))
        || looksForNan(program, result);
  }

  /** {@code value in seen} finds a NaN only where it is the very object. */
  private static boolean looksForNan(Program program, Type result) {
    return program.questions().mentionNan()
        && program.questions().members().stream().anyMatch(m -> program.type(m).equals(Type.FLOAT))
        && holds(result, Type.FLOAT);
  }

  private static boolean holds(Type type, Type asked) {
    return type.isUnknown()
        || type.name().equals("scalar")
        || type.name().equals(asked.name())
        || type.arguments().stream().anyMatch(a -> holds(a, asked));
  }
}

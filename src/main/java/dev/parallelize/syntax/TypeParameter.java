package dev.parallelize.syntax;

import java.util.Optional;

/** A type parameter (PEP 695, defaults of PEP 696). */
public sealed interface TypeParameter extends Node {
  String name();

  Optional<Expression> defaultValue();

  record TypeVar(
      int start,
      int end,
      String name,
      Optional<Expression> bound,
      Optional<Expression> defaultValue)
      implements TypeParameter {}

  record ParamSpec(int start, int end, String name, Optional<Expression> defaultValue)
      implements TypeParameter {}

  record TypeVarTuple(int start, int end, String name, Optional<Expression> defaultValue)
      implements TypeParameter {}
}

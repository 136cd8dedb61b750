package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types from annotations (section "typing" of the library reference), as far as they help here. */
final class Annotations {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("List", "list"),
          Map.entry("Dict", "dict"),
          Map.entry("Set", "set"),
          Map.entry("FrozenSet", "frozenset"),
          Map.entry("Tuple", "tuple"),
          Map.entry("Sequence", "list"),
          Map.entry("MutableSequence", "list"),
          Map.entry("Mapping", "dict"),
          Map.entry("MutableMapping", "dict"),
          Map.entry("Collection", "list"),
          Map.entry("Iterable", "iterable"),
          Map.entry("Iterator", "iterator"),
          Map.entry("Generator", "generator"),
          Map.entry("Counter", "collections.Counter"),
          Map.entry("DefaultDict", "collections.defaultdict"),
          Map.entry("defaultdict", "collections.defaultdict"),
          Map.entry("deque", "collections.deque"),
          Map.entry("Path", "pathlib.Path"),
          Map.entry("ndarray", "numpy.ndarray"),
          Map.entry("NDArray", "numpy.ndarray"),
          Map.entry("DataFrame", "pandas.DataFrame"),
          Map.entry("Series", "pandas.Series"));
  private static final Set<String> BUILTIN =
      Set.of(
          "int",
          "float",
          "complex",
          "str",
          "bytes",
          "bool",
          "list",
          "dict",
          "set",
          "frozenset",
          "tuple",
          "bytearray",
          "range");

  private Annotations() {}

  /** The type an annotation names; unknown when it says nothing that helps. */
  static Type type(Expression annotation, Program program) {
    if (annotation instanceof Expression.Constant c) {
      if (c.value() == Literal.Singleton.NONE) {
        return Type.NONE;
      }
      return c.value() instanceof Literal.Text text ? named(text.value(), program) : Type.UNKNOWN;
    }
    if (annotation instanceof Expression.Name name) {
      return imported(name, program).orElseGet(() -> named(name.id(), program));
    }
    if (annotation instanceof Expression.Attribute attribute) {
      return imported(attribute, program).orElseGet(() -> named(attribute.attribute(), program));
    }
    if (annotation instanceof Expression.BinOp or && or.operator() == Operator.BIT_OR) {
      return type(or.left(), program).join(type(or.right(), program));
    }
    if (annotation instanceof Expression.Subscript subscript) {
      return subscript(subscript, program);
    }
    return Type.UNKNOWN;
  }

  /** A type of a library, through the import that makes it known. */
  private static Optional<Type> imported(Expression annotation, Program program) {
    return qualified(annotation, program)
        .flatMap(program.library()::type)
        .filter(t -> t.name().contains("."))
        .map(t -> new Type(t.name()));
  }

  private static Optional<String> qualified(Expression annotation, Program program) {
    if (annotation instanceof Expression.Attribute attribute) {
      return qualified(attribute.value(), program).map(b -> b + "." + attribute.attribute());
    }
    return annotation instanceof Expression.Name name
        ? program.importedAs(name.id())
        : Optional.empty();
  }

  private static Type subscript(Expression.Subscript subscript, Program program) {
    String head = headName(subscript.value()).orElse("");
    List<Expression> arguments =
        subscript.slice() instanceof Expression.TupleDisplay tuple
            ? tuple.elements()
            : List.of(subscript.slice());
    if (head.equals("Optional") || head.equals("Final") || head.equals("ClassVar")) {
      return type(arguments.get(0), program);
    }
    if (head.equals("Union")) {
      return arguments.stream().map(a -> type(a, program)).reduce(Type::join).orElse(Type.UNKNOWN);
    }
    if (head.equals("Annotated")) {
      return type(arguments.get(0), program);
    }
    Type base = named(head, program);
    if (base.isUnknown() || base.name().equals("numpy.ndarray")) {
      return base.isUnknown() ? base : new Type(base.name());
    }
    List<Type> types =
        arguments.stream()
            .filter(
                a ->
                    !(a instanceof Expression.Constant c)
                        || c.value() != Literal.Singleton.ELLIPSIS)
            .map(a -> type(a, program))
            .toList();
    return new Type(base.name(), types);
  }

  private static Optional<String> headName(Expression value) {
    if (value instanceof Expression.Name name) {
      return Optional.of(name.id());
    }
    return value instanceof Expression.Attribute attribute
        ? Optional.of(attribute.attribute())
        : Optional.empty();
  }

  private static Type named(String name, Program program) {
    String plain = name.strip();
    if (program.classes.containsKey(plain)) {
      return Type.ofClass(plain);
    }
    String known = NAMES.getOrDefault(plain, plain);
    if (known.equals("numpy.ndarray") || known.startsWith("pandas.")) {
      return new Type(known);
    }
    boolean container =
        Set.of("list", "dict", "set", "frozenset", "tuple", "iterable", "iterator", "generator")
                .contains(known)
            || known.startsWith("collections.");
    if (container) {
      return new Type(known, List.of(Type.UNKNOWN));
    }
    if (BUILTIN.contains(known) || known.equals("pathlib.Path")) {
      return new Type(known);
    }
    return plain.equals("None") ? Type.NONE : Type.UNKNOWN;
  }
}

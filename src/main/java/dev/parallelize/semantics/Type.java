package dev.parallelize.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of an expression's run-time type: a name and what its elements are. {@code object}
 * means nothing is known; a container without arguments is one that was seen empty. A class of the
 * program is named {@code class:} and its qualified name.
 */
public record Type(String name, List<Type> arguments) {
  public static final Type UNKNOWN = new Type("object");
  public static final Type NONE = new Type("None");
  public static final Type BOOL = new Type("bool");
  public static final Type INT = new Type("int");
  public static final Type FLOAT = new Type("float");
  public static final Type COMPLEX = new Type("complex");
  public static final Type STR = new Type("str");
  public static final Type BYTES = new Type("bytes");

  /** Immutable through and through, but of more than one kind. */
  public static final Type SCALAR = new Type("scalar");

  private static final String CLASS = "class:";
  private static final Set<String> SCALARS =
      Set.of(
          "None", "bool", "int", "float", "complex", "str", "bytes", "scalar", "range", "ellipsis");
  private static final List<String> NUMBERS = List.of("bool", "int", "float", "complex");

  public Type {
    arguments = List.copyOf(arguments);
  }

  public Type(String name) {
    this(name, List.of());
  }

  /** Of no more than what tells most types apart: it is asked for very often. */
  @Override
  public int hashCode() {
    return arguments.isEmpty()
        ? name.hashCode()
        : 31 * name.hashCode() + arguments.get(0).name.hashCode();
  }

  public static Type ofClass(String qualifiedName) {
    return new Type(CLASS + qualifiedName);
  }

  public static Type of(String name, Type... arguments) {
    return new Type(name, List.of(arguments));
  }

  /** Reads {@code dict[str, list[int]]}; anything malformed is unknown. */
  public static Type parse(String text) {
    int open = text.indexOf('[');
    String head = (open < 0 ? text : text.substring(0, open)).strip();
    if (head.isEmpty()) {
      return UNKNOWN;
    }
    if (open < 0) {
      return head.equals("none") ? NONE : new Type(head);
    }
    int close = text.lastIndexOf(']');
    if (close < open) {
      return UNKNOWN;
    }
    List<Type> parts = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    for (int i = open + 1; i <= close; i++) {
      char c = text.charAt(i);
      if (i == close || (c == ',' && depth == 0)) {
        parts.add(parse(text.substring(from, i).strip()));
        from = i + 1;
      }
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    return new Type(head, parts);
  }

  public boolean isUnknown() {
    return name.equals("object");
  }

  public boolean isNumber() {
    return NUMBERS.contains(name);
  }

  /** True for {@code int} and {@code bool}: arithmetic on these is exact. */
  public boolean isInteger() {
    return name.equals("int") || name.equals("bool");
  }

  public boolean isProgramClass() {
    return name.startsWith(CLASS);
  }

  /** The qualified name of the program's class. */
  public String className() {
    return name.substring(CLASS.length());
  }

  /** True when no object of this type, nor anything reachable from it, can change. */
  public boolean isImmutable() {
    if (SCALARS.contains(name)) {
      return true;
    }
    boolean frozen = name.equals("tuple") || name.equals("frozenset");
    return frozen && !arguments.isEmpty() && arguments.stream().allMatch(Type::isImmutable);
  }

  public Type argument(int index) {
    return name.equals("None") ? NONE : index < arguments.size() ? arguments.get(index) : UNKNOWN;
  }

  /** The type of what iterating over a value of this type gives. */
  public Type element() {
    return switch (name) {
      case "None" -> NONE;
      case "str", "file" -> STR;
      case "bytes", "bytearray", "range" -> INT;
      case "tuple" -> arguments.stream().reduce(Type::join).orElse(UNKNOWN);
      case "list",
          "set",
          "frozenset",
          "dict",
          "iterator",
          "generator",
          "deque",
          "iterable",
          "collections.deque",
          "collections.Counter",
          "collections.defaultdict",
          "collections.OrderedDict",
          "tqdm.tqdm" ->
          argument(0);
      default -> UNKNOWN;
    };
  }

  /** The least type that covers both; {@code None} beside another type stands for "not yet". */
  public Type join(Type other) {
    if (equals(other) || other.name.equals("None")) {
      return this;
    }
    if (name.equals("None")) {
      return other;
    }
    if (isNumber() && other.isNumber()) {
      return NUMBERS.indexOf(name) < NUMBERS.indexOf(other.name) ? other : this;
    }
    if (name.equals(other.name)) {
      return joinArguments(other);
    }
    return isImmutable() && other.isImmutable() ? SCALAR : UNKNOWN;
  }

  private Type joinArguments(Type other) {
    if (arguments.isEmpty() || other.arguments.isEmpty()) {
      return arguments.isEmpty() ? other : this;
    }
    if (arguments.size() != other.arguments.size()) {
      return new Type(name, List.of(UNKNOWN));
    }
    List<Type> joined = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      joined.add(arguments.get(i).join(other.arguments.get(i)));
    }
    return new Type(name, joined);
  }

  /** Nesting of arguments; inference stops refining past a bound so that it ends. */
  public int depth() {
    return 1 + arguments.stream().mapToInt(Type::depth).max().orElse(0);
  }

  @Override
  public String toString() {
    if (arguments.isEmpty()) {
      return name;
    }
    return name + "[" + String.join(", ", arguments.stream().map(Type::toString).toList()) + "]";
  }
}

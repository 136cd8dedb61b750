package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/** Fields of data classes, as the {@code dataclasses} module reads them from a class body. */
final class DataClasses {
  private DataClasses() {}

  /**
   * Whether each instance of the class gets an object of its own for the field: {@code names: list =
   * field(default_factory=list)}. The class itself has no such attribute then.
   */
  static boolean makes(Scope type, String name) {
    return is(type)
        && type.node() instanceof Statement.ClassDef definition
        && type.bindings(name).size() == 1
        && definition.body().stream()
            .anyMatch(
                s ->
                    s instanceof Statement.AnnAssign field
                        && Mentions.isName(field.target(), name)
                        && field.value().filter(DataClasses::isMade).isPresent());
  }

  /** Whether the decorator writes methods into the class. */
  static boolean is(Scope type) {
    return type.node() instanceof Statement.ClassDef definition
        && definition.decorators().stream().anyMatch(DataClasses::isDataClass);
  }

  /** Types of the fields, inherited ones too, and of what is in them. */
  static Set<Type> fields(Program program, Scope type) {
    Set<Type> types = new LinkedHashSet<>();
    for (Scope one : program.ancestors(type)) {
      for (Statement s : ((Statement.ClassDef) one.node()).body()) {
        if (s instanceof Statement.AnnAssign field) {
          Type declared = Annotations.type(field.annotation(), program);
          types.add(declared);
          types.addAll(declared.arguments());
        }
      }
    }
    return types;
  }

  private static boolean isDataClass(Expression decorator) {
    Expression name = decorator instanceof Expression.Call call ? call.function() : decorator;
    return Mentions.isName(name, "dataclass")
        || name instanceof Expression.Attribute a
            && a.attribute().equals("dataclass")
            && Mentions.isName(a.value(), "dataclasses");
  }

  private static boolean isMade(Expression value) {
    return value instanceof Expression.Call call
        && (Mentions.isName(call.function(), "field")
            || call.function() instanceof Expression.Attribute a
                && a.attribute().equals("field")
                && Mentions.isName(a.value(), "dataclasses"))
        && call.arguments().isEmpty()
        && call.keywords().stream()
            .anyMatch(
                k -> k.name().filter("default_factory"::equals).isPresent() && isFresh(k.value()));
  }

  /** What the factory gives is new each time. */
  private static boolean isFresh(Expression factory) {
    return factory instanceof Expression.Name name
        && Set.of("list", "dict", "set", "bytearray").contains(name.id());
  }
}

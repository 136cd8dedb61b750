package dev.parallelize.rewrite;

import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * The object whose method holds the loop, when a worker needs it: the worker then is a method of the
 * same class, since methods of module-level classes travel with their object.
 *
 * @param name what the method calls it, as a rule {@code self}
 */
record Receiver(String name, Statement.FunctionDef method) {
  /** Methods that take the class without saying so. */
  private static final Set<String> IMPLICIT =
      Set.of("__new__", "__init_subclass__", "__class_getitem__");

  /**
   * @param movable false when the worker brings definitions with it that belong to the method
   */
  static Optional<Receiver> among(Set<String> captures, Scope scope, boolean movable) {
    if (!movable) {
      return Optional.empty();
    }
    return captures.stream()
        .flatMap(name -> scope.owner(name).flatMap(owner -> of(name, owner)).stream())
        .findFirst();
  }

  private static Optional<Receiver> of(String name, Scope owner) {
    boolean ofTopLevelClass =
        owner
            .parent()
            .filter(p -> p.kind() == Scope.Kind.CLASS)
            .flatMap(Scope::parent)
            .filter(p -> p.kind() == Scope.Kind.MODULE)
            .isPresent();
    return ofTopLevelClass
            && owner.node() instanceof Statement.FunctionDef method
            && !method.arguments().all().isEmpty()
            && method.arguments().all().get(0).name().equals(name)
            && owner.bindings(name).size() == 1
            && !IMPLICIT.contains(method.name())
            && method.decorators().stream().noneMatch(Receiver::takesNoInstance)
        ? Optional.of(new Receiver(name, method))
        : Optional.empty();
  }

  private static boolean takesNoInstance(Expression decorator) {
    return decorator instanceof Expression.Name name
        && (name.id().equals("staticmethod") || name.id().equals("classmethod"));
  }
}

package dev.parallelize.semantics;

import dev.parallelize.library.LibraryType;
import dev.parallelize.syntax.ExceptHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the name of an {@code except} clause holds. An exception of a library holds what the library has
 * made; one of the program, or any, may hold whatever it was raised with.
 */
final class CaughtException {
  private static final Type ANY = new Type("BaseException");
  private static final Set<String> BROAD = Set.of("builtins.BaseException", "builtins.Exception");

  private final Program program;
  private final ExceptHandler handler;

  CaughtException(Program program, ExceptHandler handler) {
    this.program = program;
    this.handler = handler;
  }

  /**
   * The value of the name.
   *
   * @param caught what the clause names: a class, or a tuple of them
   */
  Value of(Value caught, Frame frame) {
    Root.Site site = new Root.Site(handler.start(), handler.end());
    Set<Root> classes =
        caught.type().name().equals("tuple") ? frame.contents(caught.roots()) : caught.roots();
    if (classes.isEmpty() || !classes.stream().allMatch(CaughtException::isForeign)) {
      frame.holdsAnything(site);
    }
    List<Type> types = new ArrayList<>();
    classes.forEach(c -> types.add(type(c)));
    return new Value(
        types.stream().reduce(Type::join).filter(t -> isKnown(t)).orElse(ANY), Set.of(site));
  }

  private boolean isKnown(Type type) {
    return type.isProgramClass() || program.library().type(type.name()).isPresent();
  }

  private static boolean isForeign(Root type) {
    return type instanceof Root.LibraryObject object && !BROAD.contains(object.name());
  }

  private Type type(Root type) {
    if (type instanceof Root.ClassObject own) {
      return Type.ofClass(own.scope().qualifiedName());
    }
    return Optional.of(type)
        .filter(Root.LibraryObject.class::isInstance)
        .map(t -> ((Root.LibraryObject) t).name().replaceFirst("^builtins\\.", ""))
        .flatMap(program.library()::type)
        .map(LibraryType::name)
        .map(Type::new)
        .orElse(ANY);
  }

  /** Whether instances of the type are raised and caught. */
  static boolean isException(LibraryType type) {
    return type.attributes().containsKey("__traceback__");
  }
}

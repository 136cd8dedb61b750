package dev.parallelize.library;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What is known of the standard library and of the field's packages. */
public interface Library {
  /** A function or constructor by its qualified name; builtins as {@code builtins.len}. */
  Optional<Callee> function(String qualifiedName);

  /** The same for one call: what it does may depend on how many arguments there are, and on literals. */
  default Optional<Callee> function(String qualifiedName, CallShape shape) {
    return function(qualifiedName);
  }

  /** A type by its qualified name; builtin types by their bare name, as {@code list}. */
  Optional<LibraryType> type(String name);

  /** A method of a type, inherited ones included. */
  Optional<Callee> method(String type, String method);

  /** The same for one call, see {@link #function(String, CallShape)}. */
  default Optional<Callee> method(String type, String method, CallShape shape) {
    return method(type, method);
  }

  /** The names of all known types that have the method. */
  Set<String> typesWithMethod(String method);

  /** Whether classes of all sorts have a method of that name, so that it does not tell a type. */
  boolean isCommonMethod(String method);

  /** The type of a module's data attribute, as {@code math.pi}: {@code float}. */
  Optional<String> constant(String qualifiedName);

  /** About how long one call takes, in microseconds of processor time, where more than its cost class is known. */
  default OptionalDouble micros(String qualifiedName) {
    return OptionalDouble.empty();
  }

  /** Whether a call raises no exception, whatever the values of its arguments are, if they are of the right types. */
  default boolean neverFails(String qualifiedName) {
    return false;
  }

  /** How much longer one call takes for each character or element that it goes through, in microseconds. */
  default OptionalDouble microsPerElement(String qualifiedName) {
    return OptionalDouble.empty();
  }

  /** True for a variable of a module that functions of that module change. */
  default boolean isState(String qualifiedName) {
    return false;
  }

  /** True when the module is one that the knowledge covers ({@code os.path} as well as {@code os}). */
  boolean knowsModule(String module);

  /** The name to install a module's package by, empty for the standard library. */
  Optional<String> distribution(String module);
}

package dev.parallelize.dependence;

import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.semantics.Value;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether values arrive in another process as they were, as far as types and places tell. */
public final class Picklability {
  /** What arrives is up to these. */
  private static final List<String> CUSTOM =
      List.of(
          "__getstate__",
          "__setstate__",
          "__reduce__",
          "__reduce_ex__",
          "__getnewargs__",
          "__getattr__",
          "__getattribute__");

  private static final Set<String> LAZY =
      Set.of("generator", "iterator", "iterable", "file", "module");

  private final Program program;

  public Picklability(Program program) {
    this.program = program;
  }

  /**
   * @param frame the function whose value it is
   */
  public boolean holds(Frame frame, Value value) {
    return isNamed(frame, value)
        && holds(value.type())
        && new MadeInside(program, this).travels(frame, value);
  }

  /** Whether what the iterable gives arrives, as far as the places tell where it is made. */
  boolean itemsTravel(Frame frame, Value iterable) {
    Set<Root> inside = frame.reachable(frame.contents(iterable.roots()));
    inside.removeAll(iterable.roots());
    return isNamed(frame, new Value(Type.UNKNOWN, inside))
        && new MadeInside(program, this).returnsTravel(frame, inside)
        && new MadeInside(program, this).itemsOfReturnsTravel(iterable.roots());
  }

  /** No function or class is in it that another process cannot find by its name. */
  boolean isNamed(Frame frame, Value value) {
    boolean code =
        frame.reachable(value.roots()).stream()
            .anyMatch(
                r ->
                    r instanceof Root.FunctionObject f && isNested(f.scope())
                        || r instanceof Root.ClassObject c && isNested(c.scope()));
    return !code;
  }

  /** Whether instances of the type do, with what their attributes are known to hold. */
  public boolean holds(Type type) {
    return isPicklable(type, new HashSet<>());
  }

  /** Functions and classes are pickled by their qualified name: local ones have none. */
  private static boolean isNested(Scope scope) {
    if (scope.kind() == Scope.Kind.LAMBDA) {
      return true;
    }
    Scope around = scope.parent().orElse(scope);
    while (around.kind() == Scope.Kind.CLASS) {
      around = around.parent().orElseThrow();
    }
    return around.kind() != Scope.Kind.MODULE;
  }

  /** {@code self.key = lambda item: …} */
  private static boolean keepsLambda(Scope type) {
    boolean[] found = {false};
    Walk.each(
        type.node(),
        n ->
            found[0] |=
                n instanceof Statement.Assign assign
                    && assign.value() instanceof Expression.Lambda
                    && assign.targets().stream().anyMatch(Expression.Attribute.class::isInstance));
    return found[0];
  }

  /** A {@code __new__} that needs arguments is called without any when a copy arrives. */
  private static boolean asks(Scope maker) {
    return maker.node() instanceof Statement.FunctionDef f
        && f.arguments().positional().size() + f.arguments().positionalOnly().size()
            > f.arguments().defaults().size() + 1;
  }

  private boolean isPicklable(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return true;
    }
    if (LAZY.contains(type.name())) {
      return false;
    }
    if (type.isProgramClass()) {
      Optional<Scope> scope = program.programClass(type.className());
      if (scope.filter(s -> isNested(s) || !program.namesakes(s).isEmpty()).isPresent()) {
        return false;
      }
      boolean custom =
          scope.isPresent()
              && CUSTOM.stream().anyMatch(m -> program.method(scope.get(), m).isPresent());
      boolean made =
          scope.flatMap(s -> program.method(s, "__new__")).filter(Picklability::asks).isPresent();
      boolean failed =
          scope.isPresent()
              && program.libraryBases(scope.get()).stream()
                  .anyMatch(ExceptionArguments::isException)
              && ExceptionArguments.areLost(program, scope.get());
      return !custom
          && !made
          && !failed
          && program.attributeTypes(type).stream().allMatch(a -> isPicklable(a, seen));
    }
    Optional<LibraryType> known = program.library().type(type.name());
    boolean itself = type.isUnknown() || known.map(LibraryType::picklable).orElse(true);
    return itself && type.arguments().stream().allMatch(a -> isPicklable(a, seen));
  }
}

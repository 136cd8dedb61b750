package dev.parallelize.semantics;

import dev.parallelize.library.Callee;
import dev.parallelize.library.LibraryType;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods of a library's class call those that a class of the program puts in their place: {@code HTMLParser.feed} calls
 * {@code handle_starttag}, {@code string.Formatter.format} calls {@code get_value}. Which of them is not known, so each
 * may be. Containers and other builtin types call special methods only.
 */
final class Overrides {
  private static final List<String> OWN_METHODS_ONLY =
      List.of("builtins.", "collections.", "abc.", "typing.", "enum.", "numpy.");

  private static final List<String> NOT_CALLED_SO =
      List.of("staticmethod", "classmethod", "property");

  /** More than any method that a library calls takes. */
  private static final int ARGUMENTS = 8;

  private final Program program;
  private final Frame frame;
  private final Instantiation instantiation;

  Overrides(Evaluator evaluator, Instantiation instantiation) {
    this.program = evaluator.program;
    this.frame = evaluator.frame;
    this.instantiation = instantiation;
  }

  /** Whether a method that the receiver's class inherits from a library may call its own methods. */
  boolean mayBeCalled(Callee callee, Value receiver) {
    int dot = callee.name().lastIndexOf('.');
    String type = callee.name().substring(0, Math.max(0, dot));
    boolean value = program.library().type(type).filter(LibraryType::immutable).isPresent();
    return receiver.type().isProgramClass()
        && type.contains(".")
        && !value
        && OWN_METHODS_ONLY.stream().noneMatch(type::startsWith);
  }

  /** Whether a library that made the object itself, as of {@code cls=Encoder}, may call its methods. */
  boolean mayBeCalled(Value made) {
    Scope type = made.type().isProgramClass() ? program.classes.get(made.type().className()) : null;
    return type != null
        && program.libraryBases(type).stream()
            .anyMatch(base -> OWN_METHODS_ONLY.stream().noneMatch(base::startsWith));
  }

  /** Calls them with what the library's method has at hand. */
  void call(Value receiver, Passed passed, Node at) {
    Set<Root> handed = new LinkedHashSet<>(passed.roots());
    handed.addAll(frame.contents(passed.roots()));
    handed.addAll(frame.contents(receiver.roots()));
    handed.removeIf(Root::isCode);
    Value any = new Value(Type.UNKNOWN, handed);
    Passed given =
        new Passed(Collections.nCopies(ARGUMENTS, any), Map.of(), false).withFirst(receiver);
    for (Scope method : methods(receiver.type())) {
      instantiation.call(method, given, at);
    }
  }

  private Set<Scope> methods(Type type) {
    Set<Scope> methods = new LinkedHashSet<>();
    Scope own = program.classes.get(type.className());
    if (own == null) {
      return methods;
    }
    for (Scope one : program.withSubclasses(own)) {
      for (Scope owner : program.ancestors(one)) {
        for (Statement s : ((Statement.ClassDef) owner.node()).body()) {
          if (s instanceof Statement.FunctionDef f && !f.name().startsWith("__")) {
            program
                .method(one, f.name())
                .filter(m -> NOT_CALLED_SO.stream().noneMatch(d -> Caller.hasDecorator(m, d)))
                .ifPresent(methods::add);
          }
        }
      }
    }
    return methods;
  }
}

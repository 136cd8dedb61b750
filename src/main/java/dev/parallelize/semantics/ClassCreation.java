package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a class statement calls besides its body: the hooks of its metaclass, {@code __set_name__} of what its body
 * assigns, {@code __init_subclass__} of its bases, and its decorators (section 3.3.3 of the language reference).
 */
final class ClassCreation {
  private static final List<String> OF_METACLASS = List.of("__prepare__", "__new__", "__init__");

  private final Program program;
  private final Evaluator evaluator;
  private final Set<String> harmlessDecorators;

  ClassCreation(Program program, Evaluator evaluator, Set<String> harmlessDecorators) {
    this.program = program;
    this.evaluator = evaluator;
    this.harmlessDecorators = harmlessDecorators;
  }

  /** What the statement binds its name to. */
  Value of(Statement.ClassDef type, Scope scope) {
    Value made = new Value(new Type("type"), Set.of(new Root.ClassObject(scope)));
    for (Root root : program.metaclasses(scope)) {
      if (root instanceof Root.ClassObject meta) {
        OF_METACLASS.forEach(hook -> call(program.method(meta.scope(), hook), made, type));
      }
    }
    type.body().forEach(s -> named(s, made));
    for (Scope base : program.bases(scope)) {
      call(program.method(base, "__init_subclass__"), made, type);
    }
    Value value = made;
    for (int i = type.decorators().size() - 1; i >= 0; i--) {
      value = decorated(type.decorators().get(i), value, type);
    }
    return value;
  }

  private void named(Statement statement, Value owner) {
    if (statement instanceof Statement.Assign assign) {
      Type held = program.type(assign.value());
      if (held.isProgramClass()) {
        program
            .programClass(held.className())
            .ifPresent(c -> call(program.method(c, "__set_name__"), owner, assign));
      }
    }
  }

  private void call(Optional<Scope> hook, Value given, Statement at) {
    hook.ifPresent(
        h ->
            evaluator.callValue(
                new Value(new Type("function"), Set.of(new Root.FunctionObject(h))),
                given,
                h.qualifiedName(),
                at));
  }

  private Value decorated(Expression decorator, Value value, Statement.ClassDef type) {
    Value head = evaluator.evaluate(decorator);
    Value callee =
        decorator instanceof Expression.Call call ? program.value(call.function()) : head;
    boolean harmless =
        !callee.roots().isEmpty()
            && callee.roots().stream()
                .allMatch(
                    r ->
                        r instanceof Root.LibraryObject o && harmlessDecorators.contains(o.name()));
    if (harmless) {
      return value;
    }
    evaluator.callValue(head, value, decorator, type);
    return Value.ANYTHING;
  }
}

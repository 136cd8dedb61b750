package dev.parallelize.semantics;

import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is written as text, or sent, and is another text in a worker process. Objects whose class does not say how they
 * are written: the text that stands for them holds their address, as {@code <Job object at 0x7f…>}, and a copy is
 * written otherwise (section 3.3.1 of the language reference). The text of a class, and the pickle of an object, name
 * the module, and the one that was started has another name in worker processes.
 */
final class DefaultTexts {
  private static final Set<String> WRITES =
      Set.of(
          "builtins.str",
          "builtins.repr",
          "builtins.ascii",
          "builtins.format",
          "str",
          "repr",
          "ascii",
          "format",
          "str.format");

  /** Bases that leave the text as it is. */
  private static final Set<String> PLAIN = Set.of("builtins.object", "abc.ABC", "typing.Generic");

  private static final Set<String> PICKLES = Set.of("pickle.dump", "pickle.dumps", "joblib.dump");

  private final Program program;
  private final Evaluator evaluator;

  DefaultTexts(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.program = evaluator.program;
  }

  /** What a call of a function of the library writes as text. */
  void called(String callee, Passed passed, Node at) {
    if (WRITES.contains(callee)) {
      passed.all().forEach(value -> written(value, at));
      Children.of(at).forEach(argument -> named(argument, at));
    } else if (PICKLES.contains(callee)) {
      passed.all().stream()
          .limit(1)
          .filter(v -> v.type().isProgramClass())
          .forEach(v -> namesModule(at));
    }
  }

  /** What a field of a text writes. */
  void written(Expression.FormattedValue field) {
    written(program.value(field.value()), field);
    named(field.value(), field);
  }

  /** {@code type(job)}, {@code job.__class__} or {@code Job} is written as text. */
  private void named(Node node, Node at) {
    boolean own =
        node instanceof Expression.Call call
                && call.arguments().size() == 1
                && Mentions.isName(call.function(), "type")
                && program.type(call.arguments().get(0)).isProgramClass()
            || node instanceof Expression.Attribute a
                && a.attribute().equals("__class__")
                && program.type(a.value()).isProgramClass()
            || node instanceof Expression.Name name
                && program.value(name).roots().stream()
                    .anyMatch(Root.ClassObject.class::isInstance);
    if (own) {
      namesModule(at);
    }
  }

  private void namesModule(Node at) {
    evaluator.namesModule("__module__", at);
  }

  /** The value is written as text: that tells it from a copy. */
  private void written(Value value, Node at) {
    if (showsAddress(value.type())) {
      value.roots().stream()
          .filter(r -> !r.isCode())
          .forEach(r -> evaluator.record(new Fact.ComparesIdentity(r), at));
    }
  }

  private boolean showsAddress(Type type) {
    Optional<Scope> scope =
        type.isProgramClass() ? program.programClass(type.className()) : Optional.empty();
    return scope.isPresent()
        && scope.get().node() instanceof Statement.ClassDef definition
        && definition.decorators().isEmpty()
        && List.of("__str__", "__repr__", "__format__").stream()
            .allMatch(m -> program.method(scope.get(), m).isEmpty())
        && PLAIN.containsAll(program.libraryBases(scope.get()));
  }
}

package dev.parallelize.semantics;

import dev.parallelize.syntax.Pattern;
import dev.parallelize.syntax.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Class patterns ask whether the subject is an instance, and then for the attributes that they name, positional ones by
 * {@code __match_args__} (section 8.6.4.8 of the language reference): that may call {@code __instancecheck__}, properties
 * and {@code __getattr__}.
 */
final class ClassPatterns {
  private final Evaluator evaluator;
  private final Caller caller;
  private final Program program;

  ClassPatterns(Evaluator evaluator, Caller caller) {
    this.evaluator = evaluator;
    this.caller = caller;
    this.program = evaluator.program;
  }

  /** What the subject's properties give. */
  Value attributes(Pattern.MatchClass pattern, Value subject) {
    Value type = evaluator.evaluate(pattern.type());
    caller.classTest(type, "isinstance", Passed.of(subject), pattern);
    evaluator.operated(subject, pattern, Specials.LOAD_ATTRIBUTE);
    Value found = Value.NOTHING;
    for (Root root : type.roots()) {
      if (root instanceof Root.ClassObject matched) {
        Value instance = new Value(Type.ofClass(matched.scope().qualifiedName()), subject.roots());
        evaluator.operated(instance, pattern, Specials.LOAD_ATTRIBUTE);
        for (String name : asked(pattern, matched.scope())) {
          Value given = caller.property(instance, name, pattern);
          found = given == null ? found : found.join(given);
        }
      }
    }
    return found;
  }

  /** The names that are written, and where positions are, those of all methods: any may stand for one. */
  private Set<String> asked(Pattern.MatchClass pattern, Scope type) {
    Set<String> names = new LinkedHashSet<>(pattern.keywordNames());
    if (!pattern.patterns().isEmpty()) {
      for (Scope owner : program.ancestors(type)) {
        List<Statement> body = ((Statement.ClassDef) owner.node()).body();
        body.stream()
            .filter(Statement.FunctionDef.class::isInstance)
            .forEach(f -> names.add(((Statement.FunctionDef) f).name()));
      }
    }
    return names;
  }
}

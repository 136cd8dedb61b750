package dev.parallelize.rewrite;

import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a file is a main program, with or without a main guard, or one that others import.
 *
 * <p>A main program does something at its top level that can be seen or starts the workers. A statement
 * that does so only to give values to constants, or to what functions of the file read, tells nothing:
 * whoever imports the file may want those values.
 *
 * @param frame the function, or the module, that starts the workers
 * @param candidate the top-level statement that the loop stands in
 */
record MainProgram(Program program, Scope frame, Statement candidate, CallGraph calls) {
  private static final Set<String> COLLECTIONS =
      Set.of("list", "dict", "set", "collections.defaultdict", "collections.Counter");

  static MainProgram of(Judgement judgement) {
    Program program = judgement.program();
    Statement top = Layout.topLevel(program.tree(), judgement.candidate().span().start());
    CallGraph calls = new CallGraph(program, new CostModel(program));
    return new MainProgram(program, judgement.candidate().frame(), top, calls);
  }

  List<Statement> body() {
    return program.tree().module().body();
  }

  /** Importing the file runs the loop, by this statement. */
  boolean starts(Statement statement) {
    return statement == candidate && !MainGuard.isDefinition(statement)
        || calls.reachesAtImport(statement, frame);
  }

  /** Some statement is there to be run, not to be imported. */
  boolean isRun() {
    Set<String> read = new HashSet<>();
    body().stream().filter(MainGuard::isDefinition).forEach(d -> read.addAll(MainGuard.namesIn(d)));
    return body().stream()
        .filter(s -> !MainGuard.isDefinition(s))
        .filter(s -> starts(s) || isVisible(s))
        .anyMatch(s -> gives(s).stream().noneMatch(n -> isConstant(n) || read.contains(n)));
  }

  boolean isVisible(Statement statement) {
    return program.facts(program.scopes().module(), statement.span()).stream()
        .map(Located::fact)
        .anyMatch(MainGuard::isVisible);
  }

  private static boolean isConstant(String name) {
    return name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** The names that the statement binds, and those of collections that it fills. */
  private Set<String> gives(Statement statement) {
    Set<String> names = new HashSet<>();
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Name name && name.context() == Context.STORE) {
            names.add(name.id());
          } else if (n instanceof Expression.Subscript s
              && s.context() == Context.STORE
              && s.value() instanceof Expression.Name name) {
            names.add(name.id());
          } else if (n instanceof Expression.Call call
              && call.function() instanceof Expression.Attribute a
              && a.value() instanceof Expression.Name name
              && COLLECTIONS.contains(program.type(name).name())) {
            names.add(name.id());
          }
        });
    return names;
  }
}

package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Value;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.Optional;

/**
 * Whether what a loop's parallel part gets and gives could travel to other processes: for one that waits the model does not
 * ask, since threads do not either.
 */
public final class SentValues {
  private SentValues() {}

  /** What cannot travel, by the name people use; empty where all can. */
  public static Optional<String> stuck(Program program, LoopModel model) {
    if (model.candidate().construct() == Construct.STATEMENTS) {
      return ofStatements(program, model.candidate());
    } else if (model.candidate().construct() != Construct.FOR
        || !model.parallelCost().mostlyWaits()) {
      return Optional.empty();
    }
    Scope home = model.candidate().frame();
    for (Fission.Extraction extraction : model.fission().extractions()) {
      Expression e = extraction.expression();
      if (!travels(program, home, e)) {
        return named(program, program.tree().source().text(e.span()));
      }
    }
    for (String name : model.fission().crossing()) {
      if (!travels(program, home, held(program, model.candidate().scope(), name))) {
        return named(program, name);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofStatements(Program program, Candidate candidate) {
    return candidate.group().stream()
        .filter(Statement.Assign.class::isInstance)
        .map(s -> ((Statement.Assign) s).value())
        .filter(e -> !travels(program, candidate.frame(), e))
        .findFirst()
        .flatMap(e -> named(program, program.tree().source().text(e.span())));
  }

  /** Whether what an expression of the function gives can travel. */
  public static boolean travels(Program program, Scope frame, Expression e) {
    return travels(program, frame, program.value(e));
  }

  private static boolean travels(Program program, Scope frame, Value value) {
    return new Picklability(program).holds(program.frame(frame), value);
  }

  private static Optional<String> named(Program program, String symbol) {
    return program.assumptions().holds("picklable", symbol)
        ? Optional.empty()
        : Optional.of(symbol);
  }

  private static Value held(Program program, Scope scope, String name) {
    Scope owner = scope.owner(name).orElse(scope);
    return program.frame(program.frameOf(owner)).variable(owner, name);
  }
}

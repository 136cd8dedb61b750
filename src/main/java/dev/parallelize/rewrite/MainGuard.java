package dev.parallelize.rewrite;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts top-level code that must run once under {@code if __name__ == "__main__":}, since a worker
 * process that is spawned imports the module again.
 *
 * @param guarded top-level statements that run in the parent only, in the rewritten file
 * @param edits what puts them there; empty when the file needs no change
 */
public record MainGuard(List<Statement> guarded, List<Edit> edits) {
  private static final String RULE = "main-guard";
  private static final double COSTLY_IMPORT_MICROS = 3_000;

  public MainGuard {
    guarded = List.copyOf(guarded);
    edits = List.copyOf(edits);
  }

  /** The guard for a file in which the statement starts processes. */
  static MainGuard of(Program program, Layout layout, Statement candidate) {
    List<Statement> body = program.tree().module().body();
    Set<Statement> guarded = active(program, body, candidate);
    List<Edit> edits = new ArrayList<>();
    List<Statement> all = new ArrayList<>();
    List<Statement> run = new ArrayList<>();
    for (Statement statement : body) {
      if (isGuard(statement)) {
        all.add(statement);
      }
      if (guarded.contains(statement)) {
        run.add(statement);
        all.add(statement);
      } else if (!run.isEmpty()) {
        guard(run, layout, edits);
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      guard(run, layout, edits);
    }
    return new MainGuard(all, edits);
  }

  /** {@code if __name__ == "__main__":}. */
  static boolean isGuard(Statement statement) {
    return statement instanceof Statement.If branch
        && branch.test() instanceof Expression.Compare compare
        && compare.comparators().size() == 1
        && (isName(compare.left()) || isName(compare.comparators().get(0)));
  }

  private static boolean isName(Expression e) {
    return e instanceof Expression.Name name && name.id().equals("__name__");
  }

  private static Set<Statement> active(Program program, List<Statement> body, Statement candidate) {
    CostModel costs = new CostModel(program);
    Set<Statement> active = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    Set<String> names = new HashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Statement statement : body) {
        if (!active.contains(statement)
            && !isGuard(statement)
            && ((statement == candidate && !isDefinition(statement))
                || isActive(program, costs, statement)
                || readsAtImport(program, statement, names))) {
          if (statement instanceof Statement.FunctionDef
              || statement instanceof Statement.ClassDef) {
            throw new WorkerBuilder.Unsupported(
                "a definition at line "
                    + program.line(statement)
                    + " needs a value that only the main program has; put the main program into a function first");
          }
          active.add(statement);
          names.addAll(bound(statement));
          grew = true;
        }
      }
    }
    return active;
  }

  private static boolean isDefinition(Statement statement) {
    return statement instanceof Statement.FunctionDef || statement instanceof Statement.ClassDef;
  }

  /** Does something that can be seen, or takes long. */
  private static boolean isActive(Program program, CostModel costs, Statement statement) {
    if (statement instanceof Statement.FunctionDef
        || statement instanceof Statement.ClassDef
        || statement instanceof Statement.Import
        || statement instanceof Statement.ImportFrom
        || isDocstring(statement)) {
      return false;
    }
    Scope module = program.scopes().module();
    for (Located located : program.facts(module, statement.span())) {
      Fact fact = located.fact();
      boolean effect =
          fact instanceof Fact.Does d && d.effect() != Effect.UNPICKLABLE_RESULT
              || fact instanceof Fact.CallsUnknown
              || fact instanceof Fact.BindsName
              || fact instanceof Fact.Blocks;
      if (effect && !isTry(statement)) {
        return true;
      }
    }
    return costs.of(statement).totalMicros() > COSTLY_IMPORT_MICROS;
  }

  /** {@code try: import …} is how optional packages are found. */
  private static boolean isTry(Statement statement) {
    return statement instanceof Statement.Try t
        && t.body().stream()
            .allMatch(s -> s instanceof Statement.Import || s instanceof Statement.ImportFrom);
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Constant c
        && c.value() instanceof Literal.Text;
  }

  /** Reads one of the names while the module is imported, not only when a function is called. */
  private static boolean readsAtImport(Program program, Statement statement, Set<String> names) {
    if (names.isEmpty()) {
      return false;
    }
    List<Node> edge = new ArrayList<>(List.of(statement));
    while (!edge.isEmpty()) {
      Node next = edge.remove(edge.size() - 1);
      if (next instanceof Expression.Name name
          && name.context() == Context.LOAD
          && names.contains(name.id())) {
        return true;
      }
      if (next instanceof Statement.FunctionDef f) {
        edge.addAll(f.decorators());
        edge.addAll(f.arguments().defaults());
      } else if (!(next instanceof Expression.Lambda)) {
        edge.addAll(Children.of(next));
      }
    }
    return callsReader(program, statement, names);
  }

  private static boolean callsReader(Program program, Statement statement, Set<String> names) {
    if (statement instanceof Statement.FunctionDef || statement instanceof Statement.ClassDef) {
      return false;
    }
    return program.facts(program.scopes().module(), statement.span()).stream()
        .anyMatch(l -> l.fact() instanceof Fact.ReadsName reads && names.contains(reads.name()));
  }

  private static Set<String> bound(Statement statement) {
    Set<String> names = new HashSet<>();
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Name name && name.context() == Context.STORE) {
            names.add(name.id());
          }
        });
    return names;
  }

  private static void guard(List<Statement> run, Layout layout, List<Edit> edits) {
    Statement first = run.get(0);
    Statement last = run.get(run.size() - 1);
    if (!layout.startsLine(first)) {
      throw new WorkerBuilder.Unsupported("several top-level statements share a line");
    }
    int start = layout.outerStart(first);
    edits.add(
        new Edit(new Span(start, start), "if __name__ == \"__main__\":" + layout.newline(), RULE));
    for (int offset : layout.indentable(start, last.end())) {
      edits.add(new Edit(new Span(offset, offset), layout.unit(), RULE));
    }
  }
}

package dev.parallelize.rewrite;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts top-level code that must run once under {@code if __name__ == "__main__":}, since a worker
 * process that is spawned imports the module again.
 *
 * <p>A file that has a main guard already, or is no {@link MainProgram}, is one that others import: what
 * it defines stays where it is, and only what can be seen (a print) moves. Settings of the process, such as {@code
 * sys.setrecursionlimit} or {@code logging.basicConfig}, stay at the top in any file, since workers need
 * them too.
 *
 * @param parents top-level statements whose variables a worker may see with other values than the
 *     parent: those that run in the parent only, and those that read the outside world at import
 * @param edits what puts them there; empty when the file needs no change
 */
public record MainGuard(List<Statement> parents, List<Edit> edits) {
  private static final String RULE = "main-guard";
  private static final double COSTLY_IMPORT_MICROS = 3_000;

  /** What a worker may do again without anybody noticing. */
  private static final Set<Effect> REPEATABLE =
      Set.of(
          Effect.READS_FILES,
          Effect.READS_ENVIRONMENT,
          Effect.READS_DATABASE,
          Effect.READS_NETWORK,
          Effect.CLOCK,
          Effect.RANDOM,
          Effect.DYNAMIC_CODE,
          Effect.WRITES_PROCESS_STATE,
          Effect.UNPICKLABLE_RESULT);

  public MainGuard {
    parents = List.copyOf(parents);
    edits = List.copyOf(edits);
  }

  /** The guard for a file in which the candidate starts processes. */
  static MainGuard of(Judgement judgement, Layout layout) {
    Program program = judgement.program();
    MainProgram main = MainProgram.of(judgement);
    List<Statement> body = main.body();
    boolean importable = body.stream().anyMatch(MainGuard::isGuard) || !main.isRun();
    Set<Statement> moved =
        importable ? visible(program, main) : withNeighbours(body, active(program, main));
    List<Edit> edits = new ArrayList<>();
    List<Statement> parents = new ArrayList<>();
    List<Statement> run = new ArrayList<>();
    for (Statement statement : body) {
      if (isGuard(statement) || moved.contains(statement) || varies(program, statement)) {
        parents.add(statement);
      }
      if (moved.contains(statement)) {
        run.add(statement);
      } else if (!run.isEmpty()) {
        guard(run, layout, edits);
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      guard(run, layout, edits);
    }
    return new MainGuard(parents, edits);
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

  /** Statements of an importable file that do something which workers must not do again. */
  private static Set<Statement> visible(Program program, MainProgram main) {
    Set<Statement> visible = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Statement statement : main.body()) {
      boolean starts = main.starts(statement);
      if (isGuard(statement) || (isDefinition(statement) && !starts)) {
        continue;
      }
      if (starts || main.isVisible(statement)) {
        if (isDefinition(statement) || !bound(statement).isEmpty()) {
          throw new WorkerBuilder.Unsupported(
              "line "
                  + program.line(statement)
                  + (starts
                      ? " runs whenever the file is imported, also by the workers"
                      : " does something at import that every worker would do again")
                  + "; put it into a function that the main program calls");
        }
        visible.add(statement);
      }
    }
    return visible;
  }

  /** What stands between two moved statements, and no function reads, moves with them. */
  private static Set<Statement> withNeighbours(List<Statement> body, Set<Statement> moved) {
    Set<String> shared = new HashSet<>();
    body.stream().filter(MainGuard::isDefinition).forEach(d -> shared.addAll(namesIn(d)));
    int last = 0;
    for (int i = 0; i < body.size(); i++) {
      last = moved.contains(body.get(i)) ? i : last;
    }
    boolean started = false;
    for (Statement statement : body.subList(0, last)) {
      started |= moved.contains(statement);
      boolean plain =
          statement instanceof Statement.Assign
              || statement instanceof Statement.AnnAssign
              || statement instanceof Statement.AugAssign;
      if (started && plain && Collections.disjoint(bound(statement), shared)) {
        moved.add(statement);
      }
    }
    return moved;
  }

  static Set<String> namesIn(Statement definition) {
    Set<String> names = new HashSet<>();
    Walk.each(
        definition,
        n -> {
          if (n instanceof Expression.Name name) {
            names.add(name.id());
          }
        });
    return names;
  }

  static boolean isVisible(Fact fact) {
    return fact instanceof Fact.Does d && !REPEATABLE.contains(d.effect())
        || fact instanceof Fact.BindsName
        || fact instanceof Fact.CallsUnknown;
  }

  /** Gives its variables values that a second run may not give. */
  private static boolean varies(Program program, Statement statement) {
    return !isDefinition(statement)
        && facts(program, statement).stream()
            .anyMatch(
                f ->
                    f instanceof Fact.Does d
                        && d.effect() != Effect.UNPICKLABLE_RESULT
                        && d.effect() != Effect.WRITES_PROCESS_STATE);
  }

  private static List<Fact> facts(Program program, Statement statement) {
    return program.facts(program.scopes().module(), statement.span()).stream()
        .map(Located::fact)
        .toList();
  }

  private static Set<Statement> active(Program program, MainProgram main) {
    CostModel costs = new CostModel(program);
    Set<Statement> active = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> names = new HashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Statement statement : main.body()) {
        if (!active.contains(statement)
            && !isGuard(statement)
            && (main.starts(statement)
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

  static boolean isDefinition(Statement statement) {
    return statement instanceof Statement.FunctionDef || statement instanceof Statement.ClassDef;
  }

  /** Does something that can be seen, or takes long. */
  private static boolean isActive(Program program, CostModel costs, Statement statement) {
    if (isDefinition(statement)
        || statement instanceof Statement.Import
        || statement instanceof Statement.ImportFrom
        || isDocstring(statement)
        || isSetting(program, statement)) {
      return false;
    }
    for (Fact fact : facts(program, statement)) {
      boolean effect =
          fact instanceof Fact.Does d && d.effect() != Effect.UNPICKLABLE_RESULT
              || fact instanceof Fact.CallsUnknown
              || fact instanceof Fact.BindsName
              || fact instanceof Fact.Blocks;
      if (effect && !isTry(statement)) {
        return true;
      }
    }
    return costs.of(statement).totalMicros() > COSTLY_IMPORT_MICROS
        && !makesType(program, statement);
  }

  /** Classes travel to workers by name, so every process has to make its own. */
  private static boolean makesType(Program program, Statement statement) {
    return statement instanceof Statement.Assign assign
        && program.type(assign.value()).name().equals("type");
  }

  /** A call that sets up the process, and does nothing else; a log file is opened once only. */
  private static boolean isSetting(Program program, Statement statement) {
    List<Fact> facts = facts(program, statement);
    boolean opens =
        statement instanceof Statement.ExpressionStatement e
            && e.value() instanceof Expression.Call call
            && call.keywords().stream().anyMatch(k -> k.name().equals(Optional.of("filename")));
    return statement instanceof Statement.ExpressionStatement
        && !opens
        && facts.stream()
            .anyMatch(f -> f instanceof Fact.Does d && d.effect() == Effect.WRITES_PROCESS_STATE)
        && facts.stream()
            .allMatch(f -> !(f instanceof Fact.Does d) || d.effect() == Effect.WRITES_PROCESS_STATE)
        && facts.stream()
            .noneMatch(f -> f instanceof Fact.CallsUnknown || f instanceof Fact.BindsName);
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

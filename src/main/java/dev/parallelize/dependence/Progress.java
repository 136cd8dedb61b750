package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call that shows how far a loop has come and hands on the items that it is given: what is emitted shows the results
 * as they come instead.
 *
 * @param items what it is given; empty where it counts by itself, as {@code trange}
 */
public record Progress(Expression.Call call, Optional<Expression> items) {
  private static final Set<String> AROUND = Set.of("tqdm.tqdm", "rich.progress.track");
  private static final String RULE = "progress";
  private static final String COUNTING = "tqdm.trange";

  static Optional<Progress> of(Program program, Expression iterable) {
    if (!(iterable instanceof Expression.Call call)
        || call.arguments().isEmpty()
        || call.arguments().stream().anyMatch(Expression.Starred.class::isInstance)
        || call.keywords().stream().anyMatch(k -> k.name().isEmpty())) {
      return Optional.empty();
    }
    if (isCallOf(program, call, AROUND)) {
      return Optional.of(new Progress(call, Optional.of(call.arguments().get(0))));
    }
    return isCallOf(program, call, Set.of(COUNTING))
        ? Optional.of(new Progress(call, Optional.empty()))
        : Optional.empty();
  }

  /** {@code enumerate(tqdm(xs))} as {@code tqdm(enumerate(xs))}: what shows the progress goes around all. */
  public static Optional<Distribution> outermost(Program program, Candidate candidate) {
    if (!(candidate.node() instanceof Statement.For loop)
        || !(loop.iterable() instanceof Expression.Call numbered)
        || !AffineForms.calls(program, numbered, "builtins.enumerate")
        || numbered.arguments().isEmpty()) {
      return Optional.empty();
    }
    PythonSource source = program.tree().source();
    return of(program, numbered.arguments().get(0))
        .filter(p -> p.items().isPresent())
        .map(
            p -> {
              Expression items = p.items().orElseThrow();
              Span before = new Span(numbered.start(), items.start());
              Span after = new Span(items.end(), numbered.end());
              String rest = source.text(new Span(p.call().end(), numbered.end()));
              String shown = source.text(new Span(p.call().start(), items.start()));
              String options = source.text(new Span(items.end(), p.call().end()));
              return new Distribution(
                  List.of(
                      new Edit(before, shown + "enumerate(", RULE),
                      new Edit(after, rest + options, RULE)),
                  List.of(program.line(loop)),
                  "what shows the loop's progress stands around all of it");
            });
  }

  /** Whether it is one of them, or what stands in for it where the package is missing. */
  private static boolean isCallOf(Program program, Expression.Call call, Set<String> names) {
    List<CallTarget> targets = program.targets(call);
    return targets.stream().anyMatch(t -> isKnown(t, names))
        && targets.stream().allMatch(t -> isKnown(t, names) || handsOn(t));
  }

  static boolean isKnown(CallTarget target, Set<String> names) {
    return target instanceof CallTarget.Known known && names.contains(known.callee().name());
  }

  /** Whether the function that is named shows the progress of a loop. */
  static boolean shows(String callee) {
    return AROUND.contains(callee) || callee.equals(COUNTING);
  }

  /** {@code def tqdm(items, **options): return items}. */
  private static boolean handsOn(CallTarget target) {
    return target instanceof CallTarget.ProgramFunction function
        && function.scope().node() instanceof Statement.FunctionDef definition
        && definition.decorators().isEmpty()
        && !definition.arguments().positional().isEmpty()
        && definition.body().size() == 1
        && definition.body().get(0) instanceof Statement.Return r
        && r.value().orElse(null) instanceof Expression.Name name
        && name.id().equals(definition.arguments().positional().get(0).name());
  }
}

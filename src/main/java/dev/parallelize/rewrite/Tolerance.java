package dev.parallelize.rewrite;

import dev.parallelize.semantics.Scope;
import dev.parallelize.workload.Judgement;
import java.util.Set;

/**
 * Workers that give back what an item raised instead of failing, for {@code onError} {@code collect}
 * and {@code skip}: the failure of one item then costs no other item its result.
 *
 * @param function the name of the function that calls the work and catches what it raises
 */
record Tolerance(String function, String definition) {
  private static final Set<String> BUILTINS = Set.of("Exception", "ExceptionGroup", "isinstance");

  static Tolerance of(Judgement judgement, FreshNames fresh, Layout layout) {
    checkBuiltins(judgement, BUILTINS);
    String name = fresh.fresh("_result_or_error");
    String unit = layout.unit();
    String text =
        String.join(
            layout.newline(),
            "def " + name + "(function, /, *args, **kwargs):",
            unit + "try:",
            unit + unit + "return function(*args, **kwargs)",
            unit + "except Exception as error:",
            unit + unit + "return error",
            "");
    return new Tolerance(name, text);
  }

  /** Names that emitted code takes for the builtins that they usually are. */
  static void checkBuiltins(Judgement judgement, Set<String> names) {
    Scope scope = judgement.candidate().scope();
    Scope module = judgement.program().scopes().module();
    for (String name : names) {
      if (scope.owner(name).isPresent() || module.bindings().containsKey(name)) {
        throw new WorkerBuilder.Unsupported("the program gives `" + name + "` another meaning");
      }
    }
  }

  /** The worker whose failures are results. */
  Worker applied(Worker worker) {
    String start = "partial(";
    boolean partial = worker.callable().startsWith(start);
    String rest = partial ? worker.callable().substring(start.length()) : worker.callable() + ")";
    return new Worker(
        start + function + ", " + rest,
        worker.definition(),
        worker.items(),
        worker.arguments(),
        worker.results(),
        worker.host());
  }
}

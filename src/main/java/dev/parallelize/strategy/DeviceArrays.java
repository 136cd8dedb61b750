package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the strategies for GPUs have in common: the statements that {@link NumpyVectorize} writes, with
 * the computing on the device.
 */
final class DeviceArrays {
  private DeviceArrays() {}

  /** The strategy of a library: where there is a GPU and the package, what NumPy could do. */
  static Decision decide(
      Judgement judgement, Environment environment, Options options, DevicePlan.Library library) {
    Set<String> packages = environment.packages();
    if (!environment.gpu()) {
      return new Decision.DoesNotApply("no GPU is reported");
    }
    if (!packages.isEmpty() && packages.stream().noneMatch(library::isProvidedBy)) {
      return new Decision.DoesNotApply("`" + library.distribution() + "` is not installed");
    }
    if (library == DevicePlan.Library.JAX && Poolable.imports(judgement, "jax")) {
      return new Decision.DoesNotApply(
          "floats of 64 bits would be switched on for all that the program does with JAX");
    }
    Decision host = new NumpyVectorize().decide(judgement, environment, options);
    if (!(host instanceof Decision.Applies applies)
        || !(applies.plan() instanceof VectorizePlan plan)) {
      return host;
    }
    if (plan.guards().stream().anyMatch(RunTimeGuards::isOfKind)) {
      return new Decision.DoesNotApply("what the loop uses is not known to be NumPy arrays");
    }
    try {
      DeviceStatements.Moved moved =
          new DeviceStatements(
                  library, plan, arrays(judgement), modules(judgement), spared(judgement, plan))
              .moved();
      return new Decision.Applies(
          "every element is computed on its own, which a GPU does for all at once",
          new DevicePlan(moved.plan(), library),
          List.of("numpy", library.distribution()),
          caveats(applies.caveats(), moved.rounds()));
    } catch (NotVectorizable refusal) {
      return new Decision.DoesNotApply(refusal.reason());
    }
  }

  private static List<String> caveats(List<String> host, boolean rounds) {
    List<String> caveats = new ArrayList<>(host);
    caveats.add("arrays travel to the GPU and back, which pays for much work on large arrays");
    if (rounds) {
      caveats.add("functions such as exp may differ from NumPy's in the last digit");
    }
    return caveats;
  }

  /** What is known of the arrays that the loop names. */
  private static Map<String, ArrayFact> arrays(Judgement judgement) {
    Candidate candidate = judgement.candidate();
    ArrayFacts facts =
        new ArrayFacts(judgement.program(), candidate.frame(), candidate.node().start());
    Map<String, ArrayFact> arrays = new LinkedHashMap<>();
    Walk.each(
        candidate.node(),
        n -> {
          if (n instanceof Expression.Name name) {
            facts.of(name).ifPresent(fact -> arrays.merge(name.id(), fact, ArrayFact::join));
          }
        });
    return arrays;
  }

  /** The names under which the file knows NumPy. */
  private static Set<String> modules(Judgement judgement) {
    Set<String> modules = new LinkedHashSet<>();
    Walk.each(
        judgement.program().tree().module(),
        n -> {
          if (n instanceof Alias alias && alias.name().equals("numpy")) {
            modules.add(alias.boundName());
          }
        });
    return modules;
  }

  /** Names that the program has, and those of them that it has outside of what is replaced. */
  private static DeviceStatements.Names spared(Judgement judgement, VectorizePlan plan) {
    Set<String> all = new LinkedHashSet<>();
    Set<String> outside = new LinkedHashSet<>();
    Walk.each(
        judgement.program().tree().module(),
        n -> {
          if (n instanceof Expression.Name name) {
            all.add(name.id());
            boolean inside =
                plan.replaced().start() <= n.start() && n.end() <= plan.replaced().end();
            if (!inside) {
              outside.add(name.id());
            }
          }
        });
    return new DeviceStatements.Names(all, outside);
  }
}

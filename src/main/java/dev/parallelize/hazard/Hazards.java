package dev.parallelize.hazard;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.dependence.Obstruction;
import dev.parallelize.semantics.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All hazards, and how a loop's obstructions are told. */
public final class Hazards {
  private static final List<HazardRule> RULES =
      List.of(
          new LoopCarriedDependence(),
          new SharedStateMutation(),
          new ArgumentMutation(),
          new UnknownCallee(),
          new Aliasing(),
          new EarlyExit(),
          new GeneratorLaziness(),
          new OrderSensitiveOutput(),
          new Nondeterminism(),
          new DynamicCode(),
          new SingleUseIterator(),
          new IterableMutated(),
          new Unpicklable(),
          new ThreadUnsafeResource());

  private Hazards() {}

  /** The kinds that have a page of their own. */
  public static List<String> kinds() {
    return Stream.concat(RULES.stream().map(HazardRule::kind), Stream.of(SmallWorkload.KIND))
        .toList();
  }

  /** The hazards of a model: blocking ones first, one for each kind and symbol. */
  public static List<Hazard> of(Program program, LoopModel model) {
    Map<String, Hazard> found = new LinkedHashMap<>();
    for (Obstruction obstruction : model.obstructions()) {
      Hazard hazard = hazard(program, obstruction);
      found.putIfAbsent(hazard.kind() + "/" + hazard.symbol(), hazard);
    }
    List<Hazard> hazards = new ArrayList<>(found.values());
    hazards.sort(java.util.Comparator.comparing(Hazard::severity).thenComparingInt(Hazard::line));
    SmallWorkload.advice(program, model).ifPresent(hazards::add);
    return List.copyOf(hazards);
  }

  private static Hazard hazard(Program program, Obstruction obstruction) {
    HazardRule rule =
        RULES.stream()
            .filter(r -> r.covers().contains(obstruction.kind()))
            .findFirst()
            .orElseThrow();
    String message = rule.message(obstruction, obstruction.symbol());
    if (!obstruction.via().isEmpty()) {
      message += " (reached through " + String.join(" → ", obstruction.via()) + ")";
    }
    return new Hazard(
        rule.kind(),
        obstruction.assumable() ? Hazard.Severity.ASSUMABLE : Hazard.Severity.BLOCKING,
        obstruction.symbol(),
        program.line(obstruction.offset()),
        message,
        obstruction.assumption().map(a -> a).or(Optional::empty));
  }
}

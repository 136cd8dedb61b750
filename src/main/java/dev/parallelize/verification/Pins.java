package dev.parallelize.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * Sources of difference between two runs of one program that are held still.
 *
 * @param clock the program's own code sees a clock that ticks once a call
 * @param random unseeded generators start from one seed
 * @param hash one hash seed in all processes
 */
record Pins(boolean clock, boolean random, boolean hash) {
  static final Pins NONE = new Pins(false, false, false);

  static final Pins ALL = new Pins(true, true, true);

  /** In the order in which they are tried, the commonest cause first. */
  static final List<Pins> CAUSES =
      List.of(
          new Pins(true, false, false),
          new Pins(false, false, true),
          new Pins(false, true, false),
          ALL);

  RunPlan applyTo(RunPlan plan) {
    RunPlan pinned = clock ? plan.with("clock", true) : plan;
    pinned = random ? pinned.with("random", true) : pinned;
    return hash ? pinned.withHashSeed("1") : pinned;
  }

  String cause() {
    List<String> causes = new ArrayList<>();
    if (clock) {
      causes.add("the clock");
    }
    if (random) {
      causes.add("unseeded randomness");
    }
    if (hash) {
      causes.add("the hash seed (PYTHONHASHSEED), as in the order of sets");
    }
    return String.join(", ", causes);
  }
}

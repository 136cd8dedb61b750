package dev.parallelize.dependence;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import java.util.List;

/**
 * Whether items may travel in chunks. A failure takes the results of its whole chunk with it: nobody notices only where
 * the loop would have done nothing with them that is still seen, would not have ended before the item that failed, and
 * would not have failed itself in another way.
 */
public final class Chunks {
  private Chunks() {}

  public static boolean keepWhatCounts(Program program, LoopModel model) {
    Fission fission = model.fission();
    if (fission.effectsOutlive()) {
      return false;
    }
    return (!fission.exits() && !mayRemainderFail(program, fission))
        || !mayWorkFail(program, model);
  }

  private static boolean mayRemainderFail(Program program, Fission fission) {
    List<Expression> apart =
        fission.extractions().stream().map(Fission.Extraction::expression).toList();
    return Failures.mayRaise(program, fission.remainder(), apart);
  }

  private static boolean mayWorkFail(Program program, LoopModel model) {
    return switch (model.candidate().construct()) {
      case FOR, WHILE -> Failures.mayRaise(program, model.fission().work(), List.of());
      case COMPREHENSION, GENERATOR_EXPRESSION ->
          Failures.mayRaise(program, List.of(model.candidate().node()), List.of());
      case MAP_CALL, APPLY_CALL, STATEMENTS, AWAIT_SEQUENCE -> true;
    };
  }
}

package dev.parallelize.dependence;

import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads of an object that the body itself changes, where nothing is worth taking apart anyway. */
final class TrivialConflicts {
  private TrivialConflicts() {}

  static List<Obstruction> of(
      Program program, Region region, List<Statement> body, Statement writer, Iteration iteration) {
    List<Obstruction> found = new ArrayList<>();
    for (Located write : region.facts(writer)) {
      if (!(write.fact() instanceof Fact.Mutates m) || region.isLocal(m.root())) {
        continue;
      }
      for (Statement reader : body) {
        for (Located read : region.facts(reader)) {
          boolean same =
              write.start() <= read.start()
                  && read.end() <= write.end()
                  && write.via().isEmpty()
                  && read.via().isEmpty();
          if (!same
              && read.fact() instanceof Fact.Reads r
              && Fact.overlap(r.field(), m.field())
              && program.mayAlias(region.frame(), r.root(), m.root())
              && !SameSlot.holds(program, read, write, region.loopNames(), iteration)) {
            found.add(Region.of(Obstruction.Kind.CARRIED_OBJECT, region.describe(m.root()), write));
            return found;
          }
        }
      }
    }
    return found;
  }
}

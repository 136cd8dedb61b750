package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Connections that nobody takes anything from: they are made for what the other side sees, and it may see their order,
 * as a firewall does that waits for a series of ports.
 */
final class UnusedAnswers {
  private static final String SOCKET = "socket.";

  private UnusedAnswers() {}

  static Optional<Obstruction> of(Region region, Fission fission) {
    Assumption independent = new Assumption("independent", region.candidateId());
    if (!fission.crossing().isEmpty()
        || !fission.extractions().stream().allMatch(UnusedAnswers::isDropped)
        || region.program().assumptions().all().contains(independent)) {
      return Optional.empty();
    }
    List<Node> work = fission.work();
    return work.stream()
        .flatMap(n -> region.facts(n).stream())
        .filter(UnusedAnswers::connects)
        .findFirst()
        .map(
            l ->
                Region.assumable(
                    Obstruction.Kind.WRITES_OUTSIDE,
                    ((Fact.Does) l.fact()).callee(),
                    l,
                    independent));
  }

  private static boolean isDropped(Fission.Extraction extraction) {
    return !extraction.guarded()
        && extraction.unit() instanceof Statement.ExpressionStatement s
        && s.value() == extraction.expression();
  }

  private static boolean connects(Located located) {
    return located.fact() instanceof Fact.Does does
        && does.effect() == Effect.READS_NETWORK
        && does.callee().startsWith(SOCKET);
  }
}

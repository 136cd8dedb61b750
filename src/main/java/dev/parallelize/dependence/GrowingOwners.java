package dev.parallelize.dependence;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Objects that workers need and that hold a container which the loop fills meanwhile, as {@code self} of {@code
 * self.scores[name] = self.score(text)}. Workers do not look into the container; but an executor pickles tasks in a
 * thread of its own, and all but a list must not grow while they are pickled: workers get such an object when they start.
 */
public final class GrowingOwners {
  private GrowingOwners() {}

  /** Names of the objects. */
  public static Set<String> of(Program program, Fission fission) {
    Set<String> owners = new LinkedHashSet<>();
    List<Node> work = fission.work();
    for (Statement statement : fission.remainder()) {
      Walk.each(
          statement,
          n ->
              ApartContainers.receiver(n)
                  .filter(r -> r instanceof Expression.Attribute)
                  .map(Expression.Attribute.class::cast)
                  .filter(a -> !program.type(a).name().equals("list"))
                  .filter(a -> !program.type(a).isImmutable())
                  .filter(a -> a.value() instanceof Expression.Name)
                  .map(a -> ((Expression.Name) a.value()).id())
                  .filter(name -> work.stream().anyMatch(w -> Mentions.of(w, name)))
                  .ifPresent(owners::add));
    }
    return owners;
  }
}

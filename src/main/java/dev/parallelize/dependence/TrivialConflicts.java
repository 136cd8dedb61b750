package dev.parallelize.dependence;

import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads of an object that the body itself changes, where nothing is worth taking apart anyway. */
final class TrivialConflicts {
  /** Methods that put their argument into the receiver, and tell nothing of what it holds. */
  private static final Set<String> ADDING = Set.of("append", "add");

  private TrivialConflicts() {}

  static List<Obstruction> of(
      Program program, Region region, List<Statement> body, Statement writer, Iteration iteration) {
    List<Obstruction> found = new ArrayList<>();
    Set<Span> adding = adding(body);
    Set<Span> drawing = drawing(writer);
    for (Located write : region.facts(writer)) {
      if (!(write.fact() instanceof Fact.Mutates m)
          || m.field().equals(Fact.EVERYTHING)
          || region.isLocal(m.root())) {
        continue;
      }
      if (drawing.contains(new Span(write.start(), write.end()))) {
        found.add(Region.of(Obstruction.Kind.CARRIED_OBJECT, region.describe(m.root()), write));
        return found;
      }
      for (Statement reader : body) {
        for (Located read : region.facts(reader)) {
          boolean same =
              write.start() <= read.start()
                  && read.end() <= write.end()
                  && write.via().isEmpty()
                  && read.via().isEmpty();
          boolean adds = isOf(adding, read) && isOf(adding, write);
          if (!same
              && !adds
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

  private static boolean isOf(Set<Span> calls, Located fact) {
    return fact.via().isEmpty() && calls.contains(new Span(fact.start(), fact.end()));
  }

  /** The calls that only add: whatever else was added before, they do the same. */
  private static Set<Span> adding(List<Statement> body) {
    Set<Span> found = new HashSet<>();
    for (Statement statement : body) {
      Walk.each(
          statement,
          node -> {
            if (node instanceof Statement.ExpressionStatement e
                && e.value() instanceof Expression.Call call
                && call.function() instanceof Expression.Attribute method
                && ADDING.contains(method.attribute())) {
              found.add(call.span());
            }
          });
    }
    return found;
  }

  /** Calls whose results are used: one that also changes its receiver draws from it, as pop does. */
  private static Set<Span> drawing(Statement writer) {
    Set<Span> calls = new HashSet<>();
    Walk.each(
        writer,
        n -> {
          if (n instanceof Expression.Call call) {
            calls.add(call.span());
          }
        });
    Walk.each(writer, n -> removeUnused(n, calls));
    return calls;
  }

  /** {@code groups.setdefault(key, []).append(item)}: only stores, though the first call has a result. */
  private static void removeUnused(Node node, Set<Span> calls) {
    Node discarded = node instanceof Statement.ExpressionStatement e ? e.value() : node;
    while (node instanceof Statement.ExpressionStatement
        && discarded instanceof Expression.Call call) {
      calls.remove(call.span());
      discarded = call.function() instanceof Expression.Attribute a ? a.value() : call.function();
    }
  }
}

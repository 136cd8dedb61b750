package dev.parallelize.semantics;

import dev.parallelize.syntax.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Turns what is known of a frame into what its callers may see. */
final class Summaries {
  private final Scope function;
  private final Frame frame;

  private Summaries(Scope function, Frame frame) {
    this.function = function;
    this.frame = frame;
  }

  static Summary of(Scope function, Frame frame) {
    return new Summaries(function, frame).summarize();
  }

  private Summary summarize() {
    Map<Fact, Located> facts = new LinkedHashMap<>();
    for (Located located : frame.facts()) {
      for (Fact fact : outward(located.fact())) {
        facts.putIfAbsent(
            fact,
            new Located(fact, located.start(), located.end(), located.origin(), located.via()));
      }
    }
    Set<Root> result = new LinkedHashSet<>();
    Set<Root> sites = new LinkedHashSet<>();
    for (Root root : frame.result.roots()) {
      if (root instanceof Root.Site) {
        result.add(Summary.FRESH);
        sites.add(root);
      } else {
        result.addAll(outward(root));
      }
    }
    Set<Root> contents = new LinkedHashSet<>();
    for (Root root : frame.reachable(frame.contents(sites))) {
      if (!(root instanceof Root.Site)) {
        contents.addAll(outward(root));
      }
    }
    boolean coroutine = function.node() instanceof Statement.FunctionDef f && f.isAsync();
    return new Summary(
        facts, new Value(frame.result.type(), result), contents, stores(), frame.yields, coroutine);
  }

  private Map<Root, Set<Root>> stores() {
    Map<Root, Set<Root>> stores = new HashMap<>();
    frame
        .heap()
        .forEach(
            (container, stored) -> {
              if (container instanceof Root.Site) {
                return;
              }
              for (Root outer : outward(container)) {
                Set<Root> kept = stores.computeIfAbsent(outer, r -> new LinkedHashSet<>());
                for (Root root : stored) {
                  if (root instanceof Root.Site) {
                    kept.add(Summary.FRESH);
                  } else {
                    kept.addAll(outward(root));
                  }
                }
              }
            });
    stores.values().removeIf(Set::isEmpty);
    return stores;
  }

  private Set<Fact> outward(Fact fact) {
    Set<Fact> facts = new LinkedHashSet<>();
    if (fact instanceof Fact.Reads reads) {
      outward(reads.root()).forEach(r -> facts.add(new Fact.Reads(r, reads.field())));
    } else if (fact instanceof Fact.Mutates mutates) {
      outward(mutates.root()).forEach(r -> facts.add(new Fact.Mutates(r, mutates.field())));
    } else if (fact instanceof Fact.Iterates iterates) {
      outward(iterates.root()).forEach(r -> facts.add(new Fact.Iterates(r)));
    } else if (fact instanceof Fact.ComparesIdentity compares) {
      outward(compares.root()).forEach(r -> facts.add(new Fact.ComparesIdentity(r)));
    } else if (fact instanceof Fact.ReadsName reads) {
      addUnlessOwn(reads.owner(), fact, facts);
    } else if (fact instanceof Fact.BindsName binds) {
      addUnlessOwn(binds.owner(), fact, facts);
    } else {
      facts.add(fact);
    }
    return facts;
  }

  private void addUnlessOwn(Scope owner, Fact fact, Set<Fact> facts) {
    if (Analysis.host(owner) != function) {
      facts.add(fact);
    }
  }

  private Set<Root> outward(Root root) {
    return outward(root, new HashSet<>());
  }

  private Set<Root> outward(Root root, Set<Root> seen) {
    if (!seen.add(root) || root instanceof Root.Site) {
      return Set.of();
    }
    if (root instanceof Root.ItemOf item) {
      Set<Root> outer = new LinkedHashSet<>();
      for (Root source : frame.reachable(frame.contents(frame.sources(item)))) {
        outer.addAll(outward(source, seen));
      }
      return outer;
    }
    if (root instanceof Root.Variable variable
        && Analysis.host(variable.owner()) == function
        && variable.owner() != function) {
      return Set.of(root);
    }
    if (root instanceof Root.Inside inside
        && inside.base() instanceof Root.Variable variable
        && variable.owner() == function
        && frame.knows(function, variable.name())) {
      return Set.of();
    }
    return Set.of(root);
  }
}

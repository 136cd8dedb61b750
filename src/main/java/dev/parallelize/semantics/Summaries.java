package dev.parallelize.semantics;

import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what is known of a frame into what its callers may see. */
final class Summaries {
  /** Beyond so many unknown callees a function is the unknown callee itself: who vouches for it vouches for all. */
  private static final int MOST_UNKNOWN = 8;

  /** Beyond so many attributes of one object it is any attribute. */
  private static final int MOST_FIELDS = 8;

  private final Scope function;
  private final Frame frame;
  private final Map<Root, Set<Root>> outward = new HashMap<>();

  private Summaries(Scope function, Frame frame) {
    this.function = function;
    this.frame = frame;
  }

  static Summary of(Scope function, Frame frame) {
    return new Summaries(function, frame).summarize();
  }

  private Summary summarize() {
    Map<Fact, Located> facts = new LinkedHashMap<>();
    Set<Fact> told = new HashSet<>();
    for (Located located : frame.facts()) {
      if (!told.add(located.fact())) {
        continue;
      }
      for (Fact fact : outward(located.fact())) {
        facts.putIfAbsent(
            fact,
            new Located(fact, located.start(), located.end(), located.origin(), located.via()));
      }
    }
    joinUnknown(facts);
    joinFields(facts);
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
    for (Root root : frame.inside(sites)) {
      if (!(root instanceof Root.Site)) {
        contents.addAll(outward(root));
      }
    }
    boolean coroutine = function.node() instanceof Statement.FunctionDef f && f.isAsync();
    return new Summary(
        facts,
        new Value(frame.result.type(), result),
        contents,
        stores(),
        variables(facts),
        frame.yields,
        coroutine);
  }

  private void joinUnknown(Map<Fact, Located> facts) {
    List<Fact> unknown =
        facts.keySet().stream().filter(Fact.CallsUnknown.class::isInstance).toList();
    if (unknown.size() > MOST_UNKNOWN) {
      Located first = facts.get(unknown.get(0));
      unknown.forEach(facts::remove);
      put(facts, new Fact.CallsUnknown(function.qualifiedName()), first);
    }
  }

  private static void joinFields(Map<Fact, Located> facts) {
    Map<Root, List<Fact>> reads = new LinkedHashMap<>();
    Map<Root, List<Fact>> changes = new LinkedHashMap<>();
    for (Fact fact : facts.keySet()) {
      if (fact instanceof Fact.Reads r && !r.field().equals(Fact.EVERYTHING)) {
        reads.computeIfAbsent(r.root(), k -> new ArrayList<>()).add(fact);
      } else if (fact instanceof Fact.Mutates m && !m.field().equals(Fact.EVERYTHING)) {
        changes.computeIfAbsent(m.root(), k -> new ArrayList<>()).add(fact);
      }
    }
    reads.forEach((root, all) -> join(facts, all, new Fact.Reads(root, Fact.ANY)));
    changes.forEach((root, all) -> join(facts, all, new Fact.Mutates(root, Fact.ANY)));
  }

  private static void join(Map<Fact, Located> facts, List<Fact> all, Fact any) {
    if (all.size() > MOST_FIELDS) {
      Located first = facts.get(all.get(0));
      all.forEach(facts::remove);
      put(facts, any, first);
    }
  }

  private static void put(Map<Fact, Located> facts, Fact fact, Located like) {
    facts.put(fact, new Located(fact, like.start(), like.end(), like.origin(), like.via()));
  }

  private static Set<Root> variables(Map<Fact, Located> facts) {
    Set<Root> found = new LinkedHashSet<>();
    for (Fact fact : facts.keySet()) {
      Root root =
          fact instanceof Fact.Reads reads
              ? reads.root()
              : fact instanceof Fact.Mutates mutates ? mutates.root() : Summary.FRESH;
      Root base = root.base();
      if (base instanceof Root.Variable) {
        found.add(base);
      }
    }
    return found;
  }

  private Map<Set<Root>, Set<Root>> stores() {
    Map<Root, Set<Root>> stores = new LinkedHashMap<>();
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
    Map<Set<Root>, Set<Root>> containers = new LinkedHashMap<>();
    stores.forEach(
        (container, stored) -> {
          if (!stored.isEmpty()) {
            containers.computeIfAbsent(stored, s -> new LinkedHashSet<>()).add(container);
          }
        });
    return containers;
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
    } else if (fact instanceof Fact.Shares shares) {
      outward(shares.root())
          .forEach(r -> facts.add(new Fact.Shares(r, shares.picklable(), shares.bound())));
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
    Set<Root> known = outward.get(root);
    if (known == null) {
      known = find(root);
      outward.put(root, known);
    }
    return known;
  }

  /** What may be called or reached outside; sites become the one fresh object. */
  private Set<Root> held(Set<Root> roots) {
    Set<Root> all = new LinkedHashSet<>();
    for (Root root : roots) {
      if (root instanceof Root.Site) {
        all.add(Summary.FRESH);
      } else {
        all.addAll(outward(root));
      }
    }
    return all;
  }

  /** An item is what the containers it was taken from hold. */
  private Set<Root> items(Root.ItemOf item) {
    Set<Root> reached = new LinkedHashSet<>();
    Set<Root.ItemOf> seen = new HashSet<>();
    List<Root.ItemOf> edge = new ArrayList<>(List.of(item));
    while (!edge.isEmpty()) {
      Root.ItemOf next = edge.remove(edge.size() - 1);
      if (!seen.add(next)) {
        continue;
      }
      for (Root root : Root.flat(frame.inside(frame.sources(next)))) {
        if (root instanceof Root.ItemOf other) {
          edge.add(other);
        } else {
          reached.add(root);
        }
      }
    }
    Set<Root> outer = new LinkedHashSet<>();
    reached.forEach(r -> outer.addAll(outward(r)));
    return outer;
  }

  private Set<Root> find(Root root) {
    if (root instanceof Root.Site) {
      return Set.of();
    }
    if (root instanceof Root.ItemOf item) {
      return items(item);
    }
    if (root instanceof Root.BoundMethod method) {
      return Root.bound(method.method(), method.receiverType(), held(method.receivers()));
    }
    if (root instanceof Root.Partial partial) {
      return Set.of(Root.partial(held(partial.callees()), held(partial.bound())));
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

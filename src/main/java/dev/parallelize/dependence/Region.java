package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The code of one iteration, and which of its effects stay inside it.
 *
 * @param item the abstract object of the current item
 * @param body what one iteration runs
 * @param candidateId for assumptions about this candidate
 * @param loopNames names of the frame that the loop binds: targets and body
 * @param own objects from outside of which each worker has its own
 */
record Region(
    Program program,
    Scope frame,
    Root.ItemOf item,
    Span body,
    String candidateId,
    Set<String> loopNames,
    PrivateObjects own) {
  private static final Map<Effect, Obstruction.Kind> KINDS =
      Map.ofEntries(
          Map.entry(Effect.OUTPUT, Obstruction.Kind.OUTPUT),
          Map.entry(Effect.INPUT, Obstruction.Kind.OUTPUT),
          Map.entry(Effect.RANDOM, Obstruction.Kind.RANDOMNESS),
          Map.entry(Effect.CLOCK, Obstruction.Kind.CLOCK),
          Map.entry(Effect.WRITES_FILES, Obstruction.Kind.WRITES_OUTSIDE),
          Map.entry(Effect.WRITES_NETWORK, Obstruction.Kind.WRITES_OUTSIDE),
          Map.entry(Effect.WRITES_DATABASE, Obstruction.Kind.WRITES_OUTSIDE),
          Map.entry(Effect.STARTS_PROCESS, Obstruction.Kind.WRITES_OUTSIDE),
          Map.entry(Effect.WRITES_PROCESS_STATE, Obstruction.Kind.PROCESS_STATE),
          Map.entry(Effect.EXITS, Obstruction.Kind.EARLY_EXIT),
          Map.entry(Effect.DYNAMIC_CODE, Obstruction.Kind.DYNAMIC_CODE));

  /** Whether the moment at which an effect happens can be told from outside. */
  static boolean isOrdered(Effect effect) {
    return KINDS.containsKey(effect);
  }

  List<Located> facts(Node node) {
    return program.facts(frame, node.span());
  }

  /** What in the node would be seen outside an iteration that runs apart from the others. */
  List<Obstruction> obstructions(Node node) {
    List<Obstruction> found = new ArrayList<>();
    for (Located located : facts(node)) {
      if (!readsInside(located, node) && !staysOnThread(located, node)) {
        obstruction(located).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A closure that stands in the node itself reads names there as the node does. */
  private static boolean readsInside(Located located, Node node) {
    return located.fact() instanceof Fact.ReadsName
        && node.start() <= located.origin()
        && located.origin() < node.end();
  }

  /** Tasks of an event loop share its one thread; only what blocks it would go to another. */
  private boolean staysOnThread(Located located, Node node) {
    return located.fact() instanceof Fact.Shares
        && Awaits.inCoroutine(program, frame)
        && Awaits.in(node);
  }

  private Optional<Obstruction> obstruction(Located located) {
    Fact fact = located.fact();
    if (fact instanceof Fact.Mutates mutates) {
      return mutation(mutates, located);
    } else if (fact instanceof Fact.BindsName binds) {
      return Optional.of(of(Obstruction.Kind.SHARED_MUTATION, binds.name(), located));
    } else if (fact instanceof Fact.Does does) {
      return effect(does, located);
    } else if (fact instanceof Fact.CallsUnknown unknown) {
      return Optional.of(
          assumable(
              Obstruction.Kind.UNKNOWN_CALL,
              unknown.callee(),
              located,
              new Assumption("pure", unknown.callee())));
    } else if (fact instanceof Fact.CallsParameter calls) {
      String name = calls.parameter().name();
      return Optional.of(
          assumable(Obstruction.Kind.UNKNOWN_CALL, name, located, new Assumption("pure", name)));
    } else if (fact instanceof Fact.ComparesIdentity compares && !isLocal(compares.root())) {
      return Optional.of(of(Obstruction.Kind.IDENTITY, describe(compares.root()), located));
    } else if (fact instanceof Fact.Shares shares) {
      return ThreadSharing.ofAny(this, shares, located);
    } else if (fact instanceof Fact.ReadsName reads
        && program.frameOf(reads.owner()) == frame
        && loopNames.contains(reads.name())
        && !located.via().isEmpty()) {
      return Optional.of(of(Obstruction.Kind.CARRIED_NAME, reads.name(), located));
    }
    return Optional.empty();
  }

  private Optional<Obstruction> mutation(Fact.Mutates mutates, Located located) {
    if (isLocal(mutates.root())) {
      return Optional.empty();
    }
    String symbol = describe(mutates.root());
    if (mutates.field().equals(Fact.EVERYTHING) || isOwnFile(mutates)) {
      return Optional.empty();
    }
    boolean item = mutates.root() instanceof Root.ItemOf || isItem(mutates.root());
    return Optional.of(
        of(
            item ? Obstruction.Kind.ARGUMENT_MUTATION : Obstruction.Kind.SHARED_MUTATION,
            symbol,
            located));
  }

  /** Each item is a path, or a file of its own, which nobody else reads. */
  private boolean isOwnFile(Fact.Mutates mutates) {
    Root base = mutates.root().base();
    return mutates.field().equals(Fact.FILE) && base.equals(item);
  }

  private Optional<Obstruction> effect(Fact.Does does, Located located) {
    Obstruction.Kind kind = KINDS.get(does.effect());
    if (kind == null) {
      return Optional.empty();
    }
    Assumption independent = new Assumption("independent", candidateId);
    if (kind == Obstruction.Kind.CLOCK && new Elapsed(program, frame, body).holds(located)) {
      return Optional.empty();
    }
    if (kind == Obstruction.Kind.WRITES_OUTSIDE) {
      boolean given = program.assumptions().all().contains(independent);
      return given
          ? Optional.empty()
          : Optional.of(assumable(kind, does.callee(), located, independent));
    }
    return Optional.of(of(kind, does.callee(), located));
  }

  /** A query that would be sent before an earlier item's change of the database. */
  Optional<Obstruction> changesWhatIsRead(Fact.Does write, Located at, List<Located> reads) {
    Assumption independent = new Assumption("independent", candidateId);
    boolean meets =
        write.effect() == Effect.WRITES_DATABASE
            && reads.stream()
                .anyMatch(
                    r -> r.fact() instanceof Fact.Does d && d.effect() == Effect.READS_DATABASE);
    return meets && !program.assumptions().all().contains(independent)
        ? Optional.of(assumable(Obstruction.Kind.WRITES_OUTSIDE, write.callee(), at, independent))
        : Optional.empty();
  }

  /** True for objects that come into being inside one iteration and that it alone can reach. */
  boolean isLocal(Root root) {
    return isLocal(root, new LinkedHashSet<>());
  }

  private boolean isLocal(Root root, Set<Root> seen) {
    if (!seen.add(root) || own.holds(root)) {
      return true;
    }
    if (root instanceof Root.Site site) {
      return body.start() <= site.start() && site.end() <= body.end();
    }
    if (root instanceof Root.ItemOf inner && !inner.equals(item)) {
      boolean inside = body.start() <= inner.start() && inner.end() <= body.end();
      Frame home = program.frame(frame);
      return inside
          && home.reachable(home.contents(home.sources(inner))).stream()
              .allMatch(r -> isLocal(r, seen));
    }
    if (root instanceof Root.FunctionObject function) {
      return isWithin(function.scope());
    }
    if (root instanceof Root.ClassObject type) {
      return isWithin(type.scope());
    }
    return root.isCode();
  }

  private boolean isWithin(Scope scope) {
    return body.start() <= scope.node().start() && scope.node().end() <= body.end();
  }

  private boolean isItem(Root root) {
    return program.mayAlias(frame, root, item);
  }

  /** Whether anything outside the iteration can tell that the fact happened. */
  boolean isVisible(Fact fact) {
    if (fact instanceof Fact.Mutates mutates) {
      return !isLocal(mutates.root());
    }
    return fact instanceof Fact.BindsName
        || fact instanceof Fact.CallsUnknown
        || fact instanceof Fact.CallsParameter
        || (fact instanceof Fact.Does does && KINDS.containsKey(does.effect()));
  }

  /** Whether it can still be told after an exception has left the function. */
  boolean outlives(Fact fact) {
    if (fact instanceof Fact.Mutates mutates) {
      Root root = mutates.root();
      return !isLocal(root) && (!(root instanceof Root.Site) || isKept(root));
    }
    return isVisible(fact);
  }

  /** Whether the function's caller, or a function inside of it, may come by the object later. */
  private boolean isKept(Root root) {
    Frame home = program.frame(frame);
    return home.isKept(root)
        || home.namesHolding(root).stream()
            .flatMap(name -> program.mentions(name).stream())
            .filter(
                n ->
                    program.scopes().around(n).owner(n.id()).map(program::frameOf).orElse(frame)
                        == frame)
            .anyMatch(n -> program.frameOf(program.scopes().around(n)) != frame);
  }

  static Obstruction of(Obstruction.Kind kind, String symbol, Located located) {
    return new Obstruction(kind, symbol, located.origin(), located.via(), Optional.empty());
  }

  static Obstruction assumable(
      Obstruction.Kind kind, String symbol, Located located, Assumption assumption) {
    return new Obstruction(kind, symbol, located.origin(), located.via(), Optional.of(assumption));
  }

  /** The name a person would use for an abstract object. */
  String describe(Root root) {
    if (root instanceof Root.Parameter p) {
      return p.name();
    } else if (root instanceof Root.Variable v) {
      return v.name();
    } else if (root instanceof Root.Inside inside) {
      return describe(inside.base());
    } else if (root instanceof Root.ClassObject c) {
      return c.scope().qualifiedName();
    } else if (root instanceof Root.FunctionObject f) {
      return f.scope().qualifiedName();
    } else if (root instanceof Root.Site || root instanceof Root.ItemOf) {
      return holderOf(root);
    }
    return "an object from outside";
  }

  private String holderOf(Root root) {
    return program
        .frame(frame)
        .nameHolding(root)
        .orElse(root instanceof Root.ItemOf ? "the loop's item" : "an object made before the loop");
  }
}

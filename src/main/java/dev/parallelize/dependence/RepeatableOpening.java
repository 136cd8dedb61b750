package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether opening another connection by the same call, at any time until a loop is done, does nothing else and leads to the
 * same place: its arguments say the same, and no function that it calls keeps what it opens, or does anything that is seen.
 *
 * @param part what each iteration of the loop runs
 * @param until where the loop ends for good
 */
record RepeatableOpening(Program program, Scope frame, List<Node> part, int until) {
  /** What code that opens another connection may do besides. */
  private static final Set<Effect> OPENING =
      Set.of(Effect.READS_DATABASE, Effect.READS_ENVIRONMENT, Effect.UNPICKLABLE_RESULT);

  boolean holds(Expression.Call connect) {
    List<Located> done = program.facts(frame, connect.span());
    boolean fresh =
        program.value(connect).roots().stream().allMatch(r -> isMadeBy(r, connect))
            && !program.value(connect).roots().isEmpty();
    boolean quiet = done.stream().allMatch(l -> isQuiet(l.fact(), connect));
    boolean plain =
        connect.keywords().stream()
            .noneMatch(k -> k.name().filter(n -> n.startsWith("async")).isPresent());
    boolean[] named = {true};
    Walk.each(connect, n -> named[0] &= isSteadyName(n) && !isSnapshot(n));
    return fresh && quiet && plain && named[0] && !changesLater(done, connect);
  }

  /** The object comes into being in the call, and is not one that a function keeps. */
  private boolean isMadeBy(Root root, Expression.Call call) {
    if (!(root instanceof Root.Site site)) {
      return false;
    }
    boolean here = site.start() == call.start() && site.end() == call.end();
    return here
        || program.targets(call).stream()
            .anyMatch(
                t ->
                    t instanceof CallTarget.ProgramFunction f
                        && f.scope().node().start() <= site.start()
                        && site.end() <= f.scope().node().end());
  }

  private boolean isQuiet(Fact fact, Expression.Call connect) {
    if (fact instanceof Fact.Does does) {
      return OPENING.contains(does.effect());
    } else if (fact instanceof Fact.Mutates m) {
      return isMadeBy(m.root(), connect);
    }
    return !(fact instanceof Fact.CallsUnknown
        || fact instanceof Fact.CallsParameter
        || fact instanceof Fact.BindsName);
  }

  private boolean isSteadyName(Node node) {
    if (!(node instanceof Expression.Name name)) {
      return true;
    }
    boolean ours =
        program.scopes().around(name).owner(name.id()).filter(o -> o == frame).isPresent();
    return name.context() == Context.LOAD
        && (!ours
            || PrivateConnection.mentions(program, frame, name.id()).stream()
                .filter(n -> n.context() != Context.LOAD)
                .allMatch(n -> n.start() < name.start() && !isRepeated(n)));
  }

  /** Assigned in a loop, it may change while an earlier value is in use. */
  private boolean isRepeated(Expression.Name name) {
    return part.stream().anyMatch(p -> p.span().contains(name.span()));
  }

  private boolean isSnapshot(Node node) {
    return node instanceof Expression.Constant c
        && program.tree().source().text(c.span()).toLowerCase(Locale.ROOT).contains("isolation");
  }

  private boolean changesLater(List<Located> done, Expression.Call connect) {
    Span after = new Span(connect.end(), until);
    Set<Root> read = new LinkedHashSet<>();
    Set<String> fields = new LinkedHashSet<>();
    connect.arguments().forEach(a -> Walk.each(a, n -> read(n, read, fields)));
    connect.keywords().forEach(k -> Walk.each(k, n -> read(n, read, fields)));
    for (Located later : program.facts(frame, after)) {
      if (later.fact() instanceof Fact.Mutates m
          && (fields.isEmpty() || fields.stream().anyMatch(f -> Fact.overlap(f, m.field())))
          && read.stream().anyMatch(r -> program.mayAlias(frame, r, m.root()))) {
        return true;
      } else if (later.fact() instanceof Fact.Mutates m
          && done.stream()
              .anyMatch(
                  l ->
                      l.fact() instanceof Fact.Reads r
                          && !isMadeBy(r.root(), connect)
                          && Fact.overlap(r.field(), m.field())
                          && program.mayAlias(frame, r.root(), m.root()))) {
        return true;
      } else if (later.fact() instanceof Fact.BindsName b
          && done.stream()
              .anyMatch(l -> l.fact() instanceof Fact.ReadsName r && r.name().equals(b.name()))) {
        return true;
      } else if (later.fact() instanceof Fact.Does d && d.effect() == Effect.WRITES_PROCESS_STATE) {
        return true;
      }
    }
    return false;
  }

  /** What the arguments look at: {@code self} and {@code dsn} of {@code self.dsn}. */
  private void read(Node node, Set<Root> roots, Set<String> fields) {
    if (node instanceof Expression.Name name) {
      roots.addAll(program.value(name).roots());
    } else if (node instanceof Expression.Attribute a) {
      fields.add(a.attribute());
    }
    if (node instanceof Expression.Subscript || node instanceof Keyword k && k.name().isEmpty()) {
      fields.add(Fact.ELEMENTS);
    }
  }
}

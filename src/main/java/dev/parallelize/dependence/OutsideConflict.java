package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A recurrence through a file or a server: one iteration writes what the next one reads. Both are named by the same text
 * that no iteration changes; a name that depends on the item is taken for a place of its own.
 */
final class OutsideConflict {
  private static final Map<Effect, Effect> READS =
      Map.of(Effect.WRITES_FILES, Effect.READS_FILES, Effect.WRITES_NETWORK, Effect.READS_NETWORK);

  /** What these give changes with every file that comes into the folder. */
  private static final Set<String> LISTINGS =
      Set.of(
          "os.listdir",
          "os.scandir",
          "os.walk",
          "os.fwalk",
          "glob.glob",
          "glob.iglob",
          "pathlib.Path.iterdir",
          "pathlib.Path.glob",
          "pathlib.Path.rglob",
          "pathlib.Path.walk");

  private final Region region;
  private final Program program;
  private Optional<Map<Integer, List<Expression.Call>>> calls = Optional.empty();

  OutsideConflict(Region region) {
    this.region = region;
    this.program = region.program();
  }

  /** What the write changes for a later read, if they name the same place. */
  Optional<Obstruction> of(Fact.Does write, Located at, List<Located> facts) {
    Assumption independent = new Assumption("independent", region.candidateId());
    Optional<Shared> shared = shared(write, at, facts);
    if (shared.filter(Shared::surely).isPresent()) {
      return Optional.of(Region.of(Obstruction.Kind.CARRIED_OBJECT, shared.get().place(), at));
    }
    return shared
        .filter(s -> !program.assumptions().all().contains(independent))
        .map(
            s ->
                Region.assumable(Obstruction.Kind.WRITES_OUTSIDE, write.callee(), at, independent));
  }

  /** A file that the part writes and the body reads, the same in all iterations: nobody can vouch for that. */
  List<Obstruction> within(Node part, List<? extends Node> body) {
    List<Obstruction> found = new ArrayList<>();
    for (Located at : region.facts(part)) {
      if (at.fact() instanceof Fact.Does write && READS.containsKey(write.effect())) {
        List<Located> all = body.stream().flatMap(s -> region.facts(s).stream()).toList();
        of(write, at, all).filter(o -> !o.assumable()).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A place that is read and written. */
  private record Shared(String place, boolean surely) {}

  private Optional<Shared> shared(Fact.Does write, Located at, List<Located> facts) {
    if (!READS.containsKey(write.effect())) {
      return Optional.empty();
    }
    boolean file = write.effect() == Effect.WRITES_FILES;
    Map<String, Boolean> written = new HashMap<>();
    Optional<Shared> found = Optional.empty();
    for (Located read : facts) {
      if (read.fact() instanceof Fact.Does d && d.effect() == READS.get(write.effect())) {
        written = written.isEmpty() ? places(at) : written;
        if (LISTINGS.contains(d.callee()) && found.isEmpty()) {
          found = folder(read, at);
        }
        for (Map.Entry<String, Boolean> place : places(read).entrySet()) {
          Optional<Boolean> sure = Optional.ofNullable(written.get(place.getKey()));
          if (sure.isPresent() && found.filter(Shared::surely).isEmpty()) {
            found = Optional.of(new Shared(place.getKey(), file && sure.get() && place.getValue()));
          }
        }
      }
    }
    return found;
  }

  /** The folder that is listed, where the writing call says so, or where that is the working folder. */
  private Optional<Shared> folder(Located listing, Located write) {
    Set<String> named = new HashSet<>();
    longest(write.start(), write.end()).ifPresent(c -> Walk.each(c, n -> named.add(text(n))));
    Set<String> listed = places(listing).keySet();
    boolean fixed = listed.isEmpty() || listed.stream().allMatch(OutsideConflict::isQuoted);
    return listed.stream()
        .filter(named::contains)
        .findFirst()
        .or(() -> fixed ? Optional.of("the working folder") : Optional.empty())
        .map(place -> new Shared(place, false));
  }

  private static boolean isQuoted(String text) {
    return text.endsWith("\"") || text.endsWith("'");
  }

  private String text(Node node) {
    return program.tree().source().text(node.span());
  }

  /**
   * The texts, the same in all iterations, that may name the place: arguments and receivers, and whether they surely do,
   * which is not known of what is passed to a function that does it.
   */
  private Map<String, Boolean> places(Located located) {
    Map<String, Boolean> texts = new HashMap<>();
    boolean direct = located.via().isEmpty();
    longest(located.start(), located.end()).ifPresent(c -> add(c, texts, false, direct));
    if (!direct) {
      longest(located.origin(), Integer.MAX_VALUE).ifPresent(c -> add(c, texts, true, true));
    }
    return texts;
  }

  /** Of {@code Path(p).read_text()}, all of it. */
  private Optional<Expression.Call> longest(int start, int last) {
    return calls().getOrDefault(start, List.of()).stream()
        .filter(c -> c.end() <= last)
        .max(Comparator.comparingInt(Expression.Call::end));
  }

  private void add(
      Expression.Call call, Map<String, Boolean> texts, boolean elsewhere, boolean surely) {
    List<Expression> named = new ArrayList<>(call.arguments());
    if (call.function() instanceof Expression.Attribute method) {
      named.add(method.value());
    }
    for (Expression e : named.stream().map(OutsideConflict::unwrapped).toList()) {
      if (isPlace(e) && isSteady(e, elsewhere)) {
        texts.put(text(e), surely);
      }
    }
  }

  /** What is in {@code Path(p)} and {@code open(p, "w")}. */
  private static Expression unwrapped(Expression e) {
    boolean opens =
        e instanceof Expression.Call call
            && !call.arguments().isEmpty()
            && (call.arguments().size() == 1
                || (call.function() instanceof Expression.Name name && name.id().equals("open")));
    return opens ? unwrapped(((Expression.Call) e).arguments().get(0)) : e;
  }

  /** No mode, no number. */
  private static boolean isPlace(Expression e) {
    return e instanceof Expression.Constant c
        ? c.value() instanceof Literal.Text text && text.value().length() > 3
        : e instanceof Expression.Name
            || e instanceof Expression.Attribute
            || e instanceof Expression.BinOp
            || e instanceof Expression.Call;
  }

  /** In another function only what its module defines means the same as here. */
  private boolean isSteady(Expression e, boolean elsewhere) {
    boolean[] steady = {true};
    boolean[] named = {e instanceof Expression.Constant};
    Walk.each(
        e,
        n -> {
          if (n instanceof Expression.Name name) {
            Optional<Scope> owner = program.scopes().around(name).owner(name.id());
            boolean module = owner.filter(o -> o == program.scopes().module()).isPresent();
            boolean code = program.value(name).roots().stream().anyMatch(r -> r.isCode());
            steady[0] &= !region.loopNames().contains(name.id());
            steady[0] &= !elsewhere || module || owner.isEmpty();
            named[0] |= !code;
          } else if (n instanceof Expression.Constant) {
            named[0] = true;
          }
        });
    return steady[0] && named[0];
  }

  private Map<Integer, List<Expression.Call>> calls() {
    if (calls.isEmpty()) {
      Map<Integer, List<Expression.Call>> found = new HashMap<>();
      Walk.each((Node) program.tree().module(), n -> add(n, found));
      calls = Optional.of(found);
    }
    return calls.get();
  }

  private static void add(Node node, Map<Integer, List<Expression.Call>> found) {
    if (node instanceof Expression.Call call) {
      found.computeIfAbsent(call.start(), s -> new ArrayList<>()).add(call);
    }
  }
}

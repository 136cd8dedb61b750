package dev.parallelize.strategy;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that threads must not share, of which each thread can have one of its own: it is made and set
 * up in front of the loop, and nothing but the costly part uses it.
 *
 * @param name the variable that holds it
 * @param made the assignment that makes it
 * @param settings the statements right behind that set it up
 * @param closed the statement that closes it, if there is one
 * @param captured variables of the function that making and setting up reads
 */
public record PerThread(
    String name,
    Statement.Assign made,
    List<Statement> settings,
    Optional<Statement> closed,
    List<String> captured) {
  private static final Set<String> TYPES = Set.of("requests.Session");

  private static final Set<Effect> REPEATABLE =
      Set.of(Effect.READS_ENVIRONMENT, Effect.UNPICKLABLE_RESULT);

  public PerThread {
    settings = List.copyOf(settings);
    captured = List.copyOf(captured);
  }

  /** The object of a candidate; empty when there is none, or it has to stay one. */
  public static Optional<PerThread> of(Judgement judgement) {
    return search(judgement).flatMap(Search::found);
  }

  /** The {@code with} block that opens such an object, where an assignment would do as well. */
  public static Optional<Statement.With> opened(Judgement judgement) {
    return search(judgement).flatMap(Search::opened);
  }

  /** The name of such an object, however it is made; empty for none. */
  static String name(Judgement judgement) {
    return of(judgement)
        .map(PerThread::name)
        .or(
            () ->
                opened(judgement)
                    .flatMap(w -> w.items().get(0).target())
                    .map(t -> ((Expression.Name) t).id()))
        .orElse("");
  }

  private static Optional<Search> search(Judgement original) {
    Judgement judgement = original.planned();
    if (!(judgement.candidate().frame().node() instanceof Statement.FunctionDef function)) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    List<Node> parts = TaskParts.of(judgement).parts();
    parts.forEach(p -> Walk.each(p, n -> add(judgement, n, names)));
    return names.size() == 1
        ? Optional.of(new Search(judgement, function, parts, names.iterator().next()))
        : Optional.empty();
  }

  private static void add(Judgement judgement, Node node, Set<String> names) {
    Program program = judgement.program();
    if (node instanceof Expression.Name name
        && TYPES.contains(program.type(name).name())
        && program
            .scopes()
            .around(name)
            .owner(name.id())
            .filter(o -> o == judgement.candidate().frame())
            .isPresent()) {
      names.add(name.id());
    }
  }

  /** Everything that goes: each thread does it for itself. */
  public List<Statement> statements() {
    List<Statement> all = new ArrayList<>(List.of(made));
    all.addAll(settings);
    closed.ifPresent(all::add);
    return all;
  }

  private record Search(
      Judgement judgement, Statement.FunctionDef function, List<Node> parts, String name) {
    Optional<PerThread> found() {
      for (List<Statement> block : Blocks.of(function)) {
        for (Statement s : block) {
          if (s instanceof Statement.Assign assign && makes(assign)) {
            return in(block, assign);
          }
        }
      }
      return Optional.empty();
    }

    Optional<Statement.With> opened() {
      for (List<Statement> block : Blocks.of(function)) {
        for (Statement s : block) {
          if (s instanceof Statement.With with && opens(with) && holdsLoop(with)) {
            return in(with) ? Optional.of(with) : Optional.empty();
          }
        }
      }
      return Optional.empty();
    }

    private boolean opens(Statement.With with) {
      WithItem item = with.items().get(0);
      return with.items().size() == 1
          && item.context() instanceof Expression.Call
          && item.target().orElse(null) instanceof Expression.Name n
          && n.id().equals(name);
    }

    private boolean in(Statement.With with) {
      List<Node> known = new ArrayList<>(parts);
      known.add(with.items().get(0));
      int at = 0;
      while (setsUp(with.body().get(at))) {
        known.add(with.body().get(at++));
      }
      return !usedBesides(known);
    }

    private boolean makes(Statement.Assign assign) {
      return assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name n
          && n.id().equals(name)
          && assign.value() instanceof Expression.Call;
    }

    private Optional<PerThread> in(List<Statement> block, Statement.Assign made) {
      List<Statement> settings = new ArrayList<>();
      int at = block.indexOf(made) + 1;
      while (at < block.size() && setsUp(block.get(at))) {
        settings.add(block.get(at++));
      }
      boolean loop = block.subList(at, block.size()).stream().anyMatch(this::holdsLoop);
      Optional<Statement> closed = block.stream().filter(this::closes).findFirst();
      List<Node> known = new ArrayList<>(parts);
      known.add(made);
      known.addAll(settings);
      closed.ifPresent(known::add);
      List<Statement> own = new ArrayList<>(settings);
      own.add(made);
      Optional<List<String>> captured = captured(own);
      return loop && isRepeatable(own) && captured.isPresent() && !usedBesides(known)
          ? Optional.of(new PerThread(name, made, settings, closed, captured.get()))
          : Optional.empty();
    }

    private boolean holdsLoop(Statement s) {
      return s.span().contains(judgement.candidate().node().span());
    }

    private boolean closes(Statement s) {
      return s instanceof Statement.ExpressionStatement e
          && e.value() instanceof Expression.Call call
          && call.function() instanceof Expression.Attribute a
          && a.attribute().equals("close")
          && a.value() instanceof Expression.Name n
          && n.id().equals(name);
    }

    /** {@code session.headers.update(…)}, {@code session.auth = …}. */
    private boolean setsUp(Statement s) {
      Optional<Expression> changed = Optional.empty();
      if (s instanceof Statement.ExpressionStatement e && e.value() instanceof Expression.Call c) {
        changed = Optional.of(c.function());
      } else if (s instanceof Statement.Assign a && a.targets().size() == 1) {
        changed = Optional.of(a.targets().get(0));
      }
      return changed.filter(this::isInside).isPresent() && !closes(s) && !sends(s);
    }

    /** True for an attribute or element of the object, or of what it holds. */
    private boolean isInside(Expression place) {
      Expression base =
          place instanceof Expression.Attribute a
              ? a.value()
              : place instanceof Expression.Subscript t ? t.value() : place;
      return base != place
          && (base instanceof Expression.Name n ? n.id().equals(name) : isInside(base));
    }

    private boolean sends(Statement s) {
      return judgement.program().facts(judgement.candidate().frame(), s.span()).stream()
          .anyMatch(l -> l.fact() instanceof Fact.Blocks);
    }

    /** Making and setting up calls nothing but the library, which does and changes nothing else. */
    private boolean isRepeatable(List<Statement> own) {
      Program program = judgement.program();
      boolean[] known = {own.stream().allMatch(s -> isSteady(s, own))};
      own.forEach(
          s ->
              Walk.each(
                  s,
                  n ->
                      known[0] &=
                          !(n instanceof Expression.Call call)
                              || program.targets(call).stream()
                                  .allMatch(CallTarget.Known.class::isInstance)));
      return known[0];
    }

    /** Each thread sets up the same: what is drawn, asked for or taken from somewhere would differ. */
    private boolean isSteady(Statement s, List<Statement> own) {
      return given(s).stream()
          .flatMap(e -> judgement.program().facts(judgement.candidate().frame(), e.span()).stream())
          .map(Located::fact)
          .allMatch(
              f ->
                  f instanceof Fact.Does d
                      ? REPEATABLE.contains(d.effect())
                      : !(f instanceof Fact.Mutates m) || isMadeBy(m.root(), own));
    }

    /** The values that it is set up with. */
    private static List<Expression> given(Statement s) {
      if (s instanceof Statement.Assign assign) {
        return List.of(assign.value());
      }
      Expression.Call call = (Expression.Call) ((Statement.ExpressionStatement) s).value();
      List<Expression> given = new ArrayList<>(call.arguments());
      call.keywords().forEach(k -> given.add(k.value()));
      return given;
    }

    private static boolean isMadeBy(Root root, List<Statement> own) {
      return root.base() instanceof Root.Site site
          && own.stream().anyMatch(s -> s.start() <= site.start() && site.end() <= s.end());
    }

    /** The variables of the function that are read; empty when one may change on the way. */
    private Optional<List<String>> captured(List<Statement> own) {
      Scope frame = judgement.candidate().frame();
      Set<String> names = new LinkedHashSet<>();
      own.forEach(
          s ->
              Walk.each(
                  s,
                  n -> {
                    if (n instanceof Expression.Name x
                        && !x.id().equals(name)
                        && judgement
                            .program()
                            .scopes()
                            .around(x)
                            .owner(x.id())
                            .filter(o -> o == frame)
                            .isPresent()) {
                      names.add(x.id());
                    }
                  }));
      boolean steady = names.stream().allMatch(n -> stores(n) <= 1);
      return steady ? Optional.of(List.copyOf(names)) : Optional.empty();
    }

    private int stores(String variable) {
      int[] count = {0};
      Walk.each(
          function,
          n ->
              count[0] +=
                  n instanceof Expression.Name x
                          && x.id().equals(variable)
                          && x.context() != Context.LOAD
                      ? 1
                      : 0);
      return count[0];
    }

    private boolean usedBesides(List<Node> known) {
      boolean[] used = {false};
      Walk.where(
          function,
          n -> {
            used[0] |= n instanceof Expression.Name x && x.id().equals(name);
            return !known.contains(n);
          });
      return used[0];
    }
  }
}

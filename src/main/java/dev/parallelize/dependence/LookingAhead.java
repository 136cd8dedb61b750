package dev.parallelize.dependence;

import dev.parallelize.library.Blocking;
import dev.parallelize.library.Effect;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told when a loop takes items before it is done with the ones before them: somebody sends the next item
 * only when the answer to the last one is out; a loop that ends early, or fails, has taken more than it used.
 *
 * @param made what is done where items are made
 */
record LookingAhead(Program program, Region region, Statement.For loop, List<Located> made) {
  private static final int MOST_CALLS = 4;

  /** What a workers' pool may do for items that nobody ever asks for: nothing but compute. */
  static boolean mayBeInVain(Region region, List<Statement> body) {
    return body.stream()
        .flatMap(s -> region.facts(s).stream())
        .map(Located::fact)
        .noneMatch(f -> f instanceof Fact.Blocks || f instanceof Fact.CallsUnknown);
  }

  /**
   * @param exits whether the loop may end before its items do, with code of the function after it
   */
  Optional<Obstruction> obstruction(Iteration iteration, boolean exits) {
    boolean lazy =
        iteration.kind() == Iteration.Kind.ONE_SHOT
            || iteration.kind() == Iteration.Kind.INFINITE
            || Iterations.callsForEachItem(program, loop.iterable());
    Assumption independent = new Assumption("independent", region.candidateId());
    if (!lazy) {
      return Optional.empty();
    }
    Optional<Obstruction> same = sameFile();
    if (same.isPresent() || program.assumptions().all().contains(independent)) {
      return same;
    }
    boolean answers =
        loop.body().stream()
            .flatMap(s -> region.facts(s).stream())
            .anyMatch(l -> region.outlives(l.fact()));
    boolean endless = iteration.kind() == Iteration.Kind.INFINITE;
    boolean waits = answers && (waitsForInput(loop.iterable()) || waitsForOthers(endless));
    return waits || usesUp(exits)
        ? Optional.of(
            new Obstruction(
                Obstruction.Kind.USED_UP_ITERATOR,
                program.tree().source().text(loop.iterable().span()),
                loop.iterable().start(),
                List.of(),
                Optional.of(independent)))
        : Optional.empty();
  }

  /** Whether the next item may be one that somebody sends as an answer. */
  private boolean waitsForOthers(boolean endless) {
    return made.stream()
        .map(Located::fact)
        .anyMatch(
            f ->
                f instanceof Fact.Does d && d.effect() == Effect.INPUT
                    || f instanceof Fact.Blocks b && endless && b.kind() == Blocking.SLEEP);
  }

  /** Whether items are taken out of something that others use, and then may be lost. */
  private boolean usesUp(boolean exits) {
    boolean calls = Iterations.callsForEachItem(program, loop.iterable());
    return callsUntil()
        || made.stream()
            .map(Located::fact)
            .anyMatch(
                f ->
                    f instanceof Fact.Mutates m
                            && !m.field().equals(Fact.EVERYTHING)
                            && (exits || calls)
                            && isSeenLater(m.root(), exits)
                        || exits && f instanceof Fact.Iterates i && mayBeIterator(i.root())
                        || calls
                            && (f instanceof Fact.CallsUnknown
                                || f instanceof Fact.CallsParameter));
  }

  /** Whether a generator was given an object of others that goes on where it was left. */
  private boolean mayBeIterator(Root root) {
    boolean[] found = {false};
    Walk.each(
        loop.iterable(),
        n ->
            found[0] |=
                n instanceof Expression.Name name
                    && program.value(name).roots().contains(root)
                    && !Iterations.isRepeatable(program.type(name))
                    && isSeenLater(root, true));
    return found[0];
  }

  /** {@code iter(queue.get, None)}, where the queue is not this function's own. */
  private boolean callsUntil() {
    if (!(loop.iterable() instanceof Expression.Call call)
        || call.arguments().size() != 2
        || program.targets(call).stream()
            .noneMatch(
                t ->
                    t instanceof CallTarget.Known k && k.callee().name().equals("builtins.iter"))) {
      return false;
    }
    Set<Root> roots = Root.flat(program.value(call.arguments().get(0)).roots());
    return roots.isEmpty()
        || roots.stream().filter(r -> !r.isCode()).anyMatch(r -> isSeenLater(r, true));
  }

  /** Whether somebody may come by what items are taken out of when the loop is over. */
  private boolean isSeenLater(Root root, boolean exits) {
    if (root.isCode()) {
      return false;
    } else if (!(root instanceof Root.Site)) {
      return region.outlives(new Fact.Mutates(root, Fact.ELEMENTS));
    }
    return exits
        && program.frame(region.frame()).namesHolding(root).stream()
            .flatMap(name -> program.mentions(name).stream())
            .anyMatch(
                n ->
                    n.start() >= loop.end()
                        && program
                            .scopes()
                            .around(n)
                            .owner(n.id())
                            .filter(o -> program.frameOf(o) == region.frame())
                            .isPresent());
  }

  private boolean waitsForInput(Node node) {
    return waitsForInput(node, new HashSet<>());
  }

  private boolean waitsForInput(Node node, Set<Scope> seen) {
    boolean[] found = {false};
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression e && isInput(e)) {
            found[0] = true;
          } else if (n instanceof Expression.Call call && seen.size() < MOST_CALLS) {
            for (CallTarget target : program.targets(call)) {
              if (target instanceof CallTarget.ProgramFunction f && seen.add(f.scope())) {
                found[0] |= waitsForInput(f.scope().node(), seen);
              }
            }
          }
        });
    return found[0];
  }

  private boolean isInput(Expression e) {
    return program
        .library()
        .type(program.type(e).name())
        .map(LibraryType::methods)
        .map(methods -> methods.get("__next__"))
        .filter(next -> next.effects().contains(Effect.INPUT))
        .isPresent();
  }

  /** The body writes to a file that its items are read from. */
  private Optional<Obstruction> sameFile() {
    Set<String> read = new HashSet<>();
    read.addAll(arguments(loop.iterable()));
    generators(loop.iterable(), new HashSet<>()).forEach(g -> read.addAll(fixed(g)));
    for (Located located : made) {
      Walk.each(
          region.frame().node(),
          n -> {
            if (n instanceof Expression.Call call
                && call.start() == located.start()
                && call.end() == located.end()) {
              read.addAll(arguments(call));
            }
          });
    }
    for (Statement statement : loop.body()) {
      for (Located located : region.facts(statement)) {
        if (located.fact() instanceof Fact.Does d
            && d.effect() == Effect.WRITES_FILES
            && mentions(statement, located, read)) {
          return Optional.of(Region.of(Obstruction.Kind.ITERABLE_MUTATED, d.callee(), located));
        }
      }
    }
    return Optional.empty();
  }

  /** The functions of the program that make the items, and those that they call. */
  private Set<Node> generators(Node node, Set<Node> found) {
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Call call && found.size() < MOST_CALLS) {
            for (CallTarget target : program.targets(call)) {
              if (target instanceof CallTarget.ProgramFunction f && found.add(f.scope().node())) {
                generators(f.scope().node(), found);
              }
            }
          }
        });
    return found;
  }

  /** Arguments of calls in a function that mean the same everywhere: literals, and names of the module. */
  private Set<String> fixed(Node function) {
    Set<String> texts = new HashSet<>();
    Walk.each(
        function,
        n -> {
          if (n instanceof Expression.Call call) {
            call.arguments().stream().filter(this::isFixed).forEach(a -> texts.add(text(a)));
            if (call.function() instanceof Expression.Attribute m && isFixed(m.value())) {
              texts.add(text(m.value()));
            }
          }
        });
    return texts;
  }

  private boolean isFixed(Expression e) {
    return e instanceof Expression.Constant
        || e instanceof Expression.Name name
            && program
                .scopes()
                .around(name)
                .owner(name.id())
                .filter(o -> o == program.scopes().module())
                .isPresent();
  }

  private Set<String> arguments(Node node) {
    Set<String> texts = new HashSet<>();
    Walk.each(
        node,
        n -> {
          if (n instanceof Expression.Call call) {
            call.arguments().forEach(a -> texts.add(text(a)));
            if (call.function() instanceof Expression.Attribute method) {
              texts.add(text(method.value()));
            }
          }
        });
    return texts;
  }

  private boolean mentions(Statement statement, Located write, Set<String> read) {
    boolean[] found = {false};
    Walk.each(
        statement,
        n ->
            found[0] |=
                n instanceof Expression.Call call
                    && call.start() == write.start()
                    && call.end() == write.end()
                    && (call.arguments().stream().limit(1).anyMatch(a -> read.contains(text(a)))
                        || call.function() instanceof Expression.Attribute method
                            && method.value() instanceof Expression.Name
                            && read.contains(text(method.value()))));
    return found[0];
  }

  private String text(Node node) {
    return program.tree().source().text(node.span());
  }
}

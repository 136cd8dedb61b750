package dev.parallelize.dependence;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Set;

/**
 * Values made on demand that the statement around them uses up: the loop over them, {@code reduce}, {@code
 * chain.from_iterable} inside of what makes a list. They may be made ahead of their use if what is done with one of them
 * changes nothing that another is made from.
 */
final class UsedUpInOrder {
  private static final Set<Effect> UNSEEN =
      Set.of(Effect.OUTPUT, Effect.UNPICKLABLE_RESULT, Effect.READS_ENVIRONMENT);

  private static final Set<String> STOPPING = Set.of("any", "all", "next");

  private final Program program;
  private final Scope frame;
  private final Statement statement;
  private final Node made;

  private UsedUpInOrder(Program program, Candidate candidate) {
    this.program = program;
    this.frame = candidate.frame();
    this.statement = candidate.statement();
    this.made = candidate.node();
  }

  static boolean holds(Program program, Candidate candidate, Set<String> consumers) {
    UsedUpInOrder use = new UsedUpInOrder(program, candidate);
    return use.isUsedUp(consumers) && use.isApart();
  }

  private boolean isUsedUp(Set<String> consumers) {
    if (statement instanceof Statement.For loop && isIterable(loop.iterable())) {
      return loop.orElse().isEmpty()
          && loop.body().stream().noneMatch(s -> FissionBuilder.leaves(s, false))
          && loop.body().stream().noneMatch(UsedUpInOrder::yields);
    }
    boolean[] found = {false};
    Walk.each(
        statement,
        n -> {
          if (n instanceof Expression.Call call) {
            found[0] |= isCallOf(call, "functools.reduce") && call.arguments().indexOf(made) == 1;
            found[0] |= isChained(call, consumers) || isPaired(call, consumers);
          } else if (n instanceof Expression && !(n instanceof Expression.GeneratorExp)) {
            List<Comprehension> clauses = Comprehension.of(n);
            found[0] |= !clauses.isEmpty() && isIterable(clauses.get(0).iterable());
          }
        });
    return found[0];
  }

  private static boolean yields(Statement s) {
    boolean[] found = {false};
    Walk.each(
        s, n -> found[0] |= n instanceof Expression.Yield || n instanceof Expression.YieldFrom);
    return found[0];
  }

  /** The values themselves, numbered or side by side with others. */
  private boolean isIterable(Expression iterable) {
    return iterable == made
        || iterable instanceof Expression.Call view
            && (isCallOf(view, "builtins.enumerate") || isCallOf(view, "builtins.zip"))
            && view.arguments().contains(made)
            && view.arguments().stream()
                .allMatch(a -> a == made || Iterations.isRepeatable(program.type(a)));
  }

  /** {@code list(chain.from_iterable(…))}. */
  private boolean isChained(Expression.Call call, Set<String> consumers) {
    return call.function() instanceof Expression.Name consumer
        && consumers.contains(consumer.id())
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Call chain
        && isCallOf(chain, "itertools.chain.from_iterable")
        && chain.arguments().equals(List.of(made));
  }

  /** {@code dict(zip(xs, …))}: all of it is used up, whichever of the two ends first. */
  private boolean isPaired(Expression.Call call, Set<String> consumers) {
    return call.function() instanceof Expression.Name consumer
        && consumers.contains(consumer.id())
        && !STOPPING.contains(consumer.id())
        && isCallOf(call, "builtins." + consumer.id())
        && call.arguments().size() == 1
        && call.arguments().get(0) != made
        && isIterable(call.arguments().get(0));
  }

  private boolean isCallOf(Expression.Call call, String name) {
    return SpelledOut.isCallOf(program, call, name);
  }

  /** Whether what else the statement does leaves alone what the values are made from. */
  private boolean isApart() {
    Span whole =
        statement instanceof Statement.For loop
            ? new Span(loop.body().get(0).start(), loop.end())
            : statement.span();
    List<Fact> read = program.facts(frame, made.span()).stream().map(Located::fact).toList();
    return program.facts(frame, whole).stream()
        .filter(l -> !(made.start() <= l.start() && l.end() <= made.end()))
        .map(Located::fact)
        .allMatch(f -> read.stream().noneMatch(r -> meets(f, r)));
  }

  private boolean meets(Fact done, Fact read) {
    if (done instanceof Fact.CallsUnknown || done instanceof Fact.CallsParameter) {
      return true;
    } else if (done instanceof Fact.BindsName binds) {
      return read instanceof Fact.ReadsName name
          && name.name().equals(binds.name())
          && name.owner() == binds.owner();
    } else if (done instanceof Fact.Does does) {
      return !UNSEEN.contains(does.effect()) && read instanceof Fact.Does;
    } else if (done instanceof Fact.Mutates change) {
      Root root =
          read instanceof Fact.Reads r
              ? r.root()
              : read instanceof Fact.Mutates m ? m.root() : null;
      return root != null && program.mayAlias(frame, root, change.root());
    }
    return false;
  }
}

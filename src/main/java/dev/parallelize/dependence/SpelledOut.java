package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that do what one of {@link MappedCall}'s does, said in another way:
 *
 * <pre>
 * starmap(f, pairs)                       map(lambda arguments: f(*arguments), pairs)
 * rows.sort(key=f)                        rows[:] = sorted(rows, key=f)
 * </pre>
 *
 * <p>The list that is sorted in place is empty while its keys are made: they must not look at it.
 *
 * @param function what is called with each item
 */
public record SpelledOut(Expression.Call call, Expression function, boolean sorts) {

  /** The call as one of these. */
  public static Optional<SpelledOut> of(Program program, Node node) {
    if (!(node instanceof Expression.Call call)) {
      return Optional.empty();
    }
    if (isCallOf(program, call, "itertools.starmap")
        && call.arguments().size() == 2
        && call.keywords().isEmpty()
        && isCode(program, call.arguments().get(0))) {
      return Optional.of(new SpelledOut(call, call.arguments().get(0), false));
    }
    return isCallOf(program, call, "list.sort") && call.arguments().isEmpty()
        ? key(call).map(k -> new SpelledOut(call, k, true))
        : Optional.empty();
  }

  private static Optional<Expression> key(Expression.Call call) {
    boolean named =
        call.keywords().stream()
            .allMatch(k -> k.name().filter(Set.of("key", "reverse")::contains).isPresent());
    return call.keywords().stream()
        .filter(k -> named && k.name().filter("key"::equals).isPresent())
        .map(Keyword::value)
        .findFirst();
  }

  /** A name of functions, not of what may be another one by the next item. */
  private static boolean isCode(Program program, Expression function) {
    Set<Root> roots = program.value(function).roots();
    return function instanceof Expression.Name
        && !roots.isEmpty()
        && roots.stream().allMatch(Root::isCode);
  }

  /** Whether whatever the call may call is the library's function. */
  static boolean isCallOf(Program program, Expression.Call call, String name) {
    List<CallTarget> targets = program.targets(call);
    return !targets.isEmpty()
        && targets.stream()
            .allMatch(t -> t instanceof CallTarget.Known k && k.callee().name().equals(name));
  }

  /** The change of the text; empty where it would mean something else. */
  public static Optional<Distribution> change(Program program, Candidate candidate) {
    return of(program, candidate.node())
        .filter(s -> s.isPossible(program, candidate))
        .map(s -> s.changed(program));
  }

  private boolean isPossible(Program program, Candidate candidate) {
    Scope scope = candidate.scope();
    String builtin = sorts ? "sorted" : "map";
    return scope.owner(builtin).isEmpty() && (!sorts || isSortedAlone(program, candidate));
  }

  private boolean isSortedAlone(Program program, Candidate candidate) {
    Expression list = ((Expression.Attribute) call.function()).value();
    Set<Root> roots = program.value(list).roots();
    boolean unseen =
        !Watched.isWatched(program, candidate.frame(), call)
            && roots.stream().allMatch(Root.Site.class::isInstance);
    return candidate.statement() instanceof Statement.ExpressionStatement alone
        && alone.value() == call
        && list instanceof Expression.Name name
        && (unseen || givesComparables(program))
        && program.facts(candidate.frame(), call.span()).stream()
            .allMatch(l -> isBlind(program, candidate, l, name, roots));
  }

  /** Comparing the keys cannot fail: then nobody sees a list that is sorted by half. */
  private boolean givesComparables(Program program) {
    return program.value(function).roots().stream()
        .allMatch(
            r ->
                r instanceof Root.FunctionObject key
                    && isComparable(program.summary(key.scope()).result().type()));
  }

  private static boolean isComparable(Type type) {
    return type.isInteger() || type.equals(Type.FLOAT) || type.equals(Type.STR);
  }

  /** Not even the functions that make the keys look at the list, which is empty in the meantime. */
  private static boolean isBlind(
      Program program,
      Candidate candidate,
      Located located,
      Expression.Name list,
      Set<Root> roots) {
    Fact fact = located.fact();
    boolean looks =
        fact instanceof Fact.Reads reads
            && !located.via().isEmpty()
            && !(reads.root() instanceof Root.Inside)
            && !(reads.root() instanceof Root.ItemOf)
            && roots.stream().anyMatch(r -> program.mayAlias(candidate.frame(), r, reads.root()));
    return !looks
        && !(fact instanceof Fact.CallsUnknown)
        && !(fact instanceof Fact.CallsParameter)
        && !(fact instanceof Fact.ReadsName read
            && !located.via().isEmpty()
            && read.name().equals(list.id()));
  }

  private Distribution changed(Program program) {
    PythonSource source = program.tree().source();
    String given = source.text(function.span());
    String text;
    if (sorts) {
      String list = source.text(((Expression.Attribute) call.function()).value().span());
      String options = source.text().substring(call.keywords().get(0).start(), call.end());
      text = list + "[:] = sorted(" + list + ", " + options;
    } else {
      String items = source.text(call.arguments().get(1).span());
      text = "map(lambda arguments: " + given + "(*arguments), " + items + ")";
    }
    return new Distribution(
        List.of(new Edit(call.span(), text, "spelled-out")),
        List.of(program.line(call)),
        sorts ? "the list gets its items sorted" : "each tuple is spread out by a function");
  }
}

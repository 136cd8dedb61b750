package dev.parallelize.dependence;

import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.UnaryOperator;
import dev.parallelize.syntax.Walk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a {@code for} loop over a range of a {@code while} loop that counts (recognition of counted loops, Muchnick, 1997):
 *
 * <pre>
 * i = 0                                   for i in range(len(xs)):
 * while i &lt; len(xs):                          out.append(score(xs[i]))
 *     out.append(score(xs[i]))
 *     i += 1
 * </pre>
 *
 * <p>It is allowed where each way through the body counts once ({@link Counting}), nothing else gives the counter a value, and
 * nothing that the body does changes what it is compared with ({@link RangeEnd}). A counter that is read afterwards gets the
 * value that it would have.
 */
public final class CountedWhile {
  private static final String RULE = "counted-while";

  /** They bind less than a sum does. */
  private static final Set<Operator> LOOSE =
      Set.of(
          Operator.L_SHIFT, Operator.R_SHIFT, Operator.BIT_AND, Operator.BIT_OR, Operator.BIT_XOR);

  private final Program program;
  private final CostModel costs;
  private final Candidate outer;
  private final Statement.While loop;
  private final CountedTest test;
  private final Counting counting;
  private final PythonSource source;
  private final WhileText text;

  private CountedWhile(
      Program program,
      CostModel costs,
      Candidate outer,
      Statement.While loop,
      CountedTest test,
      Counting counting) {
    this.program = program;
    this.costs = costs;
    this.outer = outer;
    this.loop = loop;
    this.test = test;
    this.counting = counting;
    this.source = program.tree().source();
    this.text = new WhileText(program, loop);
  }

  /** The change of the loop's text; empty where it is no such loop. */
  public static Optional<Distribution> of(Program program, CostModel costs, Candidate outer) {
    boolean plain =
        outer.node() instanceof Statement.While loop
            && loop.orElse().isEmpty()
            && loop.body().size() > 1
            && outer.scope() == outer.frame()
            && outer.scope().kind() != Scope.Kind.CLASS
            && !program.writesNamesByText()
            && !Awaits.in(loop.body());
    return plain ? of(program, costs, outer, (Statement.While) outer.node()) : Optional.empty();
  }

  private static Optional<Distribution> of(
      Program program, CostModel costs, Candidate outer, Statement.While loop) {
    return CountedTest.of(loop.test())
        .flatMap(
            test ->
                Counting.of(loop.body(), test.counter(), test.down())
                    .map(c -> new CountedWhile(program, costs, outer, loop, test, c)))
        .filter(CountedWhile::isCounted)
        .map(CountedWhile::change);
  }

  private boolean isCounted() {
    RangeEnd end = new RangeEnd(program, outer.frame(), loop.body());
    boolean kept = !isRead() || (counting.isLast() && isOne());
    boolean unread = counting.after().stream().noneMatch(s -> Mentions.of(s, test.counter()));
    return isOurs()
        && program.type(test.name()).isInteger()
        && end.holds(test.bound())
        && (isPositive(counting.step()) || isSafeStep(end))
        && kept
        && unread
        && text.isLaidOut(counting.all());
  }

  /** Only this function's own code sees the counter, and no function made on the way. */
  private boolean isOurs() {
    Scope frame = outer.frame();
    boolean owned = frame.owner(test.counter()).filter(o -> o == frame).isPresent();
    boolean free = List.of("range", "max", "min").stream().allMatch(n -> frame.owner(n).isEmpty());
    return owned
        && free
        && program.mentions(test.counter()).stream()
            .map(n -> program.scopes().around(n))
            .filter(s -> s.owner(test.counter()).filter(o -> o == frame).isPresent())
            .allMatch(s -> program.frameOf(s) == frame);
  }

  private boolean isRead() {
    return new ReadAfter(program, outer.frame(), loop, test.counter()).holds();
  }

  private boolean isOne() {
    return number(counting.step()).filter(BigInteger.ONE::equals).isPresent();
  }

  private static boolean isPositive(Expression e) {
    return number(e).filter(n -> n.signum() > 0).isPresent();
  }

  private static Optional<BigInteger> number(Expression e) {
    return e instanceof Expression.Constant c && c.value() instanceof Literal.IntegerNumber n
        ? Optional.of(n.value())
        : Optional.empty();
  }

  /** With a step that is not positive the loop would not end: nothing inside can end it in another way. */
  private boolean isSafeStep(RangeEnd end) {
    boolean[] fails = {loop.body().stream().anyMatch(s -> FissionBuilder.leaves(s, false))};
    loop.body()
        .forEach(
            s ->
                Walk.each(
                    s,
                    n ->
                        fails[0] |=
                            n instanceof Expression.Subscript at
                                && !(at.slice() instanceof Expression.Slice)
                                && Mentions.of(at.slice(), test.counter())));
    return counting.step() instanceof Expression.Name && end.holds(counting.step()) && !fails[0];
  }

  private Distribution change() {
    boolean read = isRead();
    Optional<Statement.Assign> first = text.before(outer.block(), test.counter());
    List<Edit> edits = new ArrayList<>();
    String start = start(first, read);
    edits.add(new Edit(text.header(), header(start, read), RULE));
    test.others().forEach(o -> edits.add(new Edit(text.bodyStart(), leaving(o), RULE)));
    counting.all().forEach(s -> edits.add(new Edit(text.line(s), "", RULE)));
    if (!read) {
      first
          .filter(f -> !start.equals(test.counter()))
          .ifPresent(f -> edits.add(new Edit(text.above(outer.block(), f), "", RULE)));
    } else {
      edits.add(new Edit(text.end(), afterwards(start), RULE));
    }
    edits.sort(Comparator.comparingInt(e -> e.span().start()));
    return new Distribution(
        edits,
        List.of(program.line(loop)),
        "the loop that counts becomes a loop over a range",
        Optional.of(text.idAsFor(outer, Candidates.of(program, costs))));
  }

  private String header(String start, boolean read) {
    String counter = test.counter();
    boolean used =
        read
            || loop.body().stream()
                .filter(s -> !counting.all().contains(s))
                .anyMatch(s -> Mentions.of(s, counter));
    String stop = stop();
    String step = source.text(counting.step().span());
    String by = test.down() ? ", -" + step : isOne() ? "" : ", " + step;
    String from = start.equals("0") && by.isEmpty() ? "" : start + ", ";
    return "for " + (used ? counter : "_") + " in range(" + from + stop + by + ")";
  }

  private String stop() {
    String bound = source.text(test.bound().span());
    if (!test.inclusive()) {
      return bound;
    }
    Optional<BigInteger> number = number(test.bound());
    BigInteger more = test.down() ? BigInteger.ONE.negate() : BigInteger.ONE;
    return number
        .map(n -> n.add(more).toString())
        .orElse(closed(bound) + (test.down() ? " - 1" : " + 1"));
  }

  private String closed(String bound) {
    boolean loose = test.bound() instanceof Expression.BinOp op && LOOSE.contains(op.operator());
    return loose ? "(" + bound + ")" : bound;
  }

  /** Where the range begins: the constant that the counter has got, else whatever it is then. */
  private String start(Optional<Statement.Assign> first, boolean read) {
    return first
        .filter(f -> number(f.value()).isPresent() || !read && text.isRightAbove(outer.block(), f))
        .map(f -> source.text(f.value().span()))
        .orElse(test.counter());
  }

  private String leaving(Expression other) {
    boolean not = other instanceof Expression.UnaryOp u && u.operator() == UnaryOperator.NOT;
    Expression inner = not ? ((Expression.UnaryOp) other).operand() : other;
    String word = source.text(inner.span());
    boolean loose = !(inner instanceof Expression.Name) && !(inner instanceof Expression.Call);
    String negated = loose ? "not (" + word + ")" : "not " + word;
    return text.bodyLine("if " + (not ? word : negated) + ":", 0) + text.bodyLine("break", 1);
  }

  /** The counter's value where the loop has gone to its end; a {@code break} leaves it as it is. */
  private String afterwards(String start) {
    boolean length =
        start.equals("0")
            && test.bound() instanceof Expression.Call call
            && AffineForms.calls(program, call, "builtins.len");
    String last =
        length && !test.inclusive()
            ? stop()
            : (test.down() ? "min(" : "max(") + test.counter() + ", " + stop() + ")";
    String line = test.counter() + " = " + last;
    boolean breaks = !test.others().isEmpty() || text.breaks();
    return breaks ? text.loopLine("else:") + text.bodyLine(line, 0) : text.loopLine(line);
  }
}

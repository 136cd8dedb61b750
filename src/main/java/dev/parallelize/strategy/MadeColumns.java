package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What columns hold that calls of NumPy and pandas make: drawn from a list, rounded, or dates. */
final class MadeColumns {
  private final Program program;
  private final Scope frame;

  MadeColumns(Program program, Scope frame) {
    this.program = program;
    this.frame = frame;
  }

  /** What the column holds; empty where nothing is known. */
  Optional<FrameColumns.Column> of(Expression value) {
    if (!(value instanceof Expression.Call call)) {
      return Optional.empty();
    }
    return switch (callee(call)) {
      case "numpy.random.choice" -> drawn(call);
      case "pandas.date_range" -> zoned(call) ? Optional.empty() : dates();
      case "pandas.to_datetime" -> call.keywords().isEmpty() ? parsed(call) : Optional.empty();
      default ->
          call.function() instanceof Expression.Attribute m ? method(call, m) : Optional.empty();
    };
  }

  private Optional<FrameColumns.Column> method(Expression.Call call, Expression.Attribute method) {
    if (method.attribute().equals("choice")
        && program.type(method.value()).name().startsWith("numpy.random.")) {
      return drawn(call);
    }
    boolean rounds =
        method.attribute().equals("round")
            && new ArrayFacts(program, frame, call.start())
                .of(method.value())
                .filter(a -> a.element() == ArrayFact.Element.FLOAT64)
                .isPresent();
    return rounds ? column(FrameColumns.Cell.FLOAT, OptionalDouble.empty()) : Optional.empty();
  }

  private String callee(Expression.Call call) {
    Set<Root> roots = program.value(call.function()).roots();
    return roots.size() == 1 && roots.iterator().next() instanceof Root.LibraryObject o
        ? o.name()
        : "";
  }

  private static Optional<FrameColumns.Column> column(FrameColumns.Cell cell, OptionalDouble most) {
    return Optional.of(new FrameColumns.Column(cell, most));
  }

  private static Optional<FrameColumns.Column> dates() {
    return column(FrameColumns.Cell.DATE, OptionalDouble.empty());
  }

  private static boolean zoned(Expression.Call call) {
    return call.keywords().stream()
        .anyMatch(k -> k.name().filter(n -> n.equals("tz") || n.equals("unit")).isPresent());
  }

  /** Texts with digits are dates, or an error. */
  private Optional<FrameColumns.Column> parsed(Expression.Call call) {
    boolean plain =
        call.arguments().size() == 1
            && elements(call.arguments().get(0)).stream()
                .allMatch(e -> GroupLoop.text(e).filter(t -> t.matches("[0-9 :-]+")).isPresent())
            && !elements(call.arguments().get(0)).isEmpty();
    return plain ? dates() : Optional.empty();
  }

  /** Several values of a list of literals. */
  private Optional<FrameColumns.Column> drawn(Expression.Call call) {
    boolean several =
        call.arguments().size() >= 2
            || call.keywords().stream().anyMatch(k -> k.name().filter("size"::equals).isPresent());
    List<Expression> from =
        call.arguments().isEmpty() ? List.of() : elements(call.arguments().get(0));
    if (!several || from.isEmpty()) {
      return Optional.empty();
    } else if (from.stream().allMatch(e -> GroupLoop.text(e).isPresent())) {
      return column(FrameColumns.Cell.TEXT, OptionalDouble.empty());
    } else if (from.stream().allMatch(e -> literal(e) instanceof Literal.FloatNumber)) {
      return column(FrameColumns.Cell.FLOAT, OptionalDouble.empty());
    } else if (from.stream()
        .allMatch(
            e -> literal(e) instanceof Literal.IntegerNumber n && n.value().bitLength() < 32)) {
      double most =
          from.stream()
              .mapToDouble(e -> ((Literal.IntegerNumber) literal(e)).value().doubleValue())
              .max()
              .orElse(0);
      return column(FrameColumns.Cell.INT, OptionalDouble.of(most));
    }
    return Optional.empty();
  }

  private static Literal literal(Expression e) {
    return e instanceof Expression.Constant c ? c.value() : Literal.Singleton.NONE;
  }

  /** The elements of a list or tuple that stands there, or that a variable is given once. */
  private List<Expression> elements(Expression e) {
    Expression list = e;
    if (e instanceof Expression.Name name) {
      Scope owner = program.scopes().around(name).owner(name.id()).orElse(frame);
      boolean once =
          owner.bindings(name.id()).size() == 1 && program.rebinders(name.id()).isEmpty();
      list =
          once
              ? new LocalAssignments(owner.node(), owner.node().end())
                  .value(owner.bindings(name.id()).get(0).node())
                  .filter(v -> v instanceof Expression.TupleDisplay)
                  .orElse(e)
              : e;
    }
    return list instanceof Expression.ListDisplay display
        ? display.elements()
        : list instanceof Expression.TupleDisplay tuple ? tuple.elements() : List.of();
  }
}

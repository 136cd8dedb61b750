package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code np.array} makes of a list that is written out, or of a list of such rows. */
final class ListedNumbers {
  private final Program program;

  ListedNumbers(Program program) {
    this.program = program;
  }

  /** The array's axes and element type, as far as the text shows them. */
  ArrayFact of(Expression.ListDisplay list) {
    if (list.elements().isEmpty()) {
      return ArrayFact.shaped(List.of(Optional.of(Affine.ZERO)), ArrayFact.Element.FLOAT64);
    }
    List<List<Expression>> rows = new ArrayList<>();
    for (Expression row : list.elements()) {
      rows.add(row instanceof Expression.ListDisplay r ? r.elements() : List.of());
    }
    int width = rows.get(0).size();
    boolean table = width > 0 && rows.stream().allMatch(r -> r.size() == width);
    List<Expression> numbers =
        table ? rows.stream().flatMap(List::stream).toList() : list.elements();
    ArrayFact.Element element = element(numbers);
    if (!numbers.stream().allMatch(n -> program.type(n).isNumber())) {
      return ArrayFact.of(Optional.empty(), element);
    }
    Optional<Affine> height = Optional.of(Affine.constant(list.elements().size()));
    return ArrayFact.shaped(
        table ? List.of(height, Optional.of(Affine.constant(width))) : List.of(height), element);
  }

  private ArrayFact.Element element(List<Expression> numbers) {
    boolean whole = numbers.stream().allMatch(ListedNumbers::isWhole);
    boolean real = numbers.stream().allMatch(n -> isFloat(n) || isWhole(n));
    return whole
        ? ArrayFact.Element.INT64
        : real ? ArrayFact.Element.FLOAT64 : ArrayFact.Element.UNKNOWN;
  }

  private boolean isFloat(Expression e) {
    return program.type(e).equals(Type.FLOAT);
  }

  private static boolean isWhole(Expression e) {
    Expression number = e instanceof Expression.UnaryOp u ? u.operand() : e;
    return number instanceof Expression.Constant c
        && c.value() instanceof Literal.IntegerNumber n
        && n.value().bitLength() < 63;
  }
}

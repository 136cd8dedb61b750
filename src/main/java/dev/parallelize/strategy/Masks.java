package dev.parallelize.strategy;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code if} as statements over the elements that a mask picks: each branch is computed where
 * it is taken, and nowhere else.
 */
final class Masks {
  private final Vectorization code;
  private final ArrayRendering rendering;
  private final ArrayText arrays;

  Masks(Vectorization code, ArrayRendering rendering, ArrayText arrays) {
    this.code = code;
    this.rendering = rendering;
    this.arrays = arrays;
  }

  void write(Statement.If choice) {
    write(choice, Optional.empty());
  }

  private void write(Statement.If choice, Optional<String> around) {
    rendering.pick("");
    boolean speculative = rendering.speculate(around.isPresent());
    ArrayRendering.Text condition = rendering.condition(choice.test());
    rendering.speculate(speculative);
    if (condition.axes().size() != arrays.order().size()) {
      throw new NotVectorizable(
          "`" + code.text(choice.test()) + "` does not depend on all loops of the nest");
    }
    String mask = code.fresh("mask");
    code.add(
        mask
            + " = "
            + around.map(a -> a + " & (" + condition.code() + ")").orElse(condition.code()));
    Map<String, ArrayRendering.Text> entry = rendering.locals();
    branch(choice.body(), mask);
    rendering.restore(entry);
    if (!choice.orElse().isEmpty()) {
      String rest = around.map(a -> a + " & ~" + mask).orElse("~" + mask);
      if (choice.orElse().size() == 1 && choice.orElse().get(0) instanceof Statement.If) {
        branch(choice.orElse(), rest);
      } else {
        branch(choice.orElse(), rest);
      }
    }
    rendering.pick("");
    rendering.restore(entry);
  }

  private void branch(List<Statement> statements, String mask) {
    for (Statement statement : statements) {
      rendering.pick(mask);
      if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
        assign(assign, mask);
      } else if (statement instanceof Statement.AugAssign update
          && update.target() instanceof Expression.Subscript element) {
        ArrayRendering.Text value = rendering.render(update.value());
        code.requireUpdates(update, element, value);
        code.add(
            picked(element, value, mask) + " " + update.operator().symbol() + "= " + value.code());
      } else if (statement instanceof Statement.If inner) {
        write(inner, Optional.of(mask));
      } else if (!(statement instanceof Statement.Pass)) {
        throw new NotVectorizable("a branch does more than store elements");
      }
    }
  }

  private void assign(Statement.Assign assign, String mask) {
    if (!(assign.targets().get(0) instanceof Expression.Subscript element)) {
      throw new NotVectorizable(
          "a branch sets a variable, and computes what may fail for other elements");
    }
    ArrayRendering.Text value = rendering.renderStored(assign.value(), code.takesFloats(element));
    code.add(picked(element, value, mask) + " = " + value.code());
  }

  private String picked(Expression.Subscript element, ArrayRendering.Text value, String mask) {
    String target = code.store(element, value);
    String whole = target.endsWith("[:]") ? target.substring(0, target.length() - 3) : target;
    return whole + "[" + mask + "]";
  }
}

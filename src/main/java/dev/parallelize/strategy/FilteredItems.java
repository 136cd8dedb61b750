package dev.parallelize.strategy;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that a list gets where a condition holds: one array picks them, and what is made of them is
 * computed for them alone.
 */
final class FilteredItems {
  /** Stands for the mask while a value is written. */
  private static final String MASK = "\uE002";

  private final ArrayLoop loop;
  private final Expression test;
  private final Expression item;

  private FilteredItems(ArrayLoop loop, Expression test, Expression item) {
    this.loop = loop;
    this.test = test;
    this.item = item;
  }

  /** Empty if it is no such loop; throws {@link NotVectorizable} where arrays would do otherwise. */
  static Optional<Vectorization.Result> of(Program program, Candidate candidate) {
    return candidate.node() instanceof Statement.For loop
        ? appended(program, candidate.frame(), loop)
        : candidate.node() instanceof Expression.ListComp list
            ? listed(program, candidate.frame(), list)
            : Optional.empty();
  }

  private static Optional<Vectorization.Result> appended(
      Program program, Scope frame, Statement.For loop) {
    Optional<ArrayLoop.Body> body = ArrayLoop.Body.of(loop);
    boolean appends =
        body.isPresent()
            && body.get().last() instanceof Statement.If choice
            && choice.orElse().isEmpty()
            && choice.body().size() == 1
            && choice.body().get(0) instanceof Statement.ExpressionStatement e
            && e.value() instanceof Expression.Call call
            && call.function() instanceof Expression.Attribute method
            && method.attribute().equals("append")
            && method.value() instanceof Expression.Name
            && call.arguments().size() == 1
            && call.keywords().isEmpty();
    if (!appends) {
      return Optional.empty();
    }
    Statement.If choice = (Statement.If) body.get().last();
    Expression.Call append =
        (Expression.Call) ((Statement.ExpressionStatement) choice.body().get(0)).value();
    Expression list = ((Expression.Attribute) append.function()).value();
    ArrayLoop whole = ArrayLoop.of(program, frame, loop);
    FilteredItems items = new FilteredItems(whole, choice.test(), append.arguments().get(0));
    return Optional.of(items.extend(body.get(), list));
  }

  private static Optional<Vectorization.Result> listed(
      Program program, Scope frame, Expression.ListComp list) {
    Comprehension only = list.generators().get(0);
    if (list.generators().size() > 1 || only.conditions().size() != 1 || only.isAsync()) {
      return Optional.empty();
    }
    Statement body =
        new Statement.ExpressionStatement(
            list.element().start(), list.element().end(), list.element());
    Statement.For loop =
        new Statement.For(
            list.start(),
            list.end(),
            only.target(),
            only.iterable(),
            List.of(body),
            List.of(),
            false);
    ArrayLoop whole = ArrayLoop.of(program, frame, loop);
    FilteredItems items = new FilteredItems(whole, only.conditions().get(0), list.element());
    return Optional.of(items.expression(list));
  }

  private Vectorization.Result extend(ArrayLoop.Body body, Expression list) {
    String name = loop.text(list);
    boolean plain =
        loop.program().type(list).name().equals("list") && !loop.nest().bound().contains(name);
    if (!plain) {
      throw new NotVectorizable("`" + name + "` is not known to be a list that stays the same");
    }
    ArrayLoop.requireOnlyAppended(loop.loop(), name);
    loop.requireNoneLiveOut(Set.of());
    loop.define(body.locals());
    String condition = condition();
    Optional<String> numbers = numbers(condition);
    if (numbers.isPresent()) {
      loop.lines().add(name + ".extend(" + numbers.get() + ")");
      return loop.result();
    }
    String value = value();
    if (isSingle(value)) {
      loop.lines().add(name + ".extend(" + value.replace(MASK, condition) + ")");
    } else {
      String mask = loop.fresh("mask");
      loop.lines().add(mask + " = " + condition);
      loop.lines().add(name + ".extend(" + value.replace(MASK, mask) + ")");
    }
    return loop.result();
  }

  private Vectorization.Result expression(Node list) {
    String condition = condition();
    Optional<String> numbers = numbers(condition);
    String value = numbers.isPresent() ? numbers.get() : value();
    if (!loop.guards().conditions().isEmpty()) {
      throw new NotVectorizable("the arrays are not known to be long enough");
    }
    if (numbers.isEmpty() && !isSingle(value)) {
      throw new NotVectorizable("the condition would have to be written twice");
    }
    String code = numbers.isPresent() ? value : "list(" + value.replace(MASK, condition) + ")";
    return new Vectorization.Result(
        list.span(), List.of(code), List.of(), false, List.copyOf(loop.caveats()));
  }

  private String condition() {
    ArrayRendering.Text condition = loop.rendering().condition(test);
    loop.requireElements(test, condition);
    return ArrayRendering.unwrapped(condition.code());
  }

  /** The positions where the condition holds, as Python's whole numbers. */
  private Optional<String> numbers(String condition) {
    boolean position =
        loop.order().size() == 1
            && item instanceof Expression.Name name
            && name.id().equals(loop.order().get(0))
            && loop.nest().axes().get(name.id()).step() == 1;
    if (!position) {
      return Optional.empty();
    }
    String numbers = VectorizePlan.NUMPY + ".flatnonzero(" + condition + ")";
    String variable = loop.order().get(0);
    boolean shifted = !loop.countsFromZero(variable);
    String low = loop.nest().axes().get(variable).lowText();
    return Optional.of((shifted ? "(" + low + " + " + numbers + ")" : numbers) + ".tolist()");
  }

  private String value() {
    loop.rendering().pick(MASK);
    ArrayRendering.Text value = loop.rendering().render(item);
    loop.rendering().pick("");
    loop.requireElements(item, value);
    if (value.code().contains(".where(")) {
      throw new NotVectorizable("the list may hold Python's numbers beside NumPy's");
    }
    return ArrayRendering.unwrapped(value.code());
  }

  private static boolean isSingle(String value) {
    return value.indexOf(MASK) == value.lastIndexOf(MASK);
  }
}

package dev.parallelize.dependence;

import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What ordered statements make of one large value: if it is numbers, texts and little tables of them alone, those can be
 * handed over in its place.
 *
 * @param name what the value is called
 * @param apart whether an expression can be computed where the value is
 */
record SmallerResults(Program program, String name, Predicate<Fission.Extraction> apart) {
  private static final Set<String> COLLECTIONS =
      Set.of(
          "list",
          "set",
          "dict",
          "frozenset",
          "bytes",
          "bytearray",
          "collections.Counter",
          "collections.defaultdict",
          "collections.deque",
          "numpy.ndarray",
          "pandas.DataFrame",
          "pandas.Series");

  static boolean isLarge(Type type) {
    return COLLECTIONS.contains(type.name());
  }

  /** The expressions; empty where the value itself is needed, or not each time. */
  Optional<List<Fission.Extraction>> in(List<Statement> remainder, List<Fission.Extraction> taken) {
    List<Fission.Extraction> found = new ArrayList<>();
    for (Statement statement : remainder) {
      if (Mentions.of(statement, name) && !statement(statement, statement, found, taken)) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private boolean statement(
      Statement s, Statement unit, List<Fission.Extraction> found, List<Fission.Extraction> taken) {
    if (s instanceof Statement.If branch) {
      return expression(branch.test(), unit, found, taken)
          && branch.body().stream().noneMatch(b -> Mentions.of(b, name))
          && branch.orElse().stream().noneMatch(b -> Mentions.of(b, name));
    }
    boolean simple =
        s instanceof Statement.Assign
            || s instanceof Statement.AugAssign
            || s instanceof Statement.AnnAssign
            || s instanceof Statement.ExpressionStatement;
    return simple && children(s, unit, found, taken);
  }

  private boolean children(
      Node node, Statement unit, List<Fission.Extraction> found, List<Fission.Extraction> taken) {
    for (Node child : Children.of(node)) {
      Node value = child instanceof Keyword keyword ? keyword.value() : child;
      if (Mentions.of(value, name)
          && !(value instanceof Expression e && expression(e, unit, found, taken))) {
        return false;
      }
    }
    return true;
  }

  private boolean expression(
      Expression e,
      Statement unit,
      List<Fission.Extraction> found,
      List<Fission.Extraction> taken) {
    if (taken.stream().anyMatch(t -> t.expression() == e)) {
      return true;
    }
    Fission.Extraction whole = new Fission.Extraction(e, unit, List.of(), false);
    if (isSmall(e) && apart.test(whole)) {
      found.add(whole);
      return true;
    }
    boolean always =
        !(e instanceof Expression.Name)
            && !(e instanceof Expression.BoolOp)
            && !(e instanceof Expression.IfExp)
            && !(e instanceof Expression.Lambda)
            && Comprehension.of(e).isEmpty();
    return always && children(e, unit, found, taken);
  }

  /** A number, a text, or a table with few of them. */
  private boolean isSmall(Expression e) {
    if (e instanceof Expression.DictDisplay table) {
      return table.keys().stream().allMatch(Optional::isPresent)
          && table.values().stream().allMatch(this::isSmall);
    } else if (e instanceof Expression.TupleDisplay tuple) {
      return tuple.elements().stream().allMatch(this::isSmall);
    } else if (e instanceof Expression.ListDisplay list) {
      return list.elements().stream().allMatch(this::isSmall);
    }
    Type type = program.type(e);
    boolean scalar = type.isNumber() || type.name().equals("str") || type.name().equals("None");
    return scalar && (e instanceof Expression.Constant || !isText(e));
  }

  /** A text that may be all of the value: what is read, joined or decoded. */
  private static boolean isText(Expression e) {
    return e instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && Set.of("join", "decode", "read").contains(method.attribute());
  }
}

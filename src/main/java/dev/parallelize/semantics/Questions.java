package dev.parallelize.semantics;

import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a program asks of its values, by {@code is} and the like, that a copy answers otherwise. */
public final class Questions {
  private static final Set<String> TRACES =
      Set.of("__cause__", "__context__", "__traceback__", "__suppress_context__");

  private final List<Expression> identities = new ArrayList<>();
  private final List<Expression> members = new ArrayList<>();
  private final List<Statement.Assign> wraps = new ArrayList<>();
  private final List<Statement.Assign> burdens = new ArrayList<>();
  private final Set<String> caught = new HashSet<>();
  private final List<Expression.Attribute> traces = new ArrayList<>();
  private boolean nan;

  Questions() {}

  /** What {@code is} and {@code id} are asked of. */
  public List<Expression> identities() {
    return identities;
  }

  /** What is looked for in a container, which takes the same object for an equal one. */
  public List<Expression> members() {
    return members;
  }

  /** Variables that are given something made with them, as in {@code head = (item, head)}. */
  public List<Statement.Assign> wraps() {
    return wraps;
  }

  /** Attributes that are set on what an {@code except} clause names. */
  public List<Statement.Assign> burdens() {
    return burdens;
  }

  /** Where an exception is asked for what it loses on its way between processes. */
  public List<Expression.Attribute> traces() {
    return traces;
  }

  /** Whether the program holds what is equal to nothing, not even to itself. */
  public boolean mentionNan() {
    return nan;
  }

  void note(Node node) {
    if (node instanceof Expression.Call call && Mentions.isName(call.function(), "id")) {
      identities.addAll(call.arguments());
    } else if (node instanceof Expression.Compare compare && asksForIdentity(compare)) {
      identities.add(compare.left());
      identities.addAll(compare.comparators());
    } else if (node instanceof Expression.Attribute a && TRACES.contains(a.attribute())) {
      traces.add(a);
    }
    if (node instanceof Expression.Compare compare && asksForMember(compare)) {
      members.add(compare.left());
    }
    if (node instanceof ExceptHandler handler) {
      handler.name().ifPresent(caught::add);
    } else if (node instanceof Statement.Assign assign && assign.targets().size() == 1) {
      note(assign);
    }
    nan |= isNan(node);
  }

  private void note(Statement.Assign assign) {
    Expression target = assign.targets().get(0);
    if (target instanceof Expression.Name name
        && Children.of(assign.value()).stream().anyMatch(c -> Mentions.isName(c, name.id()))) {
      wraps.add(assign);
    } else if (target instanceof Expression.Attribute a
        && a.value() instanceof Expression.Name name
        && caught.contains(name.id())) {
      burdens.add(assign);
    }
  }

  /** {@code a is b}, where neither side says which of the few objects of its kind it is. */
  private static boolean asksForIdentity(Expression.Compare compare) {
    boolean asks =
        compare.operators().stream().anyMatch(o -> o == Comparator.IS || o == Comparator.IS_NOT);
    return asks
        && !isSingleton(compare.left())
        && compare.comparators().stream().noneMatch(Questions::isSingleton);
  }

  private static boolean asksForMember(Expression.Compare compare) {
    return compare.operators().stream().anyMatch(o -> o == Comparator.IN || o == Comparator.NOT_IN);
  }

  private static boolean isSingleton(Expression e) {
    return e instanceof Expression.Constant c && c.value() instanceof Literal.Singleton;
  }

  /** {@code math.nan} or {@code "nan"}, however a number is made of that. */
  private static boolean isNan(Node node) {
    return node instanceof Expression.Attribute a && a.attribute().equalsIgnoreCase("nan")
        || node instanceof Expression.Constant c
            && c.value() instanceof Literal.Text t
            && t.value().equalsIgnoreCase("nan");
  }
}

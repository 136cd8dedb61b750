package dev.parallelize.strategy;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop over the groups of a frame's rows: {@code for key, group in frame.groupby("k")}.
 *
 * @param table the frame
 * @param keys the columns that tell the groups apart
 * @param only the name of the column that groups consist of; empty where they are frames
 * @param grouping how the text makes the groups; a variable that holds them, or the call
 * @param key the target of the key
 * @param group the variable of the group
 */
record GroupLoop(
    Program program,
    Expression.Name table,
    List<String> keys,
    Optional<Expression> only,
    Expression grouping,
    Expression key,
    String group) {
  private static final Set<String> HARMLESS = Set.of("sort", "dropna", "observed", "group_keys");

  /** The loop over groups; empty where the node is none. */
  static Optional<GroupLoop> of(
      Program program, Scope frame, Node node, List<Statement> block, Statement statement) {
    if (node instanceof Statement.For loop) {
      return loop.isAsync()
          ? Optional.empty()
          : of(program, frame, loop.target(), loop.iterable(), block, statement);
    }
    List<Comprehension> clauses = Comprehension.of(node);
    return clauses.size() == 1 && !clauses.get(0).isAsync()
        ? of(program, frame, clauses.get(0).target(), clauses.get(0).iterable(), block, statement)
        : Optional.empty();
  }

  private static Optional<GroupLoop> of(
      Program program,
      Scope frame,
      Expression target,
      Expression iterable,
      List<Statement> block,
      Statement statement) {
    if (!(target instanceof Expression.TupleDisplay pair)
        || pair.elements().size() != 2
        || !(pair.elements().get(1) instanceof Expression.Name group)) {
      return Optional.empty();
    }
    Expression groups = iterable;
    Optional<Expression> column =
        iterable instanceof Expression.Subscript s && text(s.slice()).isPresent()
            ? Optional.of(s.slice())
            : Optional.empty();
    Expression grouping = column.isPresent() ? ((Expression.Subscript) iterable).value() : iterable;
    return call(frame, grouping, block, statement)
        .filter(GroupLoop::isPlain)
        .flatMap(
            c ->
                table(program, c)
                    .map(
                        t ->
                            new GroupLoop(
                                program,
                                t,
                                keys(c),
                                column,
                                grouping,
                                pair.elements().get(0),
                                group.id())))
        .filter(g -> !g.keys().isEmpty());
  }

  /** The call that makes the groups; a variable has to be given it in the lines before. */
  private static Optional<Expression.Call> call(
      Scope frame, Expression groups, List<Statement> block, Statement statement) {
    if (groups instanceof Expression.Call call) {
      return Optional.of(call);
    }
    if (!(groups instanceof Expression.Name name)) {
      return Optional.empty();
    }
    List<Binding> bindings = frame.bindings(name.id());
    for (int i = block.indexOf(statement) - 1; i >= 0 && bindings.size() == 1; i--) {
      if (!(block.get(i) instanceof Statement.Assign assign)
          || assign.targets().size() != 1
          || !(assign.targets().get(0) instanceof Expression.Name target)) {
        break;
      } else if (target.id().equals(name.id())) {
        return assign.value() instanceof Expression.Call call
            ? Optional.of(call)
            : Optional.empty();
      } else if (!isEmptyDisplay(assign.value())) {
        break;
      }
    }
    return Optional.empty();
  }

  private static boolean isEmptyDisplay(Expression e) {
    return e instanceof Expression.ListDisplay list && list.elements().isEmpty()
        || e instanceof Expression.DictDisplay dict && dict.values().isEmpty()
        || e instanceof Expression.Constant;
  }

  /** Only columns by name tell groups apart, and no option changes what aggregates look like. */
  private static boolean isPlain(Expression.Call call) {
    return call.keywords().stream()
        .allMatch(
            k ->
                k.name().filter(n -> HARMLESS.contains(n) || n.equals("by")).isPresent()
                    && (k.name().filter("by"::equals).isPresent()
                        || k.value() instanceof Expression.Constant));
  }

  private static Optional<Expression.Name> table(Program program, Expression.Call call) {
    return call.function() instanceof Expression.Attribute method
            && method.attribute().equals("groupby")
            && method.value() instanceof Expression.Name table
            && program.type(table).name().equals("pandas.DataFrame")
        ? Optional.of(table)
        : Optional.empty();
  }

  private static List<String> keys(Expression.Call call) {
    List<Expression> by = new ArrayList<>(call.arguments());
    call.keywords().stream()
        .filter(k -> k.name().filter("by"::equals).isPresent())
        .forEach(k -> by.add(k.value()));
    if (by.size() != 1) {
      return List.of();
    }
    List<Expression> columns =
        by.get(0) instanceof Expression.ListDisplay list ? list.elements() : by;
    List<String> names = columns.stream().flatMap(c -> text(c).stream()).toList();
    boolean one = by.get(0) instanceof Expression.ListDisplay && names.size() == 1;
    return names.size() == columns.size() && !one ? names : List.of();
  }

  static Optional<String> text(Expression e) {
    return e instanceof Expression.Constant c && c.value() instanceof Literal.Text t
        ? Optional.of(t.value())
        : Optional.empty();
  }

  /** The name of a column as a text, in the quotes of the call that makes the groups. */
  String quoted(String column) {
    String call = program.tree().source().text(grouping.span());
    String quote = call.contains("'") && !call.contains("\"") ? "'" : "\"";
    return quote + column + quote;
  }

  boolean isGroup(Node node) {
    return node instanceof Expression.Name name && name.id().equals(group);
  }
}

package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loop that appends a dict for each group, where all the dicts become is a frame: {@code agg}. The keys come first, and
 * nothing is made of the aggregates.
 */
final class GroupFrame {
  private static final int WIDTH = 88;

  private final GroupVectorization code;
  private final Program program;
  private final List<Statement> block;

  GroupFrame(GroupVectorization code) {
    this.code = code;
    this.program = code.program();
    this.block = code.candidate().block();
  }

  /** The statements; empty for any other loop. */
  Optional<RowVectorization.Result> written() {
    int at = block.indexOf(code.candidate().statement());
    if (!(code.candidate().node() instanceof Statement.For loop)
        || at < 1
        || at + 1 >= block.size()
        || loop.body().size() != 1
        || !loop.orElse().isEmpty()) {
      return Optional.empty();
    }
    Statement made = block.get(at + 1);
    return display(loop.body().get(0))
        .flatMap(
            append ->
                values((Expression.DictDisplay) append.arguments().get(0))
                    .filter(v -> isOnlyForFrame(sink(append), block.get(at - 1), made))
                    .map(v -> result(loop, block.get(at - 1), made, v)));
  }

  private RowVectorization.Result result(
      Statement.For loop, Statement start, Statement made, Map<String, GroupAggregate> values) {
    LiveOut.requireNone(
        program, code.candidate().frame(), loop, Set.copyOf(LoopNest.names(code.loop().key())));
    String before =
        made instanceof Statement.Assign assign
            ? code.text(assign.targets().get(0)) + " = "
            : "return ";
    return new RowVectorization.Result(
        new Span(start.start(), made.end()),
        lines(before, values),
        List.of(),
        List.of(
            "Where `"
                + code.loop().table().id()
                + "` has no groups, the new frame has columns all the same; the loop left it without."));
  }

  private List<String> lines(String before, Map<String, GroupAggregate> values) {
    List<String> columns = new ArrayList<>();
    values.forEach((name, value) -> columns.add(column(name, value, values)));
    String groups = code.text(code.loop().grouping());
    String all = String.join(", ", columns);
    String line = before + groups + ".agg(" + all + ").reset_index()";
    if (code.column() + line.length() <= WIDTH) {
      return List.of(line);
    }
    String step = VectorizePlan.INDENT;
    List<String> lines = new ArrayList<>(List.of(before + "(", step + groups));
    if (code.column() + all.length() + "    .agg()".length() <= WIDTH) {
      lines.add(step + ".agg(" + all + ")");
    } else {
      lines.add(step + ".agg(");
      columns.forEach(c -> lines.add(step + step + c + ","));
      lines.add(step + ")");
    }
    lines.add(step + ".reset_index()");
    lines.add(")");
    return lines;
  }

  /** {@code units=("units", "sum")}; rows are counted in any column. */
  private String column(String name, GroupAggregate value, Map<String, GroupAggregate> values) {
    String counted =
        value
            .column()
            .or(() -> values.values().stream().flatMap(v -> v.column().stream()).findFirst())
            .orElse(code.loop().keys().get(0));
    String method = code.loop().quoted(value.kind().method());
    return name + "=(" + code.loop().quoted(counted) + ", " + method + ")";
  }

  /** {@code rows.append({…})}. */
  private Optional<Expression.Call> display(Statement statement) {
    return statement instanceof Statement.ExpressionStatement e
            && e.value() instanceof Expression.Call call
            && call.function() instanceof Expression.Attribute method
            && method.attribute().equals("append")
            && method.value() instanceof Expression.Name sink
            && program.type(sink).name().equals("list")
            && call.arguments().size() == 1
            && call.keywords().isEmpty()
            && call.arguments().get(0) instanceof Expression.DictDisplay
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Expression.Name sink(Expression.Call append) {
    return (Expression.Name) ((Expression.Attribute) append.function()).value();
  }

  /** What the columns after the keys are, by name. */
  private Optional<Map<String, GroupAggregate>> values(Expression.DictDisplay dict) {
    List<String> names = new ArrayList<>();
    dict.keys().forEach(k -> k.flatMap(GroupLoop::text).ifPresent(names::add));
    List<String> keys = code.loop().keys();
    Expression target = code.loop().key();
    List<Expression> parts =
        target instanceof Expression.TupleDisplay tuple ? tuple.elements() : List.of(target);
    boolean plain =
        names.size() == dict.values().size()
            && Set.copyOf(names).size() == names.size()
            && names.size() > keys.size()
            && parts.size() == keys.size()
            && names.subList(0, keys.size()).equals(keys)
            && keys.stream().allMatch(code::isPlainKey);
    for (int i = 0; plain && i < keys.size(); i++) {
      plain =
          dict.values().get(i) instanceof Expression.Name name
              && parts.get(i) instanceof Expression.Name part
              && part.id().equals(name.id());
    }
    Map<String, GroupAggregate> values = new LinkedHashMap<>();
    for (int i = keys.size(); plain && i < names.size(); i++) {
      Optional<GroupValue> value = code.value(dict.values().get(i));
      plain =
          value.filter(v -> v.after().isEmpty()).isPresent()
              && names.get(i).matches("[a-zA-Z]\\w*");
      String name = names.get(i);
      value.ifPresent(v -> values.put(name, v.aggregate()));
    }
    return plain ? Optional.of(values) : Optional.empty();
  }

  /** The list is made right before the loop, becomes a frame right after it, and is used by nobody else. */
  private boolean isOnlyForFrame(Expression.Name sink, Statement start, Statement made) {
    boolean starts =
        start instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name target
            && target.id().equals(sink.id())
            && assign.value() instanceof Expression.ListDisplay list
            && list.elements().isEmpty();
    Optional<Expression> value =
        made instanceof Statement.Return r
            ? r.value()
            : made instanceof Statement.Assign assign
                    && assign.targets().size() == 1
                    && assign.targets().get(0) instanceof Expression.Name
                ? Optional.of(assign.value())
                : Optional.empty();
    return starts && value.filter(v -> isFrameOf(v, sink)).isPresent() && mentions(sink) == 3;
  }

  private boolean isFrameOf(Expression e, Expression.Name sink) {
    return e instanceof Expression.Call call
        && call.keywords().isEmpty()
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Name name
        && name.id().equals(sink.id())
        && program.value(call.function()).roots().stream()
            .allMatch(r -> r instanceof Root.LibraryObject o && o.name().equals("pandas.DataFrame"))
        && program.value(call.function()).roots().size() == 1;
  }

  private int mentions(Expression.Name sink) {
    boolean local =
        program
            .scopes()
            .around(sink)
            .owner(sink.id())
            .equals(Optional.of(code.candidate().frame()));
    int[] count = {local ? 0 : 100};
    Walk.each(
        code.candidate().frame().node(),
        n -> count[0] += n instanceof Expression.Name name && name.id().equals(sink.id()) ? 1 : 0);
    return count[0];
  }
}

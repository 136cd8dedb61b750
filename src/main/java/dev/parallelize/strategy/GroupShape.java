package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops over groups that do nothing but gather one value of each: nothing is left of the loop. */
final class GroupShape {
  /** What is gathered: by its key, with its key, or alone. */
  private enum Kind {
    DICT,
    PAIRS,
    LIST
  }

  private final GroupVectorization code;
  private final Program program;

  GroupShape(GroupVectorization code) {
    this.code = code;
    this.program = code.program();
  }

  /**
   * @param before the text before the values, as {@code totals = }
   * @param after the text after them
   */
  private record Gathered(
      Kind kind, GroupValue value, Span replaced, String before, String after) {}

  /** The statements; empty for any other loop. */
  Optional<RowVectorization.Result> shorter() {
    Node node = code.candidate().node();
    Optional<Gathered> gathered =
        node instanceof Statement.For loop ? ofLoop(loop) : ofComprehension(node);
    return gathered.map(
        g -> new RowVectorization.Result(g.replaced(), lines(g), List.of(), List.of()));
  }

  private List<String> lines(Gathered gathered) {
    List<String> lines = new ArrayList<>();
    String all = gathered.value().all(code.loop(), code.groups(lines, false));
    boolean python = gathered.value().python();
    if (!python && gathered.kind() != Kind.LIST) {
      String name = code.fresh(gathered.value().aggregate().plural());
      lines.add(name + " = " + all);
      String pairs = "zip(" + name + ".index, " + name + ".to_numpy())";
      all = gathered.kind() == Kind.DICT ? "dict(" + pairs + ")" : listed(gathered, pairs);
    } else {
      all =
          switch (gathered.kind()) {
            case DICT -> all + ".to_dict()";
            case PAIRS -> listed(gathered, all + ".items()");
            case LIST -> python ? all + ".tolist()" : listed(gathered, all + ".to_numpy()");
          };
    }
    lines.add(gathered.before() + all + gathered.after());
    return lines;
  }

  /** As a list, where not only its items are needed. */
  private static String listed(Gathered gathered, String items) {
    return gathered.after().isEmpty() ? "list(" + items + ")" : items;
  }

  private Optional<Gathered> ofLoop(Statement.For loop) {
    if (loop.body().size() != 1 || !loop.orElse().isEmpty()) {
      return Optional.empty();
    }
    Optional<Gathered> gathered =
        loop.body().get(0) instanceof Statement.Assign assign
            ? stored(loop, assign)
            : loop.body().get(0) instanceof Statement.ExpressionStatement e
                ? appended(loop, e.value())
                : Optional.empty();
    gathered.ifPresent(
        g ->
            LiveOut.requireNone(
                program,
                code.candidate().frame(),
                loop,
                Set.copyOf(LoopNest.names(code.loop().key()))));
    return gathered;
  }

  private Optional<Gathered> stored(Statement.For loop, Statement.Assign assign) {
    return assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Subscript place
            && place.value() instanceof Expression.Name sink
            && isKey(place.slice())
            && program.type(sink).name().equals("dict")
        ? code.value(assign.value()).map(v -> into(loop, sink, Kind.DICT, v, ".update("))
        : Optional.empty();
  }

  private boolean isKey(Expression e) {
    String key = code.text(code.loop().key());
    String text = code.text(e);
    return text.equals(key) || ("(" + text + ")").equals(key);
  }

  private Optional<Gathered> appended(Statement.For loop, Expression e) {
    if (!(e instanceof Expression.Call call)
        || !(call.function() instanceof Expression.Attribute method)
        || !method.attribute().equals("append")
        || !(method.value() instanceof Expression.Name sink)
        || call.arguments().size() != 1
        || !call.keywords().isEmpty()
        || !program.type(sink).name().equals("list")) {
      return Optional.empty();
    }
    return kind(call.arguments().get(0))
        .flatMap(
            k ->
                code.value(value(k, call.arguments().get(0)))
                    .map(v -> into(loop, sink, k, v, ".extend(")));
  }

  /** How the item of a list is made of the value. */
  private Optional<Kind> kind(Expression item) {
    boolean pair =
        item instanceof Expression.TupleDisplay p
            && p.elements().size() == 2
            && isKey(p.elements().get(0));
    return pair ? Optional.of(Kind.PAIRS) : code.value(item).map(v -> Kind.LIST);
  }

  private static Expression value(Kind kind, Expression item) {
    return kind == Kind.PAIRS ? ((Expression.TupleDisplay) item).elements().get(1) : item;
  }

  /** Into the container, which the line before may have made. */
  private Gathered into(
      Statement.For loop, Expression.Name sink, Kind kind, GroupValue value, String method) {
    List<Statement> block = code.candidate().block();
    int at = block.indexOf(loop);
    boolean starts =
        at > 0
            && block.get(at - 1) instanceof Statement.Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Expression.Name target
            && target.id().equals(sink.id())
            && isEmpty(assign.value(), kind)
            && program.tree().source().line(assign.end())
                < program.tree().source().line(loop.start());
    return starts
        ? new Gathered(
            kind, value, new Span(block.get(at - 1).start(), loop.end()), sink.id() + " = ", "")
        : new Gathered(kind, value, loop.span(), sink.id() + method, ")");
  }

  private static boolean isEmpty(Expression e, Kind kind) {
    return kind == Kind.DICT
        ? e instanceof Expression.DictDisplay dict && dict.values().isEmpty()
        : e instanceof Expression.ListDisplay list && list.elements().isEmpty();
  }

  private Optional<Gathered> ofComprehension(Node node) {
    Optional<Kind> kind = Optional.empty();
    Optional<GroupValue> value = Optional.empty();
    if (node instanceof Expression.DictComp dict && isPlain(node) && isKey(dict.key())) {
      kind = Optional.of(Kind.DICT);
      value = code.value(dict.value());
    } else if (node instanceof Expression.ListComp list && isPlain(node)) {
      kind = kind(list.element());
      value = kind.flatMap(k -> code.value(value(k, list.element())));
    }
    Span whole = code.candidate().statement().span();
    String text = program.tree().source().text(whole);
    String before = text.substring(0, node.start() - whole.start());
    String after = text.substring(node.end() - whole.start());
    boolean statement = before.matches("\\w+ = |return ") && after.isEmpty() && !text.contains(";");
    Optional<Kind> as = kind;
    return value
        .filter(v -> statement || v.python() || as.filter(k -> k == Kind.LIST).isPresent())
        .map(
            v ->
                statement
                    ? new Gathered(as.orElseThrow(), v, whole, before, "")
                    : new Gathered(as.orElseThrow(), v, node.span(), "", ""));
  }

  private static boolean isPlain(Node node) {
    return dev.parallelize.syntax.Comprehension.of(node).get(0).conditions().isEmpty();
  }
}

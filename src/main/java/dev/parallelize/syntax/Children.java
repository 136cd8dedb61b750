package dev.parallelize.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The direct children of any node, in the order of the text.
 *
 * <p>One row of the table for each kind of node, so that walkers need not know the records.
 */
public final class Children {
  private static final Map<Class<?>, BiConsumer<Node, Collector>> TABLE = new IdentityHashMap<>();

  static {
    row(Module.class, (n, c) -> c.all(n.body()));
    row(Alias.class, (n, c) -> {});
    row(Argument.class, (n, c) -> c.maybe(n.annotation()));
    row(Arguments.class, Children::arguments);
    row(Comprehension.class, (n, c) -> c.one(n.target()).one(n.iterable()).all(n.conditions()));
    row(ExceptHandler.class, (n, c) -> c.maybe(n.type()).all(n.body()));
    row(Keyword.class, (n, c) -> c.one(n.value()));
    row(MatchCase.class, (n, c) -> c.one(n.pattern()).maybe(n.guard()).all(n.body()));
    row(WithItem.class, (n, c) -> c.one(n.context()).maybe(n.target()));
    typeParameters();
    statements();
    blocks();
    expressions();
    displays();
    patterns();
  }

  private Children() {}

  /** The direct children of a node, in the order of the text. */
  public static List<Node> of(Node node) {
    Collector collector = new Collector();
    BiConsumer<Node, Collector> row = TABLE.get(node.getClass());
    if (row == null) {
      throw new IllegalStateException("no row for " + node.getClass().getName());
    }
    row.accept(node, collector);
    return collector.ordered();
  }

  private static void typeParameters() {
    row(TypeParameter.TypeVar.class, (n, c) -> c.maybe(n.bound()).maybe(n.defaultValue()));
    row(TypeParameter.ParamSpec.class, (n, c) -> c.maybe(n.defaultValue()));
    row(TypeParameter.TypeVarTuple.class, (n, c) -> c.maybe(n.defaultValue()));
  }

  private static void statements() {
    row(Statement.Return.class, (n, c) -> c.maybe(n.value()));
    row(Statement.Delete.class, (n, c) -> c.all(n.targets()));
    row(Statement.Assign.class, (n, c) -> c.all(n.targets()).one(n.value()));
    row(
        Statement.TypeAlias.class,
        (n, c) -> c.one(n.name()).all(n.typeParameters()).one(n.value()));
    row(Statement.AugAssign.class, (n, c) -> c.one(n.target()).one(n.value()));
    row(
        Statement.AnnAssign.class,
        (n, c) -> c.one(n.target()).one(n.annotation()).maybe(n.value()));
    row(Statement.Raise.class, (n, c) -> c.maybe(n.exception()).maybe(n.cause()));
    row(Statement.Assert.class, (n, c) -> c.one(n.test()).maybe(n.message()));
    row(Statement.Import.class, (n, c) -> c.all(n.names()));
    row(Statement.ImportFrom.class, (n, c) -> c.all(n.names()));
    row(Statement.Global.class, (n, c) -> {});
    row(Statement.Nonlocal.class, (n, c) -> {});
    row(Statement.ExpressionStatement.class, (n, c) -> c.one(n.value()));
    row(Statement.Pass.class, (n, c) -> {});
    row(Statement.Break.class, (n, c) -> {});
    row(Statement.Continue.class, (n, c) -> {});
  }

  private static void blocks() {
    row(
        Statement.FunctionDef.class,
        (n, c) ->
            c.all(n.decorators())
                .all(n.typeParameters())
                .one(n.arguments())
                .maybe(n.returns())
                .all(n.body()));
    row(
        Statement.ClassDef.class,
        (n, c) ->
            c.all(n.decorators())
                .all(n.typeParameters())
                .all(n.bases())
                .all(n.keywords())
                .all(n.body()));
    row(
        Statement.For.class,
        (n, c) -> c.one(n.target()).one(n.iterable()).all(n.body()).all(n.orElse()));
    row(Statement.While.class, (n, c) -> c.one(n.test()).all(n.body()).all(n.orElse()));
    row(Statement.If.class, (n, c) -> c.one(n.test()).all(n.body()).all(n.orElse()));
    row(Statement.With.class, (n, c) -> c.all(n.items()).all(n.body()));
    row(Statement.Match.class, (n, c) -> c.one(n.subject()).all(n.cases()));
    row(
        Statement.Try.class,
        (n, c) -> c.all(n.body()).all(n.handlers()).all(n.orElse()).all(n.finalBody()));
  }

  private static void expressions() {
    row(Expression.BoolOp.class, (n, c) -> c.all(n.values()));
    row(Expression.NamedExpr.class, (n, c) -> c.one(n.target()).one(n.value()));
    row(Expression.BinOp.class, (n, c) -> c.one(n.left()).one(n.right()));
    row(Expression.UnaryOp.class, (n, c) -> c.one(n.operand()));
    row(Expression.Lambda.class, (n, c) -> c.one(n.arguments()).one(n.body()));
    row(Expression.IfExp.class, (n, c) -> c.one(n.body()).one(n.test()).one(n.orElse()));
    row(Expression.Await.class, (n, c) -> c.one(n.value()));
    row(Expression.Yield.class, (n, c) -> c.maybe(n.value()));
    row(Expression.YieldFrom.class, (n, c) -> c.one(n.value()));
    row(Expression.Compare.class, (n, c) -> c.one(n.left()).all(n.comparators()));
    row(Expression.Call.class, (n, c) -> c.one(n.function()).all(n.arguments()).all(n.keywords()));
    row(Expression.FormattedValue.class, (n, c) -> c.one(n.value()).maybe(n.formatSpec()));
    row(Expression.Interpolation.class, (n, c) -> c.one(n.value()).maybe(n.formatSpec()));
    row(Expression.JoinedStr.class, (n, c) -> c.all(n.values()));
    row(Expression.TemplateStr.class, (n, c) -> c.all(n.values()));
    row(Expression.Constant.class, (n, c) -> {});
    row(Expression.Attribute.class, (n, c) -> c.one(n.value()));
    row(Expression.Subscript.class, (n, c) -> c.one(n.value()).one(n.slice()));
    row(Expression.Starred.class, (n, c) -> c.one(n.value()));
    row(Expression.Name.class, (n, c) -> {});
    row(Expression.Slice.class, (n, c) -> c.maybe(n.lower()).maybe(n.upper()).maybe(n.step()));
  }

  private static void displays() {
    row(Expression.DictDisplay.class, Children::dictDisplay);
    row(Expression.SetDisplay.class, (n, c) -> c.all(n.elements()));
    row(Expression.ListDisplay.class, (n, c) -> c.all(n.elements()));
    row(Expression.TupleDisplay.class, (n, c) -> c.all(n.elements()));
    row(Expression.ListComp.class, (n, c) -> c.one(n.element()).all(n.generators()));
    row(Expression.SetComp.class, (n, c) -> c.one(n.element()).all(n.generators()));
    row(Expression.GeneratorExp.class, (n, c) -> c.one(n.element()).all(n.generators()));
    row(Expression.DictComp.class, (n, c) -> c.one(n.key()).one(n.value()).all(n.generators()));
  }

  private static void patterns() {
    row(Pattern.MatchValue.class, (n, c) -> c.one(n.value()));
    row(Pattern.MatchSingleton.class, (n, c) -> {});
    row(Pattern.MatchSequence.class, (n, c) -> c.all(n.patterns()));
    row(Pattern.MatchMapping.class, (n, c) -> c.all(n.keys()).all(n.patterns()));
    row(
        Pattern.MatchClass.class,
        (n, c) -> c.one(n.type()).all(n.patterns()).all(n.keywordPatterns()));
    row(Pattern.MatchStar.class, (n, c) -> {});
    row(Pattern.MatchAs.class, (n, c) -> c.maybe(n.pattern()));
    row(Pattern.MatchOr.class, (n, c) -> c.all(n.patterns()));
  }

  private static void arguments(Arguments n, Collector c) {
    c.all(n.all()).all(n.defaults());
    n.keywordDefaults().forEach(c::maybe);
  }

  private static void dictDisplay(Expression.DictDisplay n, Collector c) {
    for (int i = 0; i < n.values().size(); i++) {
      c.maybe(n.keys().get(i)).one(n.values().get(i));
    }
  }

  private static <N extends Node> void row(Class<N> kind, BiConsumer<N, Collector> children) {
    TABLE.put(kind, (node, collector) -> children.accept(kind.cast(node), collector));
  }

  /** Gathers children and remembers whether they came in order. */
  private static final class Collector {
    private final List<Node> children = new ArrayList<>();
    private boolean inOrder = true;

    Collector one(Node child) {
      inOrder &= children.isEmpty() || children.get(children.size() - 1).start() <= child.start();
      children.add(child);
      return this;
    }

    Collector all(List<? extends Node> more) {
      more.forEach(this::one);
      return this;
    }

    Collector maybe(Optional<? extends Node> child) {
      child.ifPresent(this::one);
      return this;
    }

    List<Node> ordered() {
      if (!inOrder) {
        children.sort(Comparator.comparingInt(Node::start));
      }
      return children;
    }
  }
}

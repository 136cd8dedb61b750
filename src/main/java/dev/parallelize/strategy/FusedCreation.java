package dev.parallelize.strategy;

import dev.parallelize.dependence.Affine;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An array that is made by {@code np.zeros} and the like right before a loop that stores every element
 * of it: the value of the loop takes its place, which saves filling it twice and copying.
 *
 * <p>The value has to be an array that is the same in all that can be seen of it: shape, element type
 * and order in memory. Of arrays with several axes only the order of those is known that are made of
 * vectors alone: all others keep the order of their operands.
 */
final class FusedCreation {
  private static final Set<String> MAKERS =
      Set.of("zeros", "ones", "empty", "full", "zeros_like", "ones_like", "empty_like");
  private static final Set<String> PLAIN_OPTIONS = Set.of("dtype", "shape", "fill_value");
  private static final String LENGTH = "len\\(\\w+\\)|\\w+\\.shape\\[\\d+]";

  private final ArrayFacts facts;
  private final ArrayExpressions library;
  private final Statement.For loop;

  FusedCreation(ArrayFacts facts, ArrayExpressions library, Statement.For loop) {
    this.facts = facts;
    this.library = library;
    this.loop = loop;
  }

  /**
   * All elements of an array, and what is stored there.
   *
   * @param code the value, as written
   * @param ordered whether the value surely lies in memory row by row
   */
  record WholeStore(
      ArrayText.Access access, ArrayRendering.Text value, String code, boolean ordered) {}

  /** The same statements, with the creation in front of the loop among what they replace. */
  Vectorization.Result fuse(Vectorization.Result result, WholeStore store, Node code) {
    List<String> lines = result.statements();
    List<String> before = lines.subList(0, lines.size() - 1);
    Optional<Statement> creation =
        before(code).filter(s -> startsItsLine(s)).filter(s -> makes(s, store.access()));
    boolean same =
        result.guards().isEmpty()
            && store.access().isWhole()
            && store.ordered()
            && isSame(store)
            && before.stream().allMatch(l -> l.matches("\\w+ = .*"))
            && lines.stream().noneMatch(l -> mentions(target(l), store.access().array()))
            && !mentions(store.code(), store.access().array());
    if (creation.isEmpty() || !same) {
      return result;
    }
    List<String> fused = new ArrayList<>(before);
    String value = ArrayRendering.unwrapped(store.code());
    fused.add(beforeValue(creation.get()) + (isView(value) ? value + ".copy()" : value));
    Span replaced = new Span(creation.get().start(), loop.end());
    return new Vectorization.Result(replaced, fused, List.of(), false, result.caveats());
  }

  /** Without the elements that the last line stores. */
  private static String target(String line) {
    return line.replaceFirst("^\\w+\\[[:, ]+] = ", "");
  }

  private boolean isSame(WholeStore store) {
    return store.value().kind() != ArrayRendering.Kind.FIXED
        && store.value().element().isKnown()
        && store.value().element() == store.access().fact().element()
        && store.value().axes().size() == store.access().axes().size();
  }

  private static boolean mentions(String code, String name) {
    return code.matches("(?s).*\\b" + name + "\\b.*");
  }

  /** A part of another array, which the new one must not share memory with. */
  private static boolean isView(String value) {
    return value.matches("[\\w.]+(\\[[^\\]]*])?");
  }

  /** The statement right before the loop, in the same block. */
  private Optional<Statement> before(Node code) {
    Optional<Statement> last = Optional.empty();
    for (Node child : Children.of(code)) {
      if (child == loop) {
        return last;
      } else if (child.start() <= loop.start() && loop.end() <= child.end()) {
        return before(child);
      }
      last = child instanceof Statement s ? Optional.of(s) : Optional.empty();
    }
    return Optional.empty();
  }

  private boolean startsItsLine(Statement statement) {
    return facts.textBefore(statement).isBlank();
  }

  private boolean makes(Statement statement, ArrayText.Access access) {
    Expression target;
    Expression value;
    if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
      target = assign.targets().get(0);
      value = assign.value();
    } else if (statement instanceof Statement.AnnAssign assign && assign.value().isPresent()) {
      target = assign.target();
      value = assign.value().get();
    } else {
      return false;
    }
    return target instanceof Expression.Name name
        && name.id().equals(access.array())
        && value instanceof Expression.Call call
        && library.numpyName(call.function()).filter(MAKERS::contains).isPresent()
        && isHarmless(call)
        && access.fact().shape().size() == access.parts().size()
        && access.fact().shape().stream().allMatch(FusedCreation::surelyExists);
  }

  /** A creation that does not fail, and does what its function's name says. */
  private static boolean isHarmless(Expression.Call call) {
    return call.keywords().stream()
            .map(Keyword::name)
            .allMatch(n -> n.filter(PLAIN_OPTIONS::contains).isPresent())
        && call.arguments().stream().allMatch(FusedCreation::isPlain)
        && call.keywords().stream().map(Keyword::value).allMatch(FusedCreation::isPlain);
  }

  private static boolean isPlain(Expression e) {
    return e instanceof Expression.Name
        || e instanceof Expression.Constant c && !(c.value() instanceof Literal.Text)
        || e instanceof Expression.Attribute a && isPlain(a.value())
        || e instanceof Expression.Subscript s && isPlain(s.value()) && isPlain(s.slice())
        || e instanceof Expression.TupleDisplay t
            && t.elements().stream().allMatch(FusedCreation::isPlain)
        || e instanceof Expression.Call c
            && c.function() instanceof Expression.Name f
            && f.id().equals("len")
            && c.arguments().stream().allMatch(FusedCreation::isPlain);
  }

  /** A length of an array, or a number that is not negative: with another one the creation fails. */
  private static boolean surelyExists(Optional<Affine> length) {
    return length
        .filter(l -> l.constant() >= 0)
        .filter(l -> l.terms().values().stream().allMatch(c -> c > 0))
        .filter(l -> l.names().stream().allMatch(n -> n.matches(LENGTH)))
        .isPresent();
  }

  private String beforeValue(Statement creation) {
    Expression value =
        creation instanceof Statement.Assign assign
            ? assign.value()
            : ((Statement.AnnAssign) creation).value().orElseThrow();
    String text = facts.text(creation);
    return text.substring(0, value.start() - creation.start());
  }
}

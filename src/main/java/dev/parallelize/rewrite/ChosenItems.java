package dev.parallelize.rewrite;

import dev.parallelize.dependence.MappedCall;
import dev.parallelize.dependence.SelectedItems;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What workers compute only tells which items the parent chooses, or in which order: the items themselves stay where
 * they are. Ties go to the item that comes first, as before.
 *
 * @param results the name of what workers gave
 * @param item the name of an item in emitted code
 * @param counted the start of a comprehension whose element is no item, as {@code 1 for x in}; empty for any other
 * @param rest further arguments of {@code min}, {@code max} and {@code sorted}, with a comma before each
 */
record ChosenItems(
    MappedCall.Use use, Node node, String results, String item, String counted, String rest) {
  private static final String COMPRESS = "from itertools import compress";
  private static final String ITEMGETTER = "from operator import itemgetter";

  static Optional<ChosenItems> of(
      Judgement judgement, Options options, FreshNames fresh, Layout layout) {
    Node node = judgement.candidate().node();
    Optional<MappedCall> call =
        MappedCall.of(judgement.program(), node).filter(c -> c.use().givesItems());
    if (call.isEmpty() && test(node, options).isEmpty()) {
      return Optional.empty();
    }
    if (options.onError() != Options.OnError.RAISE) {
      throw new WorkerBuilder.Unsupported(
          "onError: without a result it is not known whether an item is chosen");
    }
    MappedCall.Use use = call.map(MappedCall::use).orElse(MappedCall.Use.FILTER);
    String rest =
        call.stream()
            .flatMap(c -> c.rest().stream())
            .map(
                k -> {
                  String value = layout.source().text(k.value().span());
                  boolean paired = k.name().orElseThrow().equals("default");
                  return ", " + k.name().get() + "=" + (paired ? "(None, " + value + ")" : value);
                })
            .collect(Collectors.joining());
    String results =
        use == MappedCall.Use.FILTER
            ? fresh.fresh("chosen", "kept", "chosen")
            : fresh.fresh("keys", "sort_keys", "keys");
    return Optional.of(
        new ChosenItems(
            use, node, results, fresh.fresh("item", "value", "item"), counted(node, layout), rest));
  }

  private static String counted(Node node, Layout layout) {
    List<Comprehension> clauses = Comprehension.of(node);
    if (clauses.isEmpty() || element(node) instanceof Expression.Name) {
      return "";
    }
    int end = clauses.get(0).iterable().start();
    return layout.source().text().substring(element(node).start(), end);
  }

  private static Node element(Node node) {
    return Children.of(node).get(0);
  }

  /** The test of a comprehension that keeps some of its items, where workers make no more than that test. */
  static Optional<Expression> test(Node node, Options options) {
    boolean raises = options.onError() == Options.OnError.RAISE;
    return raises && !WorkerBuilder.filtersFirst(node)
        ? SelectedItems.test(node)
        : Optional.empty();
  }

  /** Whether the text is a call, and no clauses that need parentheses. */
  boolean isCall() {
    return counted.isEmpty();
  }

  List<String> imports() {
    return List.of(use == MappedCall.Use.FILTER ? COMPRESS : ITEMGETTER);
  }

  /**
   * What takes the place of the call or comprehension, on one line if it fits.
   *
   * @param room how many characters the line has for it
   * @param outer the line break and indentation of the line that it ends on
   * @param inner the same of lines inside of it
   */
  String text(String items, int room, String outer, String inner) {
    String line = text(items);
    if (use != MappedCall.Use.SORTED || PoolCode.length(line) <= room) {
      return line;
    }
    String clause = line.substring(line.indexOf(" for ") + 1, line.length() - 1);
    return "[" + inner + item + inner + clause + outer + "]";
  }

  private String text(String items) {
    String pairs = "(zip(" + results + ", " + items + "), key=";
    String compared = pairs + PoolCode.placeholder(ITEMGETTER) + "(0)" + rest + ")";
    return switch (use) {
      case MIN -> "min" + compared + "[1]";
      case MAX -> "max" + compared + "[1]";
      case SORTED -> "[" + item + " for _, " + item + " in sorted" + compared + "]";
      case FILTER, VALUES ->
          kept(PoolCode.placeholder(COMPRESS) + "(" + items + ", " + results + ")");
    };
  }

  private String kept(String compressed) {
    if (!counted.isEmpty()) {
      String all = counted + compressed;
      return node instanceof Expression.ListComp
          ? "[" + all + "]"
          : node instanceof Expression.SetComp ? "{" + all + "}" : all;
    }
    if (node instanceof Expression.ListComp) {
      return "list(" + compressed + ")";
    }
    return node instanceof Expression.SetComp ? "set(" + compressed + ")" : compressed;
  }
}

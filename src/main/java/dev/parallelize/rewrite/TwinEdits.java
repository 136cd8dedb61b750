package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.TwinCalls;
import dev.parallelize.strategy.TwinPlan;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The edits that make code which uses a blocking client use the asynchronous one beside it.
 *
 * @param twins new names of the functions of the file that use the client
 * @param own the name of the client where the program calls functions of the module
 * @param module how the file spells the module
 */
record TwinEdits(
    CodeText text,
    TwinPlan plan,
    Map<Statement.FunctionDef, String> twins,
    String own,
    String module) {
  private static final String RULE = "async-twin";

  /** The edits inside the code. */
  List<Edit> in(Node code) {
    Map<Node, Node> parents = new IdentityHashMap<>();
    List<Edit> edits = new ArrayList<>();
    Walk.each(
        code,
        node -> {
          Children.of(node).forEach(c -> parents.put(c, node));
          edit(node, parents, edits);
        });
    return edits;
  }

  private void edit(Node node, Map<Node, Node> parents, List<Edit> edits) {
    TwinCalls calls = plan.calls();
    if (node instanceof Statement.With with
        && with.items().stream().map(WithItem::context).anyMatch(calls::makes)) {
      open(with, edits);
    } else if (node instanceof Expression.Call call
        && calls.makes(call)
        && edits.stream().noneMatch(e -> e.span().contains(call.span()))) {
      edits.add(new Edit(call.function().span(), constructor(), RULE));
    } else if (node instanceof Expression.Call call && calls.closes(call)) {
      edits.add(insert(call.start(), "await "));
      int name = call.function().end() - "close".length();
      edits.add(new Edit(new Span(name, call.function().end()), "aclose", RULE));
    } else if (node instanceof Expression.Call call && calls.isMethod(call)) {
      await(call, parents, edits);
    } else if (node instanceof Expression.Call call && calls.isFunction(call)) {
      await(call, parents, edits);
      edits.add(new Edit(call.function().span(), own + "." + verb(call), RULE));
    } else if (node instanceof Expression.Call call) {
      calls
          .helper(call)
          .filter(twins::containsKey)
          .ifPresent(
              h -> {
                await(call, parents, edits);
                edits.add(new Edit(call.function().span(), twins.get(h), RULE));
                if (needsClient(h)) {
                  edits.add(first(call.function().end(), hasArguments(call)));
                }
              });
    }
  }

  /** {@code with} becomes {@code async with}, broken in lines anew where it gets too long. */
  private void open(Statement.With with, List<Edit> edits) {
    WithItem item = with.items().get(0);
    boolean simple =
        with.items().size() == 1
            && item.context() instanceof Expression.Call
            && item.target().isPresent()
            && text.source().line(with.start()) == text.source().line(item.end());
    if (!simple) {
      edits.add(insert(with.start(), "async "));
      return;
    }
    String name = text.source().text(item.target().get().span());
    String indent = text.indentOf(with);
    int end = text.source().text().indexOf(':', item.end()) + 1;
    String now = opened((Expression.Call) item.context(), name, indent);
    edits.add(new Edit(new Span(with.start(), end), now, RULE));
  }

  /** {@code async with Client(…) as name:}, without the indentation of its first line. */
  String opened(Expression.Call made, String name, String indent) {
    List<Node> passed = new ArrayList<>(made.arguments());
    passed.addAll(made.keywords());
    List<String> arguments = passed.stream().map(n -> text.source().text(n.span())).toList();
    String head = "async with " + constructor() + "(";
    return text.fold(indent, head, arguments, ") as " + name + ":").strip();
  }

  /** The asynchronous client's class as the file spells it. */
  String constructor() {
    return module + "." + plan.client().twin();
  }

  private static Edit insert(int at, String code) {
    return new Edit(new Span(at, at), code, RULE);
  }

  private String verb(Expression.Call call) {
    return call.function() instanceof Expression.Attribute a
        ? a.attribute()
        : ((Expression.Name) call.function()).id();
  }

  private static boolean hasArguments(Expression.Call call) {
    return !call.arguments().isEmpty() || !call.keywords().isEmpty();
  }

  /** The client as the first argument, behind the next bracket. */
  private Edit first(int after, boolean more) {
    int open = text.source().text().indexOf('(', after) + 1;
    return insert(open, own + (more ? ", " : ""));
  }

  private void await(Expression.Call call, Map<Node, Node> parents, List<Edit> edits) {
    boolean tight = Precedence.isTight(parents.get(call), call);
    edits.add(0, insert(call.start(), tight ? "(await " : "await "));
    if (tight) {
      edits.add(insert(call.end(), ")"));
    }
  }

  /** True for a function that, or whose helpers, call the module's functions. */
  private boolean needsClient(Statement.FunctionDef helper) {
    boolean[] found = {false};
    Walk.each(
        helper,
        n -> {
          if (n instanceof Expression.Call call) {
            found[0] |=
                plan.calls().isFunction(call)
                    || plan.calls()
                        .helper(call)
                        .filter(h -> h != helper && needsClient(h))
                        .isPresent();
          }
        });
    return found[0];
  }

  /** A function of the file as a coroutine that uses the asynchronous client. */
  String twin(Statement.FunctionDef helper) {
    List<Edit> edits = new ArrayList<>(in(helper));
    edits.add(insert(helper.start(), "async "));
    int name = text.source().text().indexOf(helper.name(), helper.start() + "def".length());
    edits.add(new Edit(new Span(name, name + helper.name().length()), twins.get(helper), RULE));
    if (needsClient(helper)) {
      edits.add(first(name, !helper.arguments().all().isEmpty()));
    }
    for (Argument argument : helper.arguments().all()) {
      argument
          .annotation()
          .filter(a -> text.source().text(a.span()).equals(blocking()))
          .ifPresent(a -> edits.add(new Edit(a.span(), constructor(), RULE)));
    }
    return text.slice(helper.start(), text.endWithComment(helper), edits);
  }

  private String blocking() {
    return module + "." + plan.client().blocking();
  }
}

package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.OpenedFiles;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The edits that make code which opens files in {@code with} blocks use aiofiles.
 *
 * @param aiofiles how the file spells the module
 */
record AiofilesEdits(CodeText text, OpenedFiles files, String aiofiles) {
  private static final String RULE = "asyncio-aiofiles";

  /** The edits inside the code. */
  List<Edit> in(Node code) {
    List<Edit> edits = new ArrayList<>();
    Walk.each(
        code,
        n -> {
          if (n instanceof Statement.With with && !files.names(with).isEmpty()) {
            block(with, edits);
          }
        });
    return edits;
  }

  private void block(Statement.With with, List<Edit> edits) {
    edits.add(insert(with.start(), "async "));
    for (WithItem item : with.items()) {
      Expression.Call call = (Expression.Call) item.context();
      edits.add(new Edit(call.function().span(), aiofiles + ".open", RULE));
    }
    Set<String> names = files.names(with);
    Map<Node, Node> parents = new IdentityHashMap<>();
    for (Statement s : with.body()) {
      Walk.each(
          s,
          n -> {
            Children.of(n).forEach(c -> parents.put(c, n));
            use(n, names, parents, edits);
          });
    }
  }

  private void use(Node node, Set<String> names, Map<Node, Node> parents, List<Edit> edits) {
    if (node instanceof Expression.Call call && files.awaits(call, names)) {
      Node parent = parents.get(call);
      boolean tight =
          parent instanceof Expression.Attribute
              || (parent instanceof Expression.Subscript s && s.value() == call);
      edits.add(insert(call.start(), tight ? "(await " : "await "));
      if (tight) {
        edits.add(insert(call.end(), ")"));
      }
    } else if (node instanceof Expression.Call call && files.loaded(call, names).isPresent()) {
      Expression file = files.loaded(call, names).get();
      edits.add(insert(call.function().end(), "s"));
      edits.add(
          new Edit(file.span(), "await " + text.source().text(file.span()) + ".read()", RULE));
    } else if (node instanceof Statement.For loop && isFile(loop.iterable(), names)) {
      edits.add(insert(loop.start(), "async "));
    } else if (node instanceof Comprehension clause && isFile(clause.iterable(), names)) {
      edits.add(insert(clause.start(), "async "));
    }
  }

  private static boolean isFile(Expression e, Set<String> names) {
    return e instanceof Expression.Name name && names.contains(name.id());
  }

  private static Edit insert(int at, String code) {
    return new Edit(new Span(at, at), code, RULE);
  }
}

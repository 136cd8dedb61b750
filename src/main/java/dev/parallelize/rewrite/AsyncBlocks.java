package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.HttpRequest;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes statements that use requests as statements of a coroutine that uses aiohttp: a response lives
 * in an {@code async with} around the statements that read it.
 *
 * @param whole all the code that is written, to see where else a response is read
 */
record AsyncBlocks(
    CodeText text, AsyncEdits edits, ClientSessionCode client, List<? extends Node> whole) {
  private static final String RULE = "asyncio-aiohttp";

  /** An assigned request. */
  private record Opening(HttpRequest request, String name) {}

  /**
   * The statements at an indentation, then {@code return} of the results.
   *
   * @param results what is returned; nothing when empty
   * @param guard a context manager around all that fetches, empty for none
   */
  String write(List<Statement> statements, List<Expression> results, String indent, String guard) {
    StringBuilder out = new StringBuilder();
    block(statements, results, indent, guard, out);
    return out.toString();
  }

  private void block(
      List<Statement> statements,
      List<Expression> results,
      String indent,
      String guard,
      StringBuilder out) {
    boolean guarded = !guard.isEmpty();
    if (guarded && !startsWithRequest(statements, results)) {
      int fetching = fetching(statements, results);
      boolean all = fetching > statements.size();
      int inside = Math.min(fetching, statements.size());
      out.append(indent).append("async with ").append(guard).append(":").append(text.end());
      block(
          statements.subList(0, inside), all ? results : List.of(), indent + text.unit(), "", out);
      if (!all) {
        block(statements.subList(inside, statements.size()), results, indent, "", out);
      }
      return;
    }
    String with = guarded ? guard + ", " : "";
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      gap(statement, i > 0, indent, out);
      Optional<Opening> opening = opening(statement);
      if (opening.isPresent()) {
        List<Statement> rest = statements.subList(i + 1, statements.size());
        opened(statement, opening.get(), rest, results, indent, with, out);
        return;
      }
      String inner = openChained(statement, indent, with, out);
      with = "";
      one(statement, inner, out);
    }
    if (!results.isEmpty()) {
      returned(results, indent, with, out);
    }
  }

  /** Sends one request after the statements, reads its answer and returns it. */
  String read(List<Statement> before, HttpRequest request, String indent, String guard) {
    StringBuilder out = new StringBuilder();
    String at = indent;
    String with = guard + ", ";
    if (!before.isEmpty()) {
      out.append(indent).append("async with ").append(guard).append(":").append(text.end());
      at += text.unit();
      with = "";
      block(before, List.of(), at, "", out);
    }
    if (!with.isEmpty()) {
      out.append(at).append("async with ").append(guard).append(":").append(text.end());
      at += text.unit();
    }
    String name = edits.response();
    out.append(kept(request, name, at, text.indentOf(request.call())));
    out.append(at).append("return ").append(name).append(text.end());
    return out.toString();
  }

  /** Sends a request whose answer is read to its end at once, and can then be used anywhere. */
  private String kept(HttpRequest request, String name, String indent, String from) {
    String head = name + " = await " + edits.session() + "." + request.method() + "(";
    List<String> arguments = client.arguments(request, from, indent);
    return text.fit(indent, head, arguments, ")")
        + indent
        + "await "
        + name
        + ".read()"
        + text.end();
  }

  private boolean startsWithRequest(List<Statement> statements, List<Expression> results) {
    if (statements.isEmpty()) {
      return !results.isEmpty() && opens(results.get(0));
    }
    Statement first = statements.get(0);
    return opening(first).isPresent() || (blocks(first).isEmpty() && opens(first));
  }

  private boolean opens(Node code) {
    return !edits.chained(code).isEmpty()
        || edits.hoists(code).stream().anyMatch(h -> h.response() instanceof Expression.Call);
  }

  /** How many statements it takes until nothing is fetched any more; one more for the results. */
  private int fetching(List<Statement> statements, List<Expression> results) {
    if (results.stream().anyMatch(edits::fetches)) {
      return statements.size() + 1;
    }
    int last = 0;
    for (int i = 0; i < statements.size(); i++) {
      last = edits.fetches(statements.get(i)) ? i + 1 : last;
    }
    return last;
  }

  private Optional<Opening> opening(Statement statement) {
    Expression target = null;
    Expression value = null;
    if (statement instanceof Statement.Assign a && a.targets().size() == 1) {
      target = a.targets().get(0);
      value = a.value();
    } else if (statement instanceof Statement.AnnAssign a && a.value().isPresent()) {
      target = a.target();
      value = a.value().get();
    }
    if (target instanceof Expression.Name name
        && value instanceof Expression.Call call
        && !edits.replaced().containsKey(call)) {
      return HttpRequest.of(edits.assignments(), call).map(r -> new Opening(r, name.id()));
    }
    return Optional.empty();
  }

  private void opened(
      Statement statement,
      Opening opening,
      List<Statement> rest,
      List<Expression> results,
      String indent,
      String with,
      StringBuilder out) {
    String name = opening.name();
    int used = 0;
    for (int i = 0; i < rest.size(); i++) {
      used = mentions(rest.get(i), name) ? i + 1 : used;
    }
    boolean returned = results.stream().anyMatch(r -> mentions(r, name));
    List<Statement> inside = returned ? rest : rest.subList(0, used);
    List<Node> covered = new ArrayList<>(inside);
    covered.addAll(returned ? results : List.of());
    if (readElsewhere(name, statement, covered)) {
      String at = indent;
      if (!with.isEmpty()) {
        String guard = with.substring(0, with.length() - ", ".length());
        out.append(indent).append("async with ").append(guard).append(":").append(text.end());
        at += text.unit();
      }
      out.append(kept(opening.request(), name, at, text.indentOf(statement)));
      List<Node> after = new ArrayList<>(rest);
      after.addAll(results);
      readAhead(name, after, at, out);
      block(rest, results, at, "", out);
      return;
    }
    String deeper = indent + text.unit();
    out.append(open(opening.request(), name, indent, with, text.indentOf(statement)));
    List<Node> later = new ArrayList<>(rest);
    later.addAll(results);
    boolean ahead = later.stream().anyMatch(l -> !edits.hoists(l).isEmpty());
    if (covered.isEmpty() && !ahead) {
      out.append(deeper).append("await ").append(name).append(".read()").append(text.end());
    }
    block(inside, returned ? results : List.of(), deeper, "", out);
    readAhead(name, later, deeper, out);
    if (!returned) {
      block(rest.subList(used, rest.size()), results, indent, "", out);
    }
  }

  private boolean readElsewhere(String name, Statement opening, List<Node> covered) {
    boolean[] found = {false};
    for (Node root : whole) {
      Walk.where(
          root,
          n -> {
            boolean hoisted = n instanceof Expression e && edits.offload().hoisted().containsKey(e);
            boolean elsewhere = !covered.contains(n) && !hoisted;
            if (elsewhere && n instanceof Expression.Name x) {
              found[0] |=
                  x.id().equals(name) && x.context() == Context.LOAD && x.start() > opening.end();
            }
            return elsewhere;
          });
    }
    return found[0];
  }

  private boolean mentions(Node code, String name) {
    boolean[] found = {false};
    Walk.where(
        code,
        n -> {
          found[0] |= n instanceof Expression.Name x && x.id().equals(name);
          return !(n instanceof Expression e && edits.offload().hoisted().containsKey(e));
        });
    return found[0];
  }

  /** Reads the parts of a named answer that later statements need, while it is open. */
  private void readAhead(
      String name, List<? extends Node> later, String indent, StringBuilder out) {
    for (Node node : later) {
      for (Offload.Hoist hoist : edits.hoists(node)) {
        if (hoist.response() instanceof Expression.Name x && x.id().equals(name)) {
          assign(hoist, name, indent, out);
        }
      }
    }
  }

  private void assign(Offload.Hoist hoist, String response, String indent, StringBuilder out) {
    out.append(indent).append(hoist.name()).append(" = ");
    out.append(edits.member(hoist.member(), response)).append(text.end());
  }

  /** Opens the requests that stand inside a statement or expression; gives the new indentation. */
  private String openChained(Node code, String indent, String with, StringBuilder out) {
    String inner = indent;
    String before = with;
    for (Offload.Hoist hoist : edits.hoists(code)) {
      if (hoist.response() instanceof Expression.Call call) {
        HttpRequest request = HttpRequest.of(edits.assignments(), call).orElseThrow();
        out.append(open(request, edits.response(), indent, before, text.indentOf(code)));
        assign(hoist, edits.response(), indent + text.unit(), out);
        before = "";
      }
    }
    for (HttpRequest request : edits.chained(code)) {
      out.append(open(request, edits.response(), inner, before, text.indentOf(code)));
      before = "";
      inner += text.unit();
    }
    return inner;
  }

  private String open(HttpRequest request, String name, String indent, String with, String from) {
    String head = "async with " + with + edits.session() + "." + request.method() + "(";
    String deeper = indent + text.unit();
    List<String> arguments = client.arguments(request, from, deeper);
    return text.fit(indent, head, arguments, ") as " + name + ":");
  }

  private void returned(List<Expression> results, String indent, String with, StringBuilder out) {
    String inner = indent;
    String before = with;
    for (Expression result : results) {
      inner = openChained(result, inner, before, out);
      before = "";
    }
    List<String> parts = new ArrayList<>();
    for (Expression result : results) {
      parts.add(edits.expression(result, text.indentOf(result), inner));
    }
    out.append(inner).append("return ").append(String.join(", ", parts)).append(text.end());
  }

  /** A blank line and the comments that stand between a statement and the one before it. */
  private void gap(Statement statement, boolean follows, String indent, StringBuilder out) {
    int line = text.source().line(text.startWithComments(statement.start()));
    if (follows && line > 1 && text.source().lineText(line - 1).isBlank()) {
      out.append(text.end());
    }
    for (int l = line; l < text.source().line(statement.start()); l++) {
      out.append(indent).append(text.source().lineText(l).strip()).append(text.end());
    }
  }

  /** One statement at an indentation, with what stands inside it. */
  private void one(Statement statement, String indent, StringBuilder out) {
    List<List<Statement>> blocks = blocks(statement);
    String from = text.indentOf(statement);
    List<Edit> inside = new ArrayList<>(edits.in(statement));
    if (statement instanceof Statement.With with) {
      openedByWith(with, from, indent, inside);
    }
    int position = statement.start();
    boolean cases = statement instanceof Statement.Match;
    for (List<Statement> block : blocks) {
      int start = text.startWithComments(block.get(0).start());
      int head = start > position ? start : block.get(0).start();
      String opener = text.render(position, head, inside, from, indent).stripTrailing();
      boolean later = cases && position > statement.start();
      out.append(later ? indent + text.unit() : indent).append(opener).append(text.end());
      block(block, List.of(), indent + text.unit().repeat(cases ? 2 : 1), "", out);
      position = nextText(text.endWithComment(block.get(block.size() - 1)));
    }
    if (blocks.isEmpty()) {
      int end = text.endWithComment(statement);
      out.append(indent).append(text.render(position, end, inside, from, indent));
      out.append(text.end());
    }
  }

  private int nextText(int position) {
    String all = text.source().text();
    int at = position;
    while (at < all.length() && Character.isWhitespace(all.charAt(at))) {
      at++;
    }
    return at;
  }

  private void openedByWith(Statement.With with, String from, String indent, List<Edit> inside) {
    if (with.items().size() != 1
        || !(with.items().get(0).context() instanceof Expression.Call call)
        || edits.replaced().containsKey(call)) {
      return;
    }
    Optional<HttpRequest> request = HttpRequest.of(edits.assignments(), call);
    if (request.isPresent()) {
      String arguments = String.join(", ", client.arguments(request.get(), from, indent));
      String now = edits.session() + "." + request.get().method() + "(" + arguments + ")";
      inside.removeIf(e -> call.span().contains(e.span()));
      inside.add(new Edit(new Span(with.start(), with.start()), "async ", RULE));
      inside.add(new Edit(call.span(), now, RULE));
    }
  }

  private static List<List<Statement>> blocks(Statement statement) {
    List<List<Statement>> blocks = new ArrayList<>();
    if (statement instanceof Statement.If s) {
      blocks.addAll(List.of(s.body(), s.orElse()));
    } else if (statement instanceof Statement.For s) {
      blocks.addAll(List.of(s.body(), s.orElse()));
    } else if (statement instanceof Statement.While s) {
      blocks.addAll(List.of(s.body(), s.orElse()));
    } else if (statement instanceof Statement.With s) {
      blocks.add(s.body());
    } else if (statement instanceof Statement.Try s) {
      blocks.add(s.body());
      s.handlers().stream().map(ExceptHandler::body).forEach(blocks::add);
      blocks.addAll(List.of(s.orElse(), s.finalBody()));
    } else if (statement instanceof Statement.Match s) {
      s.cases().stream().map(MatchCase::body).forEach(blocks::add);
    }
    blocks.removeIf(List::isEmpty);
    return blocks;
  }
}

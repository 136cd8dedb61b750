package dev.parallelize.rewrite;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.FetchPlan;
import dev.parallelize.strategy.HttpRequest;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps a loop, in a coroutine, and lets it await one task an item. */
final class StreamedFetch {
  private static final String RULE = "asyncio-aiohttp";

  private final AsyncioAiohttpRewriter rewriter;
  private final FetchPlan.Streamed streamed;
  private final Statement.For loop;
  private final CodeText text;
  private final List<Node> code;
  private final FetchCode fetch;

  StreamedFetch(AsyncioAiohttpRewriter rewriter, FetchPlan.Streamed streamed) {
    this.rewriter = rewriter;
    this.streamed = streamed;
    this.loop = (Statement.For) rewriter.candidate().node();
    this.text = rewriter.text();
    this.code = FetchCode.codeOf(streamed);
    Map<Expression.Call, String> replaced = Map.of(streamed.call(), "await task");
    List<String> nouns = new ArrayList<>();
    if (loop.iterable() instanceof Expression.Name n) {
      nouns.add(n.id());
    }
    this.fetch = rewriter.code(code, replaced, nouns);
  }

  void write() {
    rewriter.insertBefore(rewriter.topLevel(), functions());
    Node home = rewriter.candidate().frame().node();
    if (home instanceof Statement.FunctionDef function) {
      String now = loopCode(text.indentOf(loop));
      rewriter.edits().add(new Edit(loop.span(), now.strip(), RULE));
      if (!function.isAsync()) {
        hide(function);
      }
    }
    rewriter
        .changes()
        .add(
            "the loop at line "
                + rewriter.program().line(loop)
                + " awaits its requests in order while others are in flight");
  }

  private List<String> functions() {
    List<String> functions = new ArrayList<>();
    functions.add(fetch.item(code, itemBody()));
    if (rewriter.candidate().frame().kind() == Scope.Kind.MODULE) {
      String name = fetch.names().all();
      StringBuilder body = new StringBuilder("async def " + name + "():" + text.end());
      Set<String> bound = boundInLoop();
      if (!bound.isEmpty()) {
        body.append(text.unit()).append("global ").append(String.join(", ", bound));
        body.append(text.end());
      }
      functions.add(body.append(loopCode(text.unit())).toString());
      String run = fetch.edits().spelled("asyncio.run(") + name + "())";
      rewriter.edits().add(new Edit(loop.span(), run, RULE));
    }
    return functions;
  }

  private Set<String> boundInLoop() {
    Set<String> bound = new LinkedHashSet<>();
    Program program = rewriter.program();
    Walk.where(
        loop,
        n -> {
          if (n instanceof Expression.Name x
              && x.context() != Context.LOAD
              && program.scopes().around(x).kind() == Scope.Kind.MODULE) {
            bound.add(x.id());
          }
          return !streamed.moved().contains(n);
        });
    return bound;
  }

  private String itemBody() {
    String indent = text.unit();
    Optional<HttpRequest> request = HttpRequest.of(fetch.edits().assignments(), streamed.call());
    AsyncEdits plain = withoutReplacements();
    AsyncBlocks blocks = new AsyncBlocks(text, plain, fetch.client(), code);
    String guard = fetch.locals().semaphore();
    if (request.isEmpty()) {
      return blocks.write(streamed.prelude(), List.of(streamed.call()), indent, guard);
    }
    return blocks.read(streamed.prelude(), request.get(), indent, guard);
  }

  private AsyncEdits withoutReplacements() {
    AsyncEdits e = fetch.edits();
    return new AsyncEdits(
        e.assignments(),
        e.text(),
        e.twins(),
        Map.of(),
        e.session(),
        e.response(),
        e.offload(),
        e.address(),
        e.imports());
  }

  /** The loop in a coroutine. */
  private String loopCode(String indent) {
    String inner = indent + text.unit();
    String deep = inner + text.unit();
    StringBuilder lines = new StringBuilder(fetch.opened(indent));
    String items = items();
    if (!isRepeatable(loop.iterable())) {
      lines.append(inner).append(items).append(" = list(");
      lines.append(rewriter.program().tree().source().text(loop.iterable().span()));
      lines.append(")").append(text.end());
    }
    lines.append(fetch.started(inner, code, items));
    return lines.append(fetch.attempt(inner, body(deep, items))).toString();
  }

  private String items() {
    PythonSource source = rewriter.program().tree().source();
    return isRepeatable(loop.iterable())
        ? source.text(loop.iterable().span())
        : fetch.locals().items();
  }

  private static boolean isRepeatable(Expression iterable) {
    return iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Name n
        && n.id().equals("range")
        && call.arguments().stream()
            .allMatch(a -> a instanceof Expression.Constant || a instanceof Expression.Name);
  }

  private String body(String indent, String items) {
    PythonSource source = rewriter.program().tree().source();
    String head =
        "for "
            + TargetText.single(source, loop.target())
            + ", "
            + fetch.locals().task()
            + " in zip("
            + items
            + ", "
            + fetch.locals().tasks()
            + "):";
    List<Node> whole = List.of(loop);
    AsyncBlocks blocks = new AsyncBlocks(text, fetch.edits(), fetch.client(), whole);
    List<Statement> kept = new ArrayList<>(loop.body());
    kept.removeIf(streamed.moved()::contains);
    String code =
        indent + head + text.end() + blocks.write(kept, List.of(), indent + text.unit(), "");
    if (!loop.orElse().isEmpty()) {
      code +=
          indent
              + "else:"
              + text.end()
              + blocks.write(loop.orElse(), List.of(), indent + text.unit(), "");
    }
    return code;
  }

  /** Puts a function of the old name and signature in front of the one that became a coroutine. */
  private void hide(Statement.FunctionDef function) {
    boolean method = rewriter.candidate().frame().parent().orElseThrow().kind() == Scope.Kind.CLASS;
    String name = rewriter.fresh().fresh(function.name() + "_async");
    new Facade(text, fetch.edits().imports().name(AsyncEdits.ASYNCIO))
        .hide(function, name, method, rewriter.edits());
    rewriter.changes().add(function.name() + " keeps its signature and runs " + name);
  }
}

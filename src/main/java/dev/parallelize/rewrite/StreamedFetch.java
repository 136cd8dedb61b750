package dev.parallelize.rewrite;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.FetchPlan;
import dev.parallelize.strategy.HttpRequest;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
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
    String target = source.text(loop.target().span());
    boolean tuple = loop.target() instanceof Expression.TupleDisplay && !target.startsWith("(");
    String head =
        "for "
            + (tuple ? "(" + target + ")" : target)
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
    PythonSource source = rewriter.program().tree().source();
    Statement first = function.body().get(0);
    String indent = text.indentOf(function);
    String inner = indent + text.unit();
    boolean method = rewriter.candidate().frame().parent().orElseThrow().kind() == Scope.Kind.CLASS;
    String name = rewriter.fresh().fresh(function.name() + "_async");
    int head = text.startWithComments(first.start());
    String signature =
        source.text().substring(function.start(), head > function.start() ? head : first.start());
    StringBuilder facade = new StringBuilder(signature.stripTrailing()).append(text.end());
    boolean documented =
        first instanceof Statement.ExpressionStatement e
            && e.value() instanceof Expression.Constant c
            && c.value() instanceof Literal.Text
            && function.body().size() > 1;
    if (documented) {
      facade.append(inner).append(source.text(first.span())).append(text.end());
      Statement second = function.body().get(1);
      int after = source.lineStart(source.line(text.startWithComments(second.start())));
      rewriter
          .edits()
          .add(new Edit(new Span(source.lineStart(source.line(first.start())), after), "", RULE));
    }
    String call = arguments(function.arguments(), method, name);
    facade.append(inner).append("return ").append(fetch.edits().spelled("asyncio.run("));
    facade.append(call).append(")").append(text.end());
    facade.append(text.end().repeat(indent.isEmpty() ? 2 : 1)).append(indent).append("async ");
    int at = source.text().indexOf(function.name(), function.start() + "def".length());
    rewriter
        .edits()
        .add(new Edit(new Span(function.start(), function.start()), facade.toString(), RULE));
    rewriter.edits().add(new Edit(new Span(at, at + function.name().length()), name, RULE));
    rewriter.changes().add(function.name() + " keeps its signature and runs " + name);
  }

  private static String arguments(Arguments arguments, boolean method, String name) {
    List<String> passed = new ArrayList<>();
    arguments.positionalOnly().forEach(a -> passed.add(a.name()));
    arguments.positional().forEach(a -> passed.add(a.name()));
    String receiver = method ? passed.remove(0) + "." : "";
    arguments.variadic().ifPresent(a -> passed.add("*" + a.name()));
    for (Argument a : arguments.keywordOnly()) {
      passed.add(a.name() + "=" + a.name());
    }
    arguments.keywordVariadic().ifPresent(a -> passed.add("**" + a.name()));
    return receiver + name + "(" + String.join(", ", passed) + ")";
  }
}

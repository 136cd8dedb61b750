package dev.parallelize.rewrite;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a {@link Facade} away again: the coroutine gets the old name, every function of the file that
 * calls it becomes a coroutine, too, and so on up to the code of the module, which runs them. It is
 * refused where a function is used otherwise than by calling it, since whoever does would get a coroutine.
 */
public final class Propagation {
  private static final String RULE = "propagation";

  private final Program program;
  private final CodeText text;
  private final Map<Node, Node> parents = new IdentityHashMap<>();
  private final List<Edit> edits = new ArrayList<>();
  private final Map<Scope, Statement.FunctionDef> coroutines = new LinkedHashMap<>();
  private String asyncio = "asyncio";

  private Propagation(Program program) {
    this.program = program;
    this.text = new CodeText(program.tree());
    Walk.each(program.tree().module(), n -> Children.of(n).forEach(child -> parents.put(child, n)));
  }

  /**
   * The edits of a text in which the function of that name is a facade; without any where it is none.
   *
   * @param qualifiedName as {@link Scope} spells it
   */
  public static RewriteResult of(Program program, String qualifiedName) {
    try {
      return new RewriteResult.Rewritten(new Propagation(program).from(qualifiedName));
    } catch (WorkerBuilder.Unsupported reason) {
      return new RewriteResult.Impossible(reason.getMessage());
    }
  }

  private Rewrite from(String qualifiedName) {
    List<Statement.FunctionDef> named = new ArrayList<>();
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Statement.FunctionDef f
              && program.scopes().openedBy(f).qualifiedName().equals(qualifiedName)) {
            named.add(f);
          }
        });
    List<String> changes = new ArrayList<>();
    if (named.size() == 1 && !named.get(0).isAsync()) {
      Statement.FunctionDef function = named.get(0);
      run(function).ifPresentOrElse(call -> dissolve(function, call), () -> awaitInside(function));
      walk();
      coroutines
          .values()
          .forEach(f -> changes.add(f.name() + " is a coroutine now: it has to be awaited."));
    }
    return new Rewrite(edits, List.of(), List.of(), changes, List.of());
  }

  /** The call of {@code asyncio.run} that a facade consists of. */
  private static Optional<Expression.Call> run(Statement.FunctionDef function) {
    Statement last = function.body().get(function.body().size() - 1);
    return last instanceof Statement.Return returned
            && returned.value().orElse(null) instanceof Expression.Call call
            && call.function() instanceof Expression.Attribute a
            && a.attribute().equals("run")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expression.Call hidden
            && name(hidden.function()).startsWith(function.name() + "_async")
            && function.body().size() <= 2
        ? Optional.of(call)
        : Optional.empty();
  }

  private static String name(Expression function) {
    return function instanceof Expression.Attribute a
        ? a.attribute()
        : function instanceof Expression.Name n ? n.id() : "";
  }

  private void dissolve(Statement.FunctionDef facade, Expression.Call run) {
    asyncio = text.source().text(((Expression.Attribute) run.function()).value().span());
    Expression hidden = ((Expression.Call) run.arguments().get(0)).function();
    String name = name(hidden);
    Statement.FunctionDef coroutine =
        siblings(facade).stream()
            .filter(s -> s instanceof Statement.FunctionDef f && f.name().equals(name))
            .map(Statement.FunctionDef.class::cast)
            .findFirst()
            .orElseThrow(() -> refusal(facade, "is not the facade that was expected"));
    stays(facade, program.scopes().openedBy(facade));
    edits.add(new Edit(new Span(facade.start(), coroutine.start()), "", RULE));
    int at = text.source().text().indexOf(name, coroutine.start() + "async def".length());
    edits.add(new Edit(new Span(at, at + name.length()), facade.name(), RULE));
    if (facade.body().size() > 1) {
      Statement first = coroutine.body().get(0);
      String documentation = text.source().text(facade.body().get(0).span());
      String code = documentation + text.end() + text.indentOf(first);
      edits.add(new Edit(new Span(first.start(), first.start()), code, RULE));
    }
    coroutines.put(program.scopes().openedBy(facade), facade);
  }

  /** Where no facade was needed, the function itself starts the event loop. */
  private void awaitInside(Statement.FunctionDef function) {
    List<Expression.Call> runs = new ArrayList<>();
    List<Node> nested = new ArrayList<>();
    Walk.each(
        function,
        n -> {
          if (n instanceof Expression.Call call && starts(call)) {
            runs.add(call);
          } else if (n instanceof Expression.Lambda
              || (n instanceof Statement.FunctionDef inner && inner != function)) {
            nested.add(n);
          }
        });
    boolean inside =
        runs.stream().anyMatch(r -> nested.stream().anyMatch(n -> n.span().contains(r.span())));
    if (inside) {
      throw refusal(function, "starts the event loop in a function inside of it");
    } else if (runs.isEmpty()) {
      return;
    }
    for (Expression.Call run : runs) {
      asyncio = text.source().text(((Expression.Attribute) run.function()).value().span());
      boolean tight = Precedence.isTight(parents.get(run), run);
      Span before = new Span(run.start(), run.arguments().get(0).start());
      Span after = new Span(run.arguments().get(0).end(), run.end());
      edits.add(new Edit(before, tight ? "(await " : "await ", RULE));
      edits.add(new Edit(after, tight ? ")" : "", RULE));
    }
    Scope scope = program.scopes().openedBy(function);
    coroutines.put(scope, becoming(scope));
  }

  private boolean starts(Expression.Call call) {
    return call.function() instanceof Expression.Attribute
        && call.arguments().size() == 1
        && call.keywords().isEmpty()
        && program.targets(call).stream()
            .anyMatch(
                t -> t instanceof CallTarget.Known k && k.callee().name().equals("asyncio.run"));
  }

  /** From callee to caller, until all that call a coroutine are coroutines. */
  private void walk() {
    List<Scope> pending = new ArrayList<>(coroutines.keySet());
    while (!pending.isEmpty()) {
      Scope callee = pending.remove(0);
      onlyCalled(coroutines.get(callee), callee);
      for (Expression.Call call : calls(callee)) {
        call(call)
            .filter(s -> !coroutines.containsKey(s))
            .ifPresent(
                caller -> {
                  coroutines.put(caller, becoming(caller));
                  pending.add(caller);
                });
      }
    }
  }

  private List<Statement> siblings(Statement statement) {
    Node parent = parents.get(statement);
    List<Statement> found = new ArrayList<>();
    Children.of(parent).stream()
        .filter(Statement.class::isInstance)
        .forEach(s -> found.add((Statement) s));
    return found;
  }

  private List<Expression.Call> calls(Scope callee) {
    List<Expression.Call> found = new ArrayList<>();
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Expression.Call call && mayCall(call, callee)) {
            found.add(call);
          }
        });
    return found;
  }

  private boolean mayCall(Expression.Call call, Scope callee) {
    return program.targets(call).stream()
        .anyMatch(t -> t instanceof CallTarget.ProgramFunction f && f.scope() == callee);
  }

  /** The function is never handed on, and no call of its name might be of another. */
  private void onlyCalled(Statement.FunctionDef function, Scope scope) {
    boolean method = scope.parent().orElseThrow().kind() == Scope.Kind.CLASS;
    Walk.each(
        program.tree().module(),
        n -> {
          boolean named =
              n instanceof Expression.Name x
                  && x.id().equals(function.name())
                  && x.context() == Context.LOAD
                  && !method;
          boolean attribute =
              n instanceof Expression.Attribute a
                  && a.attribute().equals(function.name())
                  && method;
          if ((named || attribute) && !isCallee((Expression) n, scope)) {
            throw refusal(function, "is used on line " + program.line(n) + " without being called");
          }
        });
  }

  private boolean isCallee(Expression used, Scope scope) {
    return parents.get(used) instanceof Expression.Call call
        && call.function() == used
        && program.targets(call).size() == 1
        && mayCall(call, scope);
  }

  /** Awaits the call, or runs it where no function is around; gives the function that awaits now. */
  private Optional<Scope> call(Expression.Call call) {
    Node inside = call;
    Node around = parents.get(call);
    while (around != null) {
      boolean later =
          around instanceof Expression.GeneratorExp g
              && !g.generators().get(0).iterable().span().contains(call.span());
      if (around instanceof Expression.Lambda || later) {
        throw unsupported(call, "is called in a lambda or a generator");
      } else if (around instanceof Statement.ClassDef) {
        throw unsupported(call, "is called in the body of a class");
      } else if (around instanceof Statement.FunctionDef f && f.body().contains(inside)) {
        await(call);
        return f.isAsync() ? Optional.empty() : Optional.of(program.scopes().openedBy(f));
      }
      inside = around;
      around = parents.get(around);
    }
    edits.add(new Edit(new Span(call.start(), call.start()), asyncio + ".run(", RULE));
    edits.add(new Edit(new Span(call.end(), call.end()), ")", RULE));
    return Optional.empty();
  }

  private void await(Expression.Call call) {
    boolean tight = Precedence.isTight(parents.get(call), call);
    edits.add(new Edit(new Span(call.start(), call.start()), tight ? "(await " : "await ", RULE));
    if (tight) {
      edits.add(new Edit(new Span(call.end(), call.end()), ")", RULE));
    }
  }

  /** A function that calls a coroutine becomes one. */
  private Statement.FunctionDef becoming(Scope caller) {
    Statement.FunctionDef function = (Statement.FunctionDef) caller.node();
    stays(function, caller);
    if (program.summary(caller).generator()) {
      throw refusal(function, "is a generator");
    }
    edits.add(new Edit(new Span(function.start(), function.start()), "async ", RULE));
    return function;
  }

  /** Nobody but this file calls the function, as far as can be told. */
  private static void stays(Statement.FunctionDef function, Scope scope) {
    boolean inherits =
        scope.parent().orElseThrow().node() instanceof Statement.ClassDef c && !c.bases().isEmpty();
    if (!function.decorators().isEmpty()) {
      throw refusal(function, "is decorated");
    } else if (function.name().startsWith("__") || function.name().startsWith("test")) {
      throw refusal(function, "is called by others than this file");
    } else if (inherits) {
      throw refusal(function, "is a method of a class with bases, which may call it");
    }
  }

  private static WorkerBuilder.Unsupported refusal(Statement.FunctionDef function, String why) {
    return new WorkerBuilder.Unsupported(function.name() + " cannot become a coroutine: it " + why);
  }

  private WorkerBuilder.Unsupported unsupported(Expression.Call call, String why) {
    return new WorkerBuilder.Unsupported(
        "line " + program.line(call) + ": what would be a coroutine " + why);
  }
}

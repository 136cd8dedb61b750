package dev.parallelize.rewrite;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.dependence.Captures;
import dev.parallelize.dependence.Construct;
import dev.parallelize.dependence.MappedCall;
import dev.parallelize.dependence.Picklability;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The worker of {@code map(f, xs)} and its like: {@code f} itself, or a function made from a lambda. */
final class MapCallWorker {
  private MapCallWorker() {}

  static Worker of(Judgement judgement, PoolPlan plan, FreshNames fresh, Layout layout) {
    Program program = judgement.program();
    Expression function = function(program, judgement.candidate());
    if (function instanceof Expression.Lambda lambda) {
      return fromLambda(program, judgement, lambda, fresh, layout);
    }
    boolean threads = plan.workers() == PoolPlan.Workers.THREADS;
    Set<Root> roots = program.value(function).roots();
    boolean importable =
        !roots.isEmpty()
            && roots.stream().allMatch(r -> threads || isImportable(r))
            && (threads || bindsPicklable(judgement, function));
    if (!importable) {
      throw new WorkerBuilder.Unsupported(
          "`" + layout.source().text(function.span()) + "` cannot be sent to another process");
    }
    String text = layout.source().text(function.span());
    return new Worker(
        text, Optional.empty(), List.of(), List.of(), List.of("result"), Optional.empty());
  }

  private static Expression function(Program program, Candidate candidate) {
    if (candidate.construct() == Construct.APPLY_CALL) {
      return ((Expression.Call) candidate.node()).arguments().get(0);
    }
    MappedCall mapped = MappedCall.of(program, candidate.node()).orElseThrow();
    boolean several = mapped.call().arguments().size() > 2 || !mapped.rest().isEmpty();
    if (several && !mapped.use().givesItems()) {
      throw new WorkerBuilder.Unsupported("map over several iterables is not rewritten");
    }
    return mapped.function();
  }

  /** Whether what {@code partial(f, x)} binds can go along. */
  private static boolean bindsPicklable(Judgement judgement, Expression function) {
    Program program = judgement.program();
    List<Root> partials =
        program.value(function).roots().stream().filter(Root.Partial.class::isInstance).toList();
    if (!(function instanceof Expression.Call call) || partials.isEmpty()) {
      return partials.stream().allMatch(r -> ((Root.Partial) r).bound().isEmpty());
    }
    List<Expression> given = new ArrayList<>(call.arguments().subList(1, call.arguments().size()));
    call.keywords().forEach(k -> given.add(k.value()));
    Picklability picklability = new Picklability(program);
    return given.stream()
        .allMatch(
            g ->
                picklability.holds(program.frame(judgement.candidate().frame()), program.value(g)));
  }

  private static boolean isImportable(Root root) {
    if (root instanceof Root.FunctionObject object) {
      return object.scope().parent().filter(p -> p.kind() == Scope.Kind.MODULE).isPresent()
          && object.scope().node() instanceof Statement.FunctionDef;
    }
    return root instanceof Root.LibraryObject
        || (root instanceof Root.Partial partial
            && partial.callees().stream().allMatch(MapCallWorker::isImportable))
        || (root instanceof Root.BoundMethod m && m.receiverType().isProgramClass());
  }

  private static Worker fromLambda(
      Program program,
      Judgement judgement,
      Expression.Lambda lambda,
      FreshNames fresh,
      Layout layout) {
    boolean plain =
        lambda.arguments().all().size() == 1
            && lambda.arguments().defaults().isEmpty()
            && lambda.arguments().variadic().isEmpty();
    if (!plain) {
      throw new WorkerBuilder.Unsupported("the lambda takes more than the item");
    }
    String item = lambda.arguments().all().get(0).name();
    Set<String> captures =
        new LinkedHashSet<>(Captures.of(program, lambda, judgement.candidate().frame()));
    captures.remove(item);
    List<Statement> embedded = new ArrayList<>();
    new LocalCode(program, judgement.candidate().scope()).embed(captures, embedded, List.of(item));
    String newline = layout.newline();
    List<String> parameters = new ArrayList<>(List.of(item));
    parameters.addAll(captures);
    String name = fresh.fresh("_process_" + (item.length() > 2 ? item : "item"));
    StringBuilder text = new StringBuilder();
    text.append("def ").append(name).append("(").append(String.join(", ", parameters)).append("):");
    text.append(newline);
    embedded.forEach(s -> text.append(layout.moved(s, layout.unit())).append(newline));
    text.append(layout.unit())
        .append("return ")
        .append(layout.source().text(lambda.body().span()))
        .append(newline);
    boolean partial = !captures.isEmpty();
    String callable =
        partial
            ? "partial("
                + name
                + ", "
                + String.join(", ", captures.stream().map(c -> c + "=" + c).toList())
                + ")"
            : name;
    return new Worker(
        callable,
        Optional.of(text.toString()),
        List.of(),
        List.of(),
        List.of("result"),
        Optional.empty());
  }
}

package dev.parallelize.rewrite;

import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.strategy.FetchPlan;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The coroutines that a loop over requests becomes: one for an item, one that starts them all.
 *
 * @param locals names that the new functions bind
 * @param target what each iteration binds
 * @param iterable what the loop runs over
 */
record FetchCode(
    Program program,
    Candidate candidate,
    Options options,
    CodeText text,
    AsyncEdits edits,
    ClientSessionCode client,
    FetchNames names,
    Locals locals,
    Expression target,
    Expression iterable) {
  /** Enough to hide a wait of a tenth of a second, few enough for a server to bear. */
  static final int IN_FLIGHT = 32;

  /** Names inside the new functions. */
  record Locals(String session, String semaphore, String tasks, String task, String items) {}

  /** The coroutine for one item. */
  String item(List<Node> code, String body) {
    List<String> parameters = itemArguments(code);
    return text.fit("", "async def " + names.item() + "(", parameters, "):") + body;
  }

  private List<String> itemArguments(List<Node> code) {
    List<String> arguments = new ArrayList<>(List.of(locals.session(), locals.semaphore()));
    if (computes()) {
      arguments.add(edits.offload().pool());
    }
    arguments.addAll(captures(code));
    arguments.addAll(targetsRead(code));
    return arguments;
  }

  private boolean computes() {
    return !edits.offload().calls().isEmpty();
  }

  /** Variables of functions around the loop that the code reads, in the order of the text. */
  List<String> captures(List<? extends Node> code) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> own = new LinkedHashSet<>(targets());
    for (Node node : code) {
      Walk.each(
          node,
          n -> {
            if (n instanceof Expression.Name x && x.context() != Context.LOAD) {
              own.add(x.id());
            }
          });
    }
    for (Node node : code) {
      Walk.each(
          node,
          n -> {
            if (n instanceof Expression.Name x && !own.contains(x.id()) && isOuter(x, code)) {
              found.add(x.id());
            }
          });
    }
    return List.copyOf(found);
  }

  private boolean isOuter(Expression.Name name, List<? extends Node> code) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    return owner.isPresent()
        && owner.get().kind() != Scope.Kind.MODULE
        && code.stream().noneMatch(c -> c.span().contains(owner.get().node().span()));
  }

  private Set<String> targets() {
    Set<String> names = new LinkedHashSet<>();
    Walk.each(
        target,
        n -> {
          if (n instanceof Expression.Name x) {
            names.add(x.id());
          }
        });
    return names;
  }

  private List<String> targetsRead(List<Node> code) {
    Set<String> read = new LinkedHashSet<>();
    code.forEach(c -> read.addAll(FreshNames.identifiers(c)));
    return targets().stream().filter(read::contains).toList();
  }

  /** The coroutine that starts a task an item and gives their results in order. */
  String all(List<Node> code) {
    String indent = text.unit();
    List<String> parameters = new ArrayList<>(captures(code));
    parameters.add(locals.items());
    String head = text.fit("", "async def " + names.all() + "(", parameters, "):");
    if (computes()) {
      String pool =
          edits.executor()
              + "(max_workers="
              + options.maxWorkers().map(String::valueOf).orElse(edits.cores())
              + ") as "
              + edits.offload().pool();
      String outer = indent;
      indent += text.unit();
      head += outer + "with " + pool + ":" + text.end();
    }
    return head
        + opened(indent)
        + started(indent + text.unit(), code, locals.items())
        + attempt(indent + text.unit(), results(indent + text.unit().repeat(2)));
  }

  /** The semaphore and the session. */
  String opened(String indent) {
    int inFlight = options.maxWorkers().orElse(IN_FLIGHT);
    return indent
        + locals.semaphore()
        + edits.spelled(" = asyncio.Semaphore(" + inFlight + ")")
        + text.end()
        + client.open(indent, List.of());
  }

  /** {@code tasks = [create_task(…) for … in …]} */
  String started(String indent, List<Node> code, String items) {
    String call = names.item() + "(" + String.join(", ", itemArguments(code)) + ")";
    String clause = "for " + text.source().text(target.span()) + " in " + items;
    return list().started(indent, call, clause);
  }

  private TaskList list() {
    return new TaskList(
        text, locals.tasks(), locals.task(), edits.imports().name(AsyncEdits.ASYNCIO));
  }

  /** A body that uses the tasks, after which whatever still runs is cancelled and awaited. */
  String attempt(String indent, String body) {
    return indent + "try:" + text.end() + body + list().ending(indent) + text.end();
  }

  private String results(String indent) {
    String task = locals.task();
    String tasks = locals.tasks();
    String gather = "await " + list().gathered();
    return switch (options.onError()) {
          case RAISE -> indent + "return [await " + task + " for " + task + " in " + tasks + "]";
          case COLLECT -> indent + "return " + gather;
          case SKIP ->
              indent
                  + "results = "
                  + gather
                  + text.end()
                  + indent
                  + "return [r for r in results if not isinstance(r, BaseException)]";
        }
        + text.end();
  }

  /** The call of the coroutine for all items, run or awaited as its place asks. */
  String call(List<Node> code, String items, boolean awaited) {
    List<String> arguments = new ArrayList<>(captures(code));
    arguments.add(items);
    String call = names.all() + "(" + String.join(", ", arguments) + ")";
    return awaited ? "await " + call : edits.spelled("asyncio.run(") + call + ")";
  }

  static List<Node> codeOf(FetchPlan.Gathered gathered) {
    List<Node> code = new ArrayList<>(gathered.fetch());
    gathered.key().ifPresent(code::add);
    code.add(gathered.value());
    return code;
  }

  static List<Node> codeOf(FetchPlan.Streamed streamed) {
    List<Node> code = new ArrayList<>(streamed.prelude());
    code.add(streamed.call());
    return code;
  }

  boolean isAwaited() {
    return candidate.frame().node() instanceof Statement.FunctionDef f && f.isAsync();
  }
}

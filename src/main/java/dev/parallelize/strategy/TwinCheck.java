package dev.parallelize.strategy;

import dev.parallelize.dependence.Awaits;
import dev.parallelize.dependence.Candidate;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a loop over calls of a blocking client can be tasks on its asynchronous twin. */
final class TwinCheck {
  /** Options of a request that the asynchronous client takes with each request, too. */
  private static final Set<String> PER_REQUEST =
      Set.of("params", "headers", "timeout", "auth", "url");

  /** Methods whose result is no answer yet. */
  private static final Set<String> LAZY =
      Set.of("scan_iter", "hscan_iter", "sscan_iter", "zscan_iter", "pipeline", "pubsub", "stream");

  private final Judgement judgement;
  private final Program program;
  private final Candidate candidate;
  private final TwinCalls calls;
  private final Set<Statement.FunctionDef> helpers = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();
  private boolean own;

  private TwinCheck(Judgement judgement, TwinClient client) {
    this.judgement = judgement;
    this.program = judgement.program();
    this.candidate = judgement.candidate();
    this.calls = new TwinCalls(program, client);
  }

  /** The plan, or why there is none. */
  static Decision decide(Judgement original, TwinClient client, List<String> caveats) {
    if (original.verdict() == Verdict.SEQUENTIAL) {
      return new Decision.DoesNotApply("its iterations depend on each other");
    }
    Judgement judgement = original.planned();
    TwinCheck check = new TwinCheck(judgement, client);
    List<Node> parts = TaskParts.of(judgement).parts();
    if (parts.stream().noneMatch(check::sends)) {
      return new Decision.DoesNotApply(
          "nothing in it waits for a client of " + client.module() + " that blocks");
    }
    Optional<String> objection =
        judgement
            .occasion()
            .objection()
            .or(() -> OrderedRequests.objection(judgement))
            .or(check::place);
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    Statement.FunctionDef home = (Statement.FunctionDef) judgement.candidate().frame().node();
    Surroundings around = new Surroundings(home.body());
    home.body().forEach(s -> check.uses(s, around));
    if (check.problems.isEmpty()) {
      check.helpersOf(parts);
    }
    Optional<Statement.Assign> made = check.problems.isEmpty() ? check.made() : Optional.empty();
    if (!check.problems.isEmpty()) {
      return new Decision.DoesNotApply(check.problems.get(0));
    }
    return new Decision.Applies(
        "each iteration waits for an answer of its own",
        new TwinPlan(client, made, List.copyOf(check.helpers), check.own, check.calls),
        List.of(client.module()),
        caveats);
  }

  private boolean sends(Node part) {
    return TwinCalls.calls(part).stream()
        .anyMatch(c -> calls.isMethod(c) || calls.isFunction(c) || calls.helper(c).isPresent());
  }

  /** Only a function can become a coroutine behind one of the same name. */
  private Optional<String> place() {
    Scope frame = candidate.frame();
    if (!(frame.node() instanceof Statement.FunctionDef function)) {
      return Optional.of("it stands outside of functions, and only a function can be a coroutine");
    }
    if (Awaits.in(candidate.node())) {
      return Optional.of("it awaits by itself already");
    }
    boolean known =
        candidate.node() instanceof Statement.For
            || candidate.node() instanceof Expression.ListComp
            || candidate.node() instanceof Expression.SetComp
            || candidate.node() instanceof Expression.DictComp;
    if (!known || !candidate.group().isEmpty()) {
      return Optional.of("it is neither a loop nor a comprehension");
    }
    return Coroutines.objection(program, frame, function);
  }

  /** Every use of the client in the function must be one that the twin has, too. */
  private void uses(Node code, Surroundings around) {
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression.Call call && calls.makes(call)) {
            settings(call, around);
          } else if (n instanceof Expression.Call call && calls.isFunction(call)) {
            own = true;
            request(call, around);
          } else if (n instanceof Expression.Call call && calls.isMethod(call)) {
            method(call, around);
          } else if (n instanceof Expression.Name name && calls.isClient(name)) {
            client(name, around);
          } else if (n instanceof Expression.Attribute a && calls.isClient(a)) {
            refuse(a, "the client is kept by an object, and other code may use it");
          }
        });
  }

  private void settings(Expression.Call call, Surroundings around) {
    boolean assigned = around.parent(call).orElse(null) instanceof Statement.Assign;
    boolean opened = around.parent(call).orElse(null) instanceof WithItem;
    for (Keyword keyword : call.keywords()) {
      if (!calls.client().takes(keyword.name())) {
        refuse(call, "the client is made with settings that its twin may take in another way");
      }
    }
    if (!assigned && !opened) {
      refuse(call, "the client has no name");
    }
  }

  private void request(Expression.Call call, Surroundings around) {
    boolean plain =
        call.arguments().size() == 1
            && !(call.arguments().get(0) instanceof Expression.Starred)
            && call.keywords().stream()
                .allMatch(k -> k.name().filter(PER_REQUEST::contains).isPresent());
    if (!plain) {
      refuse(call, "the request has options that hold for a client as a whole");
    } else if (!around.mayAwait(call)) {
      refuse(call, "a request in a lambda, nested function or generator cannot be awaited");
    }
  }

  private void method(Expression.Call call, Surroundings around) {
    String name = ((Expression.Attribute) call.function()).attribute();
    boolean redirects =
        call.keywords().stream()
            .anyMatch(k -> k.name().filter(x -> x.equals("cookies")).isPresent());
    if (LAZY.contains(name) || redirects) {
      refuse(call, "`" + name + "` is used in a way that has no equal in the asynchronous client");
    } else if (!around.mayAwait(call)) {
      refuse(call, "a call in a lambda, nested function or generator cannot be awaited");
    }
  }

  /** The name of a client may be bound, called on, and passed to functions that get a twin. */
  private void client(Expression.Name name, Surroundings around) {
    Node parent = around.parent(name).orElse(null);
    boolean called =
        parent instanceof Expression.Attribute a
            && around.parent(a).orElse(null) instanceof Expression.Call c
            && c.function() == a;
    boolean passed = parent instanceof Expression.Call c && calls.helper(c).isPresent();
    boolean bound = name.context() != Context.LOAD;
    if (!called && !passed && !bound) {
      refuse(name, "the client itself is handed on");
    }
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    boolean outside = owner.isEmpty() || owner.get().node() != ownerNode(name);
    if (outside && !isParameter(name)) {
      refuse(name, "the client is made elsewhere, and other code may use it");
    }
  }

  private Node ownerNode(Expression.Name name) {
    return program.frameOf(program.scopes().around(name)).node();
  }

  private boolean isParameter(Expression.Name name) {
    return helpers.stream().anyMatch(h -> h.span().contains(name.span()));
  }

  private void helpersOf(List<? extends Node> code) {
    for (Node node : code) {
      for (Expression.Call call : TwinCalls.calls(node)) {
        calls.helper(call).ifPresent(h -> helper(call, h));
      }
    }
  }

  private void helper(Expression.Call call, Statement.FunctionDef helper) {
    if (!Coroutines.canHaveTwin(program, call, helper)) {
      refuse(call, helper.name() + " uses the client, and is not a plain function of the module");
    } else if (helpers.add(helper)) {
      Surroundings around = new Surroundings(helper.body());
      helper.body().forEach(s -> uses(s, around));
      helpersOf(helper.body());
    }
  }

  /** Where the client is made; empty for one that a {@code with} block opens, or none. */
  private Optional<Statement.Assign> made() {
    List<Statement.Assign> found = new ArrayList<>();
    Walk.each(
        candidate.frame().node(),
        n -> {
          if (n instanceof Statement.Assign a && calls.makes(a.value())) {
            found.add(a);
          }
        });
    boolean parameter = found.isEmpty() && !own && opened() == 0;
    if (parameter) {
      refuse(candidate.node(), "the client comes from outside, and other code may use it");
    }
    if (found.size() + opened() > 1 || (own && found.size() + opened() > 0)) {
      refuse(candidate.node(), "several clients are in use");
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Statement.Assign assign = found.get(0);
    boolean sibling = block(assign).filter(b -> b.stream().anyMatch(this::holdsLoop)).isPresent();
    if (!sibling || !(assign.targets().get(0) instanceof Expression.Name)) {
      refuse(assign, "the client is not made right before the loop");
    }
    return Optional.of(assign);
  }

  private int opened() {
    int[] count = {0};
    Walk.each(
        candidate.frame().node(),
        n -> count[0] += n instanceof WithItem i && calls.makes(i.context()) ? 1 : 0);
    return count[0];
  }

  private boolean holdsLoop(Statement s) {
    return s.span().contains(candidate.node().span());
  }

  /** The block of statements that a statement of the function stands in. */
  private Optional<List<Statement>> block(Statement wanted) {
    return Blocks.of(candidate.frame().node()).stream().filter(b -> b.contains(wanted)).findFirst();
  }

  private void refuse(Node at, String why) {
    problems.add("line " + program.line(at) + ": " + why);
  }
}

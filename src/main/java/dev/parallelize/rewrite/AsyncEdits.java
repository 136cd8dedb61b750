package dev.parallelize.rewrite;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Root;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Span;
import dev.parallelize.strategy.Assignments;
import dev.parallelize.strategy.ExceptionTwin;
import dev.parallelize.strategy.HttpRequest;
import dev.parallelize.strategy.ResponseMember;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edits that make code which uses requests use aiohttp: members of the response, calls of functions
 * that have an asynchronous twin, exceptions.
 *
 * @param twins new names of the functions of the file that send requests
 * @param replaced calls that become another expression
 * @param session the name of the client session
 * @param response the name for an answer that the program gives none
 * @param offload calls that go to worker processes
 * @param address the function that spells an address as requests does, empty when none is needed
 */
record AsyncEdits(
    Assignments assignments,
    CodeText text,
    Map<Statement.FunctionDef, String> twins,
    Map<Expression.Call, String> replaced,
    String session,
    String response,
    Offload offload,
    String address,
    Imports imports) {
  static final String ASYNCIO = "import asyncio";
  static final String AIOHTTP = "import aiohttp";
  static final String JSON = "import json";
  static final String OS = "import os";
  static final String REQUESTS = "import requests";
  static final String URL = "from yarl import URL";
  static final String POOL = "from concurrent.futures import ProcessPoolExecutor";
  private static final String RULE = "asyncio-aiohttp";

  /** New code as the file spells its modules. */
  String spelled(String code) {
    return code.replace("asyncio.", imports.name(ASYNCIO) + ".")
        .replace("aiohttp.", imports.name(AIOHTTP) + ".")
        .replace("json.JSON", code.contains("json.JSON") ? imports.name(JSON) + ".JSON" : "");
  }

  /** A part of a response as this file spells it. */
  String member(ResponseMember member, String receiver) {
    String code = member.on(receiver, text.quote());
    return member == ResponseMember.JSON
        ? imports.name(JSON) + code.substring("json".length())
        : code;
  }

  /** The pool's class as the file spells it. */
  String executor() {
    return imports.name(POOL);
  }

  /** How many processes may work at once. */
  String cores() {
    return imports.name(OS) + ".cpu_count() or 1";
  }

  /** The edits inside the code. */
  List<Edit> in(Node code) {
    Map<Node, Node> parents = new IdentityHashMap<>();
    List<Edit> edits = new ArrayList<>();
    Walk.where(
        code,
        node -> {
          Children.of(node).forEach(c -> parents.put(c, node));
          return !edit(node, parents, edits);
        });
    return edits;
  }

  /** Adds the edits for one node; true when nothing below it needs any more. */
  private boolean edit(Node node, Map<Node, Node> parents, List<Edit> edits) {
    if (node instanceof Expression e && offload.hoisted().containsKey(e)) {
      edits.add(new Edit(e.span(), offload.hoisted().get(e).name(), RULE));
      return true;
    }
    if (node instanceof Expression.Call call && offload.calls().contains(call)) {
      handOver(call, parents, edits);
      return false;
    }
    if (node instanceof Expression.Call call && replaced.containsKey(call)) {
      edits.add(new Edit(call.span(), bracketed(call, replaced.get(call), parents), RULE));
      return true;
    }
    if (node instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute a
        && assignments.isResponse(a.value())) {
      return member(call, a, parents, edits);
    }
    if (node instanceof Expression.Attribute a && assignments.isResponse(a.value())) {
      return member(a, a, parents, edits);
    }
    if (node instanceof Expression.Call call && isSleep(call)) {
      edits.add(new Edit(call.function().span(), spelled("await asyncio.sleep"), RULE));
    } else if (node instanceof Expression.Call call) {
      helper(call).ifPresent(twin -> callTwin(call, twin, parents, edits));
    } else if (node instanceof Statement.Try attempt) {
      attempt.handlers().forEach(h -> handler(attempt, h, edits));
    }
    return false;
  }

  private boolean member(
      Expression whole, Expression.Attribute a, Map<Node, Node> parents, List<Edit> edits) {
    Optional<ResponseMember> member = ResponseMember.of(a.attribute());
    if (member.isEmpty() || member.get().called() != (whole != a)) {
      return false;
    }
    String receiver = a.value() instanceof Expression.Name n ? n.id() : response;
    if (a.value() instanceof Expression.Call call && replaced.containsKey(call)) {
      receiver = "(" + replaced.get(call) + ")";
    }
    String now = member(member.get(), receiver);
    edits.add(new Edit(whole.span(), bracketed(whole, now, parents), RULE));
    return true;
  }

  private static String bracketed(Expression whole, String now, Map<Node, Node> parents) {
    boolean tight = Precedence.isTight(parents.get(whole), whole);
    return tight && now.startsWith("await ") ? "(" + now + ")" : now;
  }

  /** A pause before another try: it must not hold up the requests of other items. */
  private boolean isSleep(Expression.Call call) {
    return assignments.program().targets(call).stream()
        .anyMatch(t -> t instanceof CallTarget.Known k && k.callee().name().equals("time.sleep"));
  }

  private Optional<String> helper(Expression.Call call) {
    return assignments.program().targets(call).stream()
        .map(t -> t instanceof dev.parallelize.semantics.CallTarget.ProgramFunction f ? f : null)
        .filter(f -> f != null && twins.containsKey(f.scope().node()))
        .map(f -> twins.get(f.scope().node()))
        .findFirst();
  }

  private void callTwin(
      Expression.Call call, String twin, Map<Node, Node> parents, List<Edit> edits) {
    boolean brackets = !bracketed(call, "await ", parents).equals("await ");
    edits.add(new Edit(call.function().span(), (brackets ? "(" : "") + "await " + twin, RULE));
    int open = text.source().text().indexOf('(', call.function().end()) + 1;
    boolean alone = call.arguments().isEmpty() && call.keywords().isEmpty();
    edits.add(new Edit(new Span(open, open), session + (alone ? "" : ", "), RULE));
    if (brackets) {
      edits.add(new Edit(new Span(call.end(), call.end()), ")", RULE));
    }
  }

  /** {@code f(x)} becomes {@code await asyncio.get_running_loop().run_in_executor(pool, f, x)}. */
  private void handOver(Expression.Call call, Map<Node, Node> parents, List<Edit> edits) {
    boolean brackets = !bracketed(call, "await ", parents).equals("await ");
    String function = text.source().text(call.function().span());
    String head =
        (brackets ? "(" : "")
            + "await "
            + imports.name(ASYNCIO)
            + ".get_running_loop().run_in_executor("
            + offload.pool()
            + ", "
            + function;
    int open = text.source().text().indexOf('(', call.function().end()) + 1;
    String comma = call.arguments().isEmpty() ? "" : ", ";
    edits.add(new Edit(new Span(call.function().start(), open), head + comma, RULE));
    if (brackets) {
      edits.add(new Edit(new Span(call.end(), call.end()), ")", RULE));
    }
  }

  private void handler(Statement.Try attempt, ExceptHandler handler, List<Edit> edits) {
    if (handler.type().isEmpty()) {
      return;
    }
    List<Expression> types =
        handler.type().get() instanceof Expression.TupleDisplay t
            ? t.elements()
            : List.of(handler.type().get());
    List<String> now = new ArrayList<>();
    boolean changes = false;
    for (Expression type : types) {
      Optional<ExceptionTwin> twin = twin(type);
      changes |= twin.isPresent();
      if (twin.isPresent()) {
        twin.get().twins().stream()
            .map(this::spelled)
            .filter(x -> !now.contains(x))
            .forEach(now::add);
        if (twin.get() == ExceptionTwin.REQUEST_EXCEPTION && !address.isEmpty()) {
          now.add(text.source().text(type.span()));
        }
        if (twin.get() == ExceptionTwin.REQUEST_EXCEPTION && readsJson(attempt)) {
          now.add(spelled("json.JSONDecodeError"));
        }
      } else {
        now.add(text.source().text(type.span()));
      }
    }
    if (changes) {
      String joined = String.join(", ", now);
      edits.add(
          new Edit(
              handler.type().get().span(), now.size() > 1 ? "(" + joined + ")" : joined, RULE));
    }
  }

  private Optional<ExceptionTwin> twin(Expression type) {
    return assignments.program().value(type).roots().stream()
        .filter(Root.LibraryObject.class::isInstance)
        .flatMap(r -> ExceptionTwin.of(((Root.LibraryObject) r).name()).stream())
        .findFirst();
  }

  private static boolean readsJson(Statement.Try attempt) {
    boolean[] found = {false};
    attempt
        .body()
        .forEach(
            s ->
                Walk.each(
                    s,
                    n ->
                        found[0] |=
                            n instanceof Expression.Attribute a && a.attribute().equals("json")));
    return found[0];
  }

  /** The requests of an expression or statement head that are neither assigned nor opened by with. */
  List<HttpRequest> chained(Node code) {
    List<HttpRequest> found = new ArrayList<>();
    Walk.where(
        code,
        n -> {
          boolean apart = n instanceof Expression e && offload.hoisted().containsKey(e);
          if (apart || (n != code && n instanceof Statement)) {
            return false;
          }
          if (n instanceof Expression.Attribute a
              && a.value() instanceof Expression.Call call
              && !replaced.containsKey(call)) {
            HttpRequest.of(assignments, call).ifPresent(found::add);
          }
          return true;
        });
    return found;
  }

  /** An expression of the program in terms of aiohttp. */
  String expression(Expression e, String from, String to) {
    return text.render(e.start(), e.end(), in(e), from, to);
  }

  /** True when the code sends a request or reads a response, hoisted parts aside. */
  boolean fetches(Node code) {
    boolean[] found = {false};
    Walk.where(
        code,
        n -> {
          if (n instanceof Expression e && offload.hoisted().containsKey(e)) {
            found[0] |= offload.hoisted().get(e).response() instanceof Expression.Call;
            return false;
          }
          if (n instanceof Expression e && !(n instanceof Expression.Call)) {
            found[0] |= assignments.isResponse(e);
          } else if (n instanceof Expression.Call call) {
            found[0] |= HttpRequest.of(assignments, call).isPresent() || helper(call).isPresent();
          }
          return true;
        });
    return found[0];
  }

  /** The parts of answers in the code that are read ahead. */
  List<Offload.Hoist> hoists(Node code) {
    List<Offload.Hoist> found = new ArrayList<>();
    Walk.each(
        code,
        n -> {
          if (n instanceof Expression e && offload.hoisted().containsKey(e)) {
            found.add(offload.hoisted().get(e));
          }
        });
    return found;
  }
}

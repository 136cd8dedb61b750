package dev.parallelize.semantics;

import dev.parallelize.library.Effect;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies a function's summary at a call: parameters become what was passed. */
final class Instantiation {
  /** Beyond so many callees that were handed on in one call, nothing is known of the next. */
  private static final int MOST_HANDED_ON = 32;

  private final Evaluator evaluator;
  private final Caller caller;
  private final Program program;
  private final Frame frame;

  /** What is called of what a function was given, and where. */
  private record HandedOn(Root callee, int start, int end) {}

  /**
   * All that each of them was called with, by the outermost call being looked at: functions that call
   * each other's parameters come back to them.
   */
  private final Map<HandedOn, List<Set<Root>>> handedOn = new HashMap<>();

  private int depth;

  /** What roots of the callee stand for at the call being looked at. */
  private Map<Root, Set<Root>> translated = new HashMap<>();

  private Map<Root, Set<Root>> objects = new HashMap<>();

  Instantiation(Evaluator evaluator, Caller caller) {
    this.evaluator = evaluator;
    this.caller = caller;
    this.program = evaluator.program;
    this.frame = evaluator.frame;
  }

  Value call(Scope function, Passed passed, Node at) {
    String name = function.qualifiedName();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    boolean vouched =
        program.assumptions().holds("pure", name) || program.assumptions().holds("pure", simple);
    if (program.isExhausted()) {
      return Value.ANYTHING;
    }
    if (program.isBehaviourReplaced() && !vouched) {
      evaluator.record(new Fact.CallsUnknown(name), at);
    }
    program.dependencies.read(function, frame.scope());
    Summary summary = vouched ? proved(program.summary(function)) : program.summary(function);
    Map<String, Set<Root>> bound = bind(function, passed, at);
    Map<Root, Set<Root>> around = translated;
    Map<Root, Set<Root>> objectsAround = objects;
    translated = new HashMap<>();
    objects = new HashMap<>();
    depth++;
    Value result = apply(summary, function, bound, passed, at);
    depth--;
    if (depth == 0) {
      handedOn.clear();
    }
    translated = around;
    objects = objectsAround;
    return result;
  }

  /** What is proved of a function stays true whoever vouches for the rest of it. */
  private static Summary proved(Summary summary) {
    Map<Fact, Located> facts = new LinkedHashMap<>(summary.facts());
    facts
        .keySet()
        .removeIf(
            f ->
                f instanceof Fact.CallsUnknown
                    || f instanceof Fact.CallsParameter
                    || (f instanceof Fact.Mutates m && m.field().equals(Fact.EVERYTHING)));
    return new Summary(
        facts,
        summary.result(),
        summary.resultContents(),
        summary.stores(),
        summary.variables(),
        summary.generator(),
        summary.coroutine());
  }

  private Value apply(
      Summary summary, Scope function, Map<String, Set<Root>> bound, Passed passed, Node at) {
    String name = function.qualifiedName();
    for (Located located : summary.facts().values()) {
      apply(located, function, bound, passed, at);
    }
    translated.clear();
    summary
        .stores()
        .forEach(
            (stored, containers) ->
                frame.store(
                    translateAll(containers, function, bound, at),
                    translateAll(stored, function, bound, at)));
    translated.clear();
    Root.Site site = new Root.Site(at.start(), at.end());
    frame.store(Set.of(site), translateAll(summary.resultContents(), function, bound, at));
    if (summary.generator()) {
      frame.suspend(site, passed.roots());
      frame.store(Set.of(site), translateAll(summary.result().roots(), function, bound, at));
      evaluator.record(new Fact.Does(Effect.UNPICKLABLE_RESULT, name), at);
      return new Value(Type.of("generator", summary.result().type()), Set.of(site));
    }
    Type type = summary.result().type();
    if (Program.isMemoized(function)) {
      return cached(function, type, at);
    }
    return Value.of(type, translateAll(summary.result().roots(), function, bound, at));
  }

  /** A cached result belongs to the cache, and so to whoever called before or will call. */
  private Value cached(Scope function, Type type, Node at) {
    if (program.observesCaches()) {
      evaluator.record(new Fact.Does(Effect.WRITES_PROCESS_STATE, function.qualifiedName()), at);
    }
    return Value.of(type, new Root.Inside(new Root.FunctionObject(function)));
  }

  private Map<String, Set<Root>> bind(Scope function, Passed passed, Node at) {
    Arguments arguments =
        function.node() instanceof Statement.FunctionDef f
            ? f.arguments()
            : ((Expression.Lambda) function.node()).arguments();
    List<Argument> positional = new ArrayList<>(arguments.positionalOnly());
    positional.addAll(arguments.positional());
    Map<String, Set<Root>> bound = new HashMap<>();
    Map<String, Type> types = new HashMap<>();
    int firstDefault = positional.size() - arguments.defaults().size();
    Set<Root> everything = passed.spread() ? passed.roots() : Set.of();
    for (int i = 0; i < positional.size(); i++) {
      String name = positional.get(i).name();
      Set<Root> roots = new LinkedHashSet<>(everything);
      Value given =
          i < passed.positional().size() ? passed.positional().get(i) : passed.keywords().get(name);
      if (given != null) {
        roots.addAll(given.roots());
        types.put(name, passed.spread() ? Type.UNKNOWN : given.type());
      } else if (i >= firstDefault) {
        Value value = program.value(arguments.defaults().get(i - firstDefault), frame.scope());
        addDefault(function, name, value, roots);
        types.put(name, value.type());
      }
      bound.put(name, roots);
    }
    for (int i = 0; i < arguments.keywordOnly().size(); i++) {
      String name = arguments.keywordOnly().get(i).name();
      Set<Root> roots = new LinkedHashSet<>(everything);
      Value given = passed.keywords().get(name);
      if (given != null) {
        roots.addAll(given.roots());
        types.put(name, given.type());
      } else if (arguments.keywordDefaults().get(i).isPresent()) {
        Value value = program.value(arguments.keywordDefaults().get(i).get(), frame.scope());
        addDefault(function, name, value, roots);
        types.put(name, value.type());
      }
      bound.put(name, roots);
    }
    arguments
        .variadic()
        .ifPresent(v -> bound.put(v.name(), packed(rest(passed, positional.size()), at)));
    arguments.keywordVariadic().ifPresent(v -> bound.put(v.name(), packed(passed.roots(), at)));
    note(function, bound, types);
    return bound;
  }

  /** A mutable default belongs to the function, and so outlives the call. */
  private void addDefault(Scope function, String name, Value value, Set<Root> roots) {
    boolean made = Analysis.host(function.parent().orElseThrow()) == frame.scope();
    for (Root root : value.roots()) {
      if (root.isCode() || made) {
        roots.add(root);
      }
      if (!root.isCode()) {
        roots.add(new Root.Variable(function, name));
      }
    }
  }

  /**
   * Arguments that arrive in a tuple or dict made for the call: the function finds them inside of it.
   * No expression is where the call ends, so that the place stands for nothing else.
   */
  private Set<Root> packed(Set<Root> given, Node at) {
    if (given.isEmpty()) {
      return given;
    }
    Root.Site made = new Root.Site(at.end(), at.end());
    frame.store(Set.of(made), given);
    Set<Root> roots = new LinkedHashSet<>(given);
    roots.add(made);
    return roots;
  }

  private static Set<Root> rest(Passed passed, int from) {
    Set<Root> roots = new LinkedHashSet<>();
    for (int i = passed.spread() ? 0 : from; i < passed.positional().size(); i++) {
      roots.addAll(passed.positional().get(i).roots());
    }
    return roots;
  }

  /** Remembers what the function is called with: types of arguments, and functions passed. */
  private void note(Scope function, Map<String, Set<Root>> bound, Map<String, Type> types) {
    List<String> names = List.copyOf(bound.keySet());
    List<Given> given =
        names.stream()
            .map(
                n -> new Given(new Root.Parameter(function, n), bound.get(n), inside(bound.get(n))))
            .toList();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (isHeld(names.get(i), names.get(j), bound, types)
            || isHeld(names.get(j), names.get(i), bound, types)) {
          program.frames.get(function).passedTwice(given.get(i).name(), given.get(j).name());
        } else {
          noteShared(function, given.get(i), given.get(j));
        }
      }
    }
    for (Root variable : program.summary(function).variables()) {
      Set<Root> held = translateAfresh(variable, function, bound, function.node());
      Given other = new Given(variable, held, inside(held));
      given.forEach(each -> noteShared(function, each, other));
    }
    bound.forEach(
        (name, roots) -> {
          Root.Parameter parameter = new Root.Parameter(function, name);
          Set<Root> code = new LinkedHashSet<>();
          roots.stream().filter(Root::isCode).forEach(code::add);
          program.learnArgument(parameter, types.getOrDefault(name, Type.UNKNOWN), code);
          if (code.size() < roots.size() || roots.isEmpty()) {
            program.learnData(parameter);
          }
        });
  }

  /** Whether a generator that is passed works on an object that is passed beside it. */
  private boolean isHeld(
      String lazy, String other, Map<String, Set<Root>> bound, Map<String, Type> types) {
    String type = types.getOrDefault(lazy, Type.UNKNOWN).name();
    if (!type.equals("generator") && !type.equals("iterator")) {
      return false;
    }
    Set<Root> held = frame.reachableByGenerators(bound.get(lazy));
    return bound.get(other).stream()
        .anyMatch(r -> !r.isCode() && !(r instanceof Root.External) && held.contains(r));
  }

  private Set<Root> inside(Set<Root> roots) {
    return frame.inside(roots);
  }

  /**
   * What a call gives for a parameter, or what a variable holds outside of the function that uses it, too.
   *
   * @param inside what is reachable from what the objects hold
   */
  private record Given(Root name, Set<Root> roots, Set<Root> inside) {}

  /** Two objects may be one, one may be a part of the other, or both may hold a third. */
  private void noteShared(Scope function, Given one, Given other) {
    Frame callee = program.frames.get(function);
    if (callee.isNotedTwice(one.name(), other.name())) {
      return;
    }
    boolean same = one.roots().stream().anyMatch(r -> !r.isCode() && other.roots().contains(r));
    if (same
        || frame.arePassedTwice(one.roots(), other.roots())
        || areOneElsewhere(one.roots(), other.roots())) {
      callee.passedTwice(one.name(), other.name());
      return;
    }
    if (overlap(one.inside(), other.roots())) {
      callee.passedTwice(one.name().contents(), other.name());
    }
    if (overlap(one.roots(), other.inside())) {
      callee.passedTwice(one.name(), other.name().contents());
    }
    if (overlap(one.inside(), other.inside())) {
      callee.passedTwice(one.name().contents(), other.name().contents());
    }
  }

  private boolean areOneElsewhere(Set<Root> first, Set<Root> second) {
    ObjectsElsewhere elsewhere = program.elsewhere;
    List<Root> named = second.stream().filter(elsewhere::isName).toList();
    return first.stream()
        .anyMatch(
            a ->
                (elsewhere.isName(a) ? second : named)
                    .stream().anyMatch(b -> elsewhere.mayBeOne(a, b)));
  }

  private static boolean overlap(Set<Root> one, Set<Root> other) {
    return one.stream()
        .anyMatch(r -> !r.isCode() && !(r instanceof Root.External) && other.contains(r));
  }

  private void apply(
      Located located, Scope function, Map<String, Set<Root>> bound, Passed passed, Node at) {
    Fact fact = located.fact();
    String name = function.qualifiedName();
    if (fact instanceof Fact.Reads reads) {
      objects(reads.root(), function, bound, at)
          .forEach(r -> add(located, new Fact.Reads(r, reads.field()), at, name));
    } else if (fact instanceof Fact.Mutates mutates) {
      objects(mutates.root(), function, bound, at)
          .forEach(r -> add(located, new Fact.Mutates(r, mutates.field()), at, name));
    } else if (fact instanceof Fact.Iterates iterates) {
      objects(iterates.root(), function, bound, at).forEach(r -> iterate(located, r, at, name));
    } else if (fact instanceof Fact.ComparesIdentity compares) {
      objects(compares.root(), function, bound, at)
          .forEach(r -> add(located, new Fact.ComparesIdentity(r), at, name));
    } else if (fact instanceof Fact.Shares shares) {
      objects(shares.root(), function, bound, at)
          .forEach(
              r -> {
                Fact here = new Fact.Shares(r, shares.picklable(), shares.bound());
                add(located, here, at, name);
              });
    } else if (fact instanceof Fact.CallsParameter calls
        && calls.parameter().function() != function) {
      callGiven(located, calls, passed, at, name);
    } else if (fact instanceof Fact.CallsParameter calls) {
      callParameter(calls, bound, passed, at);
    } else {
      add(located, fact, at, name);
    }
  }

  /** The objects that a root of the callee stands for here. */
  private Set<Root> objects(Root root, Scope function, Map<String, Set<Root>> bound, Node at) {
    Map<Root, Set<Root>> known = objects;
    Set<Root> found = known.get(root);
    if (found == null) {
      found = Root.flat(translate(root, function, bound, at));
      known.put(root, found);
    }
    return found;
  }

  private void iterate(Located located, Root root, Node at, String name) {
    add(located, new Fact.Iterates(root), at, name);
    if (root instanceof Root.Site site && iterators().contains(site)) {
      add(located, new Fact.Mutates(root, Fact.ELEMENTS), at, name);
    }
  }

  private Set<Root> iterators() {
    return frame.iteratorSites();
  }

  /**
   * The function called is one that was made inside of another, as by a decorator, and calls what that one was given:
   * whatever calls in this file give it, since here the function made there is known. They are called already.
   */
  private void callGiven(
      Located located, Fact.CallsParameter calls, Passed passed, Node at, String name) {
    Root.Parameter given = calls.parameter();
    if (isInside(frame.scope(), given.function())) {
      add(located, calls, at, name);
    } else if (!program.isGivenInFile(
        new Root.Variable(given.function(), given.name()), frame.scope())) {
      caller.unknown(given.name(), passed, at, new ArrayList<>());
    }
  }

  private static boolean isInside(Scope inner, Scope outer) {
    Optional<Scope> scope = Optional.of(inner);
    while (scope.isPresent() && scope.get() != outer) {
      scope = scope.get().parent();
    }
    return scope.isPresent();
  }

  private void callParameter(
      Fact.CallsParameter calls, Map<String, Set<Root>> bound, Passed passed, Node at) {
    Value arguments = new Value(Type.UNKNOWN, frame.reachable(passed.roots()));
    Set<Root> callees = new LinkedHashSet<>(bound.getOrDefault(calls.parameter().name(), Set.of()));
    boolean nothing = callees.isEmpty();
    callees.removeIf(c -> !isNews(new HandedOn(c, at.start(), at.end()), arguments.roots()));
    if (callees.isEmpty() && !nothing) {
      return;
    }
    Passed handed = new Passed(List.of(arguments), Map.of(), true);
    String name = calls.parameter().name();
    if (handedOn.size() > MOST_HANDED_ON) {
      caller.unknown(name, handed, at, new ArrayList<>());
    } else {
      caller.value(new Value(Type.UNKNOWN, callees), handed, at, name, new ArrayList<>());
    }
  }

  /** Whether the callee was not called yet with all of these. */
  private boolean isNews(HandedOn call, Set<Root> arguments) {
    List<Set<Root>> before = handedOn.computeIfAbsent(call, c -> new ArrayList<>());
    if (before.stream().anyMatch(b -> b.containsAll(arguments))) {
      return false;
    }
    before.add(arguments);
    return true;
  }

  private void add(Located located, Fact fact, Node at, String function) {
    program.step();
    Root root =
        fact instanceof Fact.Reads r ? r.root() : fact instanceof Fact.Mutates m ? m.root() : null;
    boolean library = root instanceof Root.LibraryObject || root instanceof Root.ModuleObject;
    if (!library && frame.isNew(fact, at.start(), at.end())) {
      frame.record(located.calledFrom(fact, at.start(), at.end(), function));
    }
  }

  private Set<Root> translateAll(
      Set<Root> roots, Scope function, Map<String, Set<Root>> bound, Node at) {
    Set<Root> all = new LinkedHashSet<>();
    roots.forEach(r -> all.addAll(translate(r, function, bound, at)));
    return all;
  }

  private Set<Root> translate(Root root, Scope function, Map<String, Set<Root>> bound, Node at) {
    if (!(root instanceof Root.Inside)) {
      return translateAfresh(root, function, bound, at);
    }
    Map<Root, Set<Root>> known = translated;
    Set<Root> before = known.get(root);
    if (before == null) {
      before = translateAfresh(root, function, bound, at);
      known.put(root, before);
    }
    return before;
  }

  private Set<Root> translateAfresh(
      Root root, Scope function, Map<String, Set<Root>> bound, Node at) {
    if (root.equals(Summary.FRESH)) {
      return Set.of(new Root.Site(at.start(), at.end()));
    }
    if (root instanceof Root.Parameter parameter && parameter.function() == function) {
      return bound.getOrDefault(parameter.name(), Set.of());
    }
    if (root instanceof Root.Variable variable) {
      return held(variable);
    }
    if (root instanceof Root.Inside inside) {
      Set<Root> bases = translate(inside.base(), function, bound, at);
      return bases.equals(Set.of(inside.base())) ? Set.of(root) : frame.inside(bases);
    }
    if (root instanceof Root.BoundMethod method) {
      return Root.bound(
          method.method(),
          method.receiverType(),
          translateAll(method.receivers(), function, bound, at));
    }
    if (root instanceof Root.Partial partial) {
      return Set.of(
          Root.partial(
              translateAll(partial.callees(), function, bound, at),
              translateAll(partial.bound(), function, bound, at)));
    }
    return Set.of(root);
  }

  /** A variable of this very frame, seen from a function inside it, is what the frame put there. */
  private Set<Root> held(Root.Variable variable) {
    boolean own =
        Analysis.host(variable.owner()) == frame.scope()
            && frame.knows(variable.owner(), variable.name());
    if (!own) {
      return Set.of(variable);
    }
    Set<Root> roots = new HashSet<>(frame.variable(variable.owner(), variable.name()).roots());
    return roots.isEmpty() ? Set.of(variable) : roots;
  }
}

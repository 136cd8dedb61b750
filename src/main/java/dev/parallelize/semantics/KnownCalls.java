package dev.parallelize.semantics;

import dev.parallelize.library.Aliasing;
import dev.parallelize.library.Blocking;
import dev.parallelize.library.Callee;
import dev.parallelize.library.Cost;
import dev.parallelize.library.Effect;
import dev.parallelize.library.LibraryType;
import dev.parallelize.library.ThreadSafety;
import dev.parallelize.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Applies the library knowledge of a callee at a call. */
final class KnownCalls {
  /** Bases whose constructors and special methods do nothing that can be seen. */
  static final Set<String> HARMLESS_BASES =
      Set.of(
          "builtins.object",
          "builtins.Exception",
          "builtins.BaseException",
          "builtins.Warning",
          "abc.ABC",
          "typing.NamedTuple",
          "typing.Protocol",
          "typing.Generic",
          "typing.TypedDict",
          "enum.Enum",
          "enum.IntEnum",
          "enum.StrEnum",
          "enum.Flag",
          "enum.IntFlag");

  /** Metaclasses whose calls only make an instance. */
  static final Set<String> HARMLESS_METACLASSES =
      Set.of("abc.ABCMeta", "enum.EnumMeta", "enum.EnumType", "builtins.type");

  private static final Set<String> BY_NAME =
      Set.of(
          "builtins.getattr",
          "builtins.setattr",
          "builtins.delattr",
          "builtins.hasattr",
          "builtins.vars",
          "object.__setattr__");

  private static final Set<String> CLASS_TESTS =
      Set.of("builtins.isinstance", "builtins.issubclass");

  /** What gives one of its arguments or elements, and neither their key nor what computes it. */
  private static final Set<String> CHOOSE = Set.of("builtins.max", "builtins.min");

  private static final Set<String> COPIES = Set.of("copy.copy", "copy.deepcopy");

  /** What asks a mapping that it is given for its keys. */
  private static final Set<String> TAKE_MAPPINGS =
      Set.of(
          "builtins.dict",
          "dict.update",
          "collections.OrderedDict",
          "collections.defaultdict",
          "collections.Counter");

  private static final Set<ThreadSafety> SHARED_BY_NONE =
      Set.of(ThreadSafety.UNSAFE, ThreadSafety.OWNER_THREAD);

  private static final Set<String> CALLBACKS =
      Set.of("key", "default_factory", "object_hook", "object_pairs_hook", "hook", "converter");

  private final Evaluator evaluator;
  private final Caller caller;
  private final Overrides overrides;
  private final Frame frame;

  KnownCalls(Evaluator evaluator, Caller caller, Overrides overrides) {
    this.evaluator = evaluator;
    this.caller = caller;
    this.overrides = overrides;
    this.frame = evaluator.frame;
  }

  Value apply(Callee callee, Optional<Value> receiver, Passed passed, Node at) {
    if (callee.name().equals("functools.partial") && !passed.positional().isEmpty()) {
      return partial(passed);
    }
    if (callee.name().equals("builtins.next") && passed.positional().size() == 1) {
      evaluator.record(new Fact.Raises("StopIteration"), at);
    }
    mutate(callee, receiver, passed, at);
    read(callee, receiver, passed, at);
    receiver.ifPresent(r -> shares(r, ownerOf(callee, r), at));
    passed.all().forEach(v -> shares(v, v.type().name(), at));
    for (Effect effect : callee.effects()) {
      evaluator.record(new Fact.Does(effect, callee.name()), at);
    }
    if (callee.blocking() != Blocking.NONE) {
      evaluator.record(new Fact.Blocks(callee.blocking(), callee.name()), at);
    }
    Value invoked = invoke(callee, receiver, passed, at);
    Value result = result(callee, receiver, passed, invoked, at);
    return COPIES.contains(callee.name()) && !passed.positional().isEmpty()
        ? result.join(caller.copied(passed.positional().get(0), at))
        : result;
  }

  /** The type whose method this is: the receiver's own where it is known. */
  private static String ownerOf(Callee callee, Value receiver) {
    String name = callee.name();
    return receiver.type().isUnknown()
        ? name.substring(0, name.lastIndexOf('.'))
        : receiver.type().name();
  }

  private void shares(Value used, String type, Node at) {
    evaluator
        .program
        .library()
        .type(type)
        .filter(t -> SHARED_BY_NONE.contains(t.threadSafety()))
        .ifPresent(t -> shares(used, t, at));
  }

  private void shares(Value used, LibraryType type, Node at) {
    boolean bound = type.threadSafety() == ThreadSafety.OWNER_THREAD;
    for (Root root : Evaluator.dataOf(used.roots())) {
      evaluator.record(new Fact.Shares(root, type.picklable(), bound), at);
    }
  }

  private Value partial(Passed passed) {
    Set<Root> given = new LinkedHashSet<>();
    passed.positional().stream().skip(1).forEach(v -> given.addAll(v.roots()));
    passed.keywords().values().forEach(v -> given.addAll(v.roots()));
    Root partial = Root.partial(passed.positional().get(0).roots(), given);
    return new Value(Type.UNKNOWN, Set.of(partial));
  }

  private void mutate(Callee callee, Optional<Value> receiver, Passed passed, Node at) {
    Set<Root> changed = new LinkedHashSet<>();
    Set<Root> files = new LinkedHashSet<>();
    for (int position : callee.mutates()) {
      Value value = at(callee, position, receiver, passed);
      boolean path = callee.files().contains(position) && value.type().isUnknown();
      (path ? files : changed).addAll(changed(value, callee, at));
    }
    evaluator.recordMutation(files, Fact.FILE, at);
    for (String name : List.of("out", "file")) {
      Value given = passed.keywords().getOrDefault(name, Value.NOTHING);
      changed.addAll(changed(given, callee, at));
    }
    evaluator.recordMutation(changed, byName(callee) ? Fact.ANY : Fact.ELEMENTS, at);
    if (callee.name().equals("builtins.vars")) {
      evaluator.recordMutation(passed.roots(), Fact.ANY, at);
    }
    if (callee.name().equals("builtins.setattr") && passed.positional().size() == 3) {
      evaluator.attributeSet(passed, at);
    }
    if (!changed.isEmpty() && !callee.mutates().isEmpty()) {
      Set<Root> stored = new LinkedHashSet<>();
      for (Value value : passed.all()) {
        stored.addAll(value.roots());
        stored.addAll(frame.contents(value.roots()));
      }
      stored.removeAll(changed);
      frame.store(changed, stored);
    }
  }

  /**
   * What a change of the value changes. A path given where a file may stand is left as it was; of the
   * program's own output nothing changes but what people see.
   */
  private Set<Root> changed(Value value, Callee callee, Node at) {
    if (value.type().name().equals("sys.OutputStream")) {
      evaluator.record(new Fact.Does(Effect.OUTPUT, callee.name()), at);
      return Set.of();
    }
    return isImmutable(value.type()) ? Set.of() : value.roots();
  }

  private boolean isImmutable(Type type) {
    return evaluator.program.library().type(type.name()).filter(LibraryType::immutable).isPresent();
  }

  private void read(Callee callee, Optional<Value> receiver, Passed passed, Node at) {
    boolean shallow = callee.cost() == Cost.CONSTANT;
    List<Value> all = new ArrayList<>(passed.all());
    receiver.ifPresent(all::add);
    for (Value value : all) {
      evaluator.operated(value, at, Specials.ANY);
      if (byName(callee)) {
        evaluator.recordReads(value.roots(), Fact.ANY, at);
      } else if (shallow) {
        evaluator.recordReads(value.roots(), Fact.ELEMENTS, at);
      } else {
        evaluator.deepRead(value.roots(), at);
        evaluator.operatedOnElements(value, at, Specials.ANY);
      }
    }
    if (CLASS_TESTS.contains(callee.name())) {
      passed.all().forEach(v -> caller.classTest(v, callee.name(), passed, at));
    }
    if (TAKE_MAPPINGS.contains(callee.name())) {
      passed.all().forEach(v -> caller.mapping(v, at));
    }
    for (int position : callee.iterates()) {
      evaluator.iterateIfIterator(at(callee, position, receiver, passed), at);
    }
    new DefaultTexts(evaluator).called(callee.name(), passed, at);
    if (callee.name().equals("builtins.id")) {
      passed.roots().forEach(r -> evaluator.record(new Fact.ComparesIdentity(r), at));
    }
  }

  /** Functions that reach attributes by a name that is a value. */
  private static boolean byName(Callee callee) {
    return BY_NAME.contains(callee.name());
  }

  private Value at(Callee callee, int position, Optional<Value> receiver, Passed passed) {
    if (position == Callee.RECEIVER) {
      return receiver.orElse(Value.ANYTHING);
    }
    if (passed.spread()) {
      return new Value(Type.UNKNOWN, passed.roots());
    }
    if (position < passed.positional().size()) {
      return passed.positional().get(position);
    }
    return passed.keywords().entrySet().stream()
        .filter(k -> callee.position(k.getKey()).equals(OptionalInt.of(position)))
        .map(Map.Entry::getValue)
        .reduce(Value::join)
        .orElse(Value.NOTHING);
  }

  /** Functions among the arguments that the callee calls: with elements of the other arguments. */
  private Value invoke(Callee callee, Optional<Value> receiver, Passed passed, Node at) {
    List<Value> functions = new ArrayList<>();
    boolean overridden = receiver.filter(r -> overrides.mayBeCalled(callee, r)).isPresent();
    if (overridden) {
      overrides.call(receiver.get(), passed, at);
    }
    for (int position : callee.invokes()) {
      Value function = at(callee, position, receiver, passed);
      boolean inside = overridden && position == Callee.RECEIVER;
      functions.add(inside ? functionsIn(function) : function);
    }
    for (Map.Entry<String, Value> keyword : passed.keywords().entrySet()) {
      boolean code = keyword.getValue().roots().stream().anyMatch(KnownCalls::isCallable);
      if (code || CALLBACKS.contains(keyword.getKey())) {
        functions.add(keyword.getValue());
      }
    }
    Value result = Value.NOTHING;
    for (Value function : functions) {
      if (isData(function)) {
        continue;
      }
      Set<Root> handed = new LinkedHashSet<>();
      Type element = Type.NONE;
      for (Value value : passed.all()) {
        if (value != function) {
          handed.addAll(value.roots());
          handed.addAll(frame.contents(value.roots()));
          element = element.join(value.type().element());
        }
      }
      receiver.ifPresent(r -> handed.addAll(frame.contents(r.roots())));
      boolean spread = passed.positional().size() != 2;
      Value item = new Value(spread ? Type.UNKNOWN : element, handed);
      Passed arguments = new Passed(List.of(item), Map.of(), spread);
      String name = "a function passed to " + callee.name();
      Value given = caller.value(function, arguments, at, name, new ArrayList<>());
      if (overrides.mayBeCalled(given)) {
        overrides.call(given, arguments, at);
      }
      result = result.join(given);
    }
    return result;
  }

  /** What an object was given to call. */
  private Value functionsIn(Value object) {
    Set<Root> code = new LinkedHashSet<>(frame.contents(object.roots()));
    code.removeIf(r -> !isCallable(r));
    return code.isEmpty() ? Value.of(Type.STR) : new Value(Type.UNKNOWN, code);
  }

  /** Names of columns and of methods, alone or in lists and tables, where a function may be passed too. */
  private boolean isData(Value value) {
    boolean container = Set.of("list", "tuple", "dict").contains(value.type().name());
    return value.type().isImmutable()
        || container
            && !value.type().arguments().isEmpty()
            && value.type().arguments().stream().allMatch(Type::isImmutable)
            && frame.contents(value.roots()).isEmpty();
  }

  private static boolean isCallable(Root root) {
    return root instanceof Root.FunctionObject
        || root instanceof Root.BoundMethod
        || root instanceof Root.Partial
        || root instanceof Root.ClassObject;
  }

  private Value result(
      Callee callee, Optional<Value> receiver, Passed passed, Value invoked, Node at) {
    Type type = refined(callee, receiver, passed, invoked);
    if (type.isImmutable() && callee.aliasing() != Aliasing.SHARED) {
      return Value.of(type);
    }
    Root.Site site = new Root.Site(at.start(), at.end());
    Set<Root> sources = new LinkedHashSet<>(passed.roots());
    if (callee.aliasing() != Aliasing.CHOSEN) {
      receiver.ifPresent(r -> sources.addAll(r.roots()));
    }
    switch (callee.aliasing()) {
      case IMMUTABLE -> {
        return Value.of(type.isUnknown() ? Type.SCALAR : type);
      }
      case FRESH -> {
        frame.storeViews(site, type);
        boolean factory = type.name().equals("collections.defaultdict");
        frame.store(Set.of(site), factory ? invoked.roots() : Set.of());
        return Value.of(type, site);
      }
      case ELEMENTS -> {
        frame.store(Set.of(site), frame.contents(sources));
        frame.store(Set.of(site), sourcesOfIterators(passed, receiver));
        frame.store(Set.of(site), invoked.roots());
        return Value.of(type, site);
      }
      case CHOSEN -> {
        if (type.isUnknown()) {
          return Value.of(type, frame.contents(sources));
        }
        frame.store(Set.of(site), frame.contents(sources));
        return Value.of(type, site);
      }
      case RECEIVER -> {
        Set<Root> own = receiver.map(Value::roots).orElse(Set.of());
        if (type.arguments().isEmpty()) {
          return Value.of(type, own);
        }
        frame.store(Set.of(site), own);
        return Value.of(type, site);
      }
      case ARGUMENT -> {
        boolean chosen = CHOOSE.contains(callee.name());
        Set<Root> given = chosen ? passed.without("key").roots() : sources;
        Set<Root> roots = new LinkedHashSet<>(given);
        roots.addAll(frame.contents(given));
        roots.addAll(chosen ? Set.of() : invoked.roots());
        if (roots.isEmpty()) {
          // What an iterator over numbers has used up is a state of its own.
          roots.add(site);
        }
        return Value.of(type, roots);
      }
      case SHARED -> {
        return new Value(type, Set.of(new Root.External()));
      }
    }
    return Value.ANYTHING;
  }

  /** An iterator made from another one uses that one up later: it stays reachable from it. */
  private static Set<Root> sourcesOfIterators(Passed passed, Optional<Value> receiver) {
    Set<Root> roots = new LinkedHashSet<>();
    List<Value> all = new ArrayList<>(passed.all());
    receiver.ifPresent(all::add);
    for (Value value : all) {
      if (Set.of("iterator", "generator", "file").contains(value.type().name())) {
        roots.addAll(value.roots());
      }
    }
    return roots;
  }

  /** What a library's iterator gives stands in the library's data. */
  private Type withElement(Type iterable) {
    return iterable.element().isUnknown() && iterable.arguments().isEmpty()
        ? evaluator
            .program
            .library()
            .type(iterable.name())
            .map(LibraryType::element)
            .filter(element -> !element.equals("object"))
            .map(element -> Type.of("iterable", Type.parse(element)))
            .orElse(iterable)
        : iterable;
  }

  private Type refined(Callee callee, Optional<Value> receiver, Passed passed, Value invoked) {
    Type first = withElement(passed.type(0));
    Type own = receiver.map(Value::type).orElse(Type.UNKNOWN);
    return switch (callee.name()) {
      case "builtins.list", "builtins.sorted" ->
          passed.positional().isEmpty() ? new Type("list") : Type.of("list", first.element());
      case "builtins.set", "builtins.frozenset" -> {
        String name = callee.name().substring("builtins.".length());
        yield passed.positional().isEmpty() ? new Type(name) : Type.of(name, first.element());
      }
      case "builtins.tuple" -> new Type("tuple", List.of(first.element()));
      case "builtins.dict" ->
          passed.positional().isEmpty() && passed.keywords().isEmpty()
              ? new Type("dict")
              : Type.of("dict", Type.UNKNOWN, Type.UNKNOWN);
      case "builtins.range" -> new Type("range");
      case "builtins.enumerate" -> Type.of("iterator", Type.of("tuple", Type.INT, first.element()));
      case "builtins.zip" ->
          Type.of(
              "iterator",
              new Type(
                  "tuple", passed.positional().stream().map(v -> v.type().element()).toList()));
      case "builtins.map" -> Type.of("iterator", invoked.type());
      case "builtins.filter", "builtins.reversed", "builtins.iter" ->
          Type.of("iterator", passed.type(passed.positional().size() - 1).element());
      case "tqdm.tqdm" -> Type.of("tqdm.tqdm", first.element());
      case "tqdm.trange" -> Type.of("tqdm.tqdm", Type.INT);
      case "builtins.next" -> first.element();
      case "builtins.sum" -> first.element().isNumber() ? sumOf(first.element()) : Type.UNKNOWN;
      case "builtins.abs" -> first.isNumber() ? sumOf(first) : Type.UNKNOWN;
      case "builtins.max", "builtins.min" ->
          passed.positional().size() == 1
              ? first.element()
              : passed.positional().stream()
                  .map(Value::type)
                  .reduce(Type::join)
                  .orElse(Type.UNKNOWN);
      case "dict.items" -> Type.of("iterable", Type.of("tuple", own.argument(0), own.argument(1)));
      case "dict.keys" -> Type.of("iterable", own.argument(0));
      case "dict.values" -> Type.of("iterable", own.argument(1));
      case "dict.get", "dict.pop", "dict.setdefault" ->
          passed.positional().size() > 1 ? own.argument(1).join(passed.type(1)) : own.argument(1);
      case "list.pop", "set.pop" -> own.element();
      case "list.copy", "dict.copy", "set.copy" -> own;
      case "collections.deque" -> new Type("collections.deque", List.of(first.element()));
      default -> Type.parse(callee.result());
    };
  }

  private static Type sumOf(Type element) {
    return element.name().equals("bool") ? Type.INT : element;
  }
}

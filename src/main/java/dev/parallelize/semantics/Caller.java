package dev.parallelize.semantics;

import dev.parallelize.library.Callee;
import dev.parallelize.library.Effect;
import dev.parallelize.library.LibraryType;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves calls to what they may call, and gives each its effect in the current frame. */
final class Caller {
  /** Values that call values that call values: beyond this, nothing is known of the callee. */
  private static final int DEEPEST = 12;

  private static final Set<String> FACTORIES = Set.of("default_factory", "factory");

  private final Evaluator evaluator;
  private final Program program;
  private final Frame frame;
  private final Instantiation instantiation;
  private final KnownCalls knownCalls;
  private final Specials specials;
  private final Set<String> beingPatched = new HashSet<>();
  private int depth;

  Caller(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.program = evaluator.program;
    this.frame = evaluator.frame;
    this.instantiation = new Instantiation(evaluator, this);
    this.knownCalls = new KnownCalls(evaluator, this, new Overrides(evaluator, instantiation));
    this.specials = new Specials(evaluator, this);
  }

  Value call(Expression.Call call) {
    List<CallTarget> targets = new ArrayList<>();
    Value result;
    if (call.function() instanceof Expression.Name name
        && name.id().equals("super")
        && call.arguments().isEmpty()
        && program.scopes().around(name).owner("super").isEmpty()) {
      return superObject();
    }
    if (call.function() instanceof Expression.Attribute attribute && isMethodCall(attribute)) {
      Value receiver = program.value(attribute.value());
      Passed passed = passed(call);
      result = method(receiver, attribute.attribute(), passed, call, targets);
      if (attribute.value() instanceof Expression.Name) {
        refineReceiver(attribute, passed);
      }
    } else {
      Value function =
          call.function() instanceof Expression.Attribute a && program.values.containsKey(a)
              ? evaluator.evaluate(a)
              : evaluator.evaluate(call.function());
      result = value(function, passed(call), call, calleeName(call.function()), targets);
    }
    program.callFrames.put(call, frame.scope());
    program.targets.put(
        call,
        targets.isEmpty()
            ? List.of(new CallTarget.Unknown(calleeName(call.function())))
            : List.copyOf(targets));
    return result;
  }

  /** True when the attribute is looked up on data, not on a module, library object or class. */
  private boolean isMethodCall(Expression.Attribute attribute) {
    Value base = evaluator.evaluate(attribute.value());
    boolean ofClass = isSuper(base) && !attribute.attribute().equals("__new__");
    return base.roots().isEmpty() || ofClass || base.roots().stream().anyMatch(r -> !r.isCode());
  }

  /** What {@code super()} gives. */
  private static boolean isSuper(Value value) {
    return value.type().name().startsWith("super:");
  }

  static String calleeName(Expression function) {
    if (function instanceof Expression.Name name) {
      return name.id();
    }
    if (function instanceof Expression.Attribute attribute) {
      String base = calleeName(attribute.value());
      return base.equals("?") ? attribute.attribute() : base + "." + attribute.attribute();
    }
    return "?";
  }

  private Passed passed(Expression.Call call) {
    List<Value> positional = new ArrayList<>();
    Map<String, Value> keywords = new LinkedHashMap<>();
    boolean spread = false;
    for (Expression argument : call.arguments()) {
      spread |= argument instanceof Expression.Starred;
      positional.add(evaluator.evaluate(argument));
    }
    for (Keyword keyword : call.keywords()) {
      Value value = evaluator.evaluate(keyword.value());
      if (keyword.name().isPresent()) {
        keywords.put(keyword.name().get(), value);
      } else {
        spread = true;
        mapping(value, keyword.value());
        positional.add(new Value(Type.UNKNOWN, frame.contents(value.roots())));
      }
    }
    return new Passed(positional, keywords, spread);
  }

  /** {@code f(**mapping)} asks for keys and loads each. */
  void mapping(Value value, Node at) {
    if (value.type().isProgramClass()) {
      programMethods(value, "keys").forEach(m -> instantiation.call(m, Passed.of(value), at));
    }
    evaluator.operated(value, at, Specials.LOAD_ITEM);
  }

  private Value superObject() {
    Scope scope = frame.scope();
    while (scope.kind() != Scope.Kind.CLASS && scope.parent().isPresent()) {
      scope = scope.parent().get();
    }
    if (scope.kind() != Scope.Kind.CLASS
        || !(frame.scope().node() instanceof Statement.FunctionDef f)) {
      return Value.ANYTHING;
    }
    Set<Root> self =
        f.arguments().all().isEmpty()
            ? Set.of(new Root.External())
            : frame.variable(frame.scope(), f.arguments().all().get(0).name()).roots();
    return new Value(new Type("super:" + scope.qualifiedName()), self);
  }

  /** Calls a value: every function, class or library object that it may be. */
  Value value(Value function, Passed passed, Node at, String name, List<CallTarget> targets) {
    if (depth >= DEEPEST) {
      return unknown(name, passed, at, targets);
    }
    depth++;
    Value result = callables(function, passed, at, name, targets);
    depth--;
    return result;
  }

  private Value callables(
      Value function, Passed passed, Node at, String name, List<CallTarget> targets) {
    if (function.equals(Value.NOTHING) && !program.isComplete()) {
      return Value.NOTHING;
    }
    Value result = null;
    boolean unknown = function.roots().isEmpty();
    for (Root root : grouped(function.roots())) {
      Value one;
      if (root instanceof Root.FunctionObject object) {
        targets.add(new CallTarget.ProgramFunction(object.scope()));
        one = instantiation.call(object.scope(), passed, at);
      } else if (root instanceof Root.ClassObject object) {
        targets.add(new CallTarget.ProgramClass(object.scope()));
        one = instance(object.scope(), passed, at);
      } else if (root instanceof Root.LibraryObject object) {
        one = library(object.name(), passed, at, targets);
      } else if (root instanceof Root.BoundMethod bound) {
        one =
            method(
                new Value(bound.receiverType(), bound.receivers()),
                bound.method(),
                passed,
                at,
                targets);
      } else if (root instanceof Root.Partial partial) {
        one = partial(partial, passed, at, targets);
      } else if (root instanceof Root.Parameter parameter
          && program.assumptions().holds("pure", parameter.name())) {
        one = unknown(parameter.name(), passed, at, targets);
      } else if (root instanceof Root.Parameter parameter) {
        evaluator.record(new Fact.CallsParameter(parameter), at);
        targets.add(new CallTarget.Unknown(name));
        one = Value.ANYTHING;
      } else if (root instanceof Root.Variable variable
          && program.isGivenInFile(variable, frame.scope())
          && !program.assumptions().holds("pure", variable.name())) {
        evaluator.record(
            new Fact.CallsParameter(new Root.Parameter(variable.owner(), variable.name())), at);
        targets.add(new CallTarget.Unknown(name));
        one = Value.NOTHING;
      } else {
        unknown = true;
        continue;
      }
      result = result == null ? one : result.join(one);
    }
    boolean callable = function.type().isProgramClass();
    if (callable) {
      Value one = method(function, "__call__", passed, at, targets);
      result = result == null ? one : result.join(one);
    } else if (unknown) {
      Value one = unknown(name, passed, at, targets);
      result = result == null ? one : result.join(one);
    }
    return result == null ? Value.ANYTHING : result;
  }

  /** Methods of the same name and type are called once, on all their receivers. */
  private static List<Root> grouped(Set<Root> roots) {
    Map<List<Object>, Set<Root>> receivers = new LinkedHashMap<>();
    List<Root> all = new ArrayList<>();
    for (Root root : roots) {
      if (root instanceof Root.BoundMethod m) {
        receivers
            .computeIfAbsent(List.of(m.method(), m.receiverType()), k -> new LinkedHashSet<>())
            .addAll(m.receivers());
      } else {
        all.add(root);
      }
    }
    receivers.forEach(
        (key, objects) ->
            all.add(new Root.BoundMethod((String) key.get(0), (Type) key.get(1), objects)));
    return all;
  }

  private Value partial(Root.Partial partial, Passed passed, Node at, List<CallTarget> targets) {
    Value bound = new Value(Type.UNKNOWN, partial.bound());
    List<Value> positional = new ArrayList<>(passed.positional());
    positional.add(bound);
    return value(
        new Value(Type.UNKNOWN, partial.callees()),
        new Passed(positional, passed.keywords(), true),
        at,
        "partial",
        targets);
  }

  private static final Set<String> REACHES_NAMES_BY_TEXT =
      Set.of("globals", "locals", "exec", "eval", "vars", "__import__", "setattr");

  /** An unknown callee may change whatever it can reach, unless the caller vouches for it. */
  Value unknown(String name, Passed passed, Node at, List<CallTarget> targets) {
    targets.add(new CallTarget.Unknown(name));
    if (REACHES_NAMES_BY_TEXT.contains(name)) {
      evaluator.record(new Fact.Does(Effect.DYNAMIC_CODE, name), at);
    } else if (program.assumptions().holds("pure", name)) {
      return vouched(passed, at);
    } else {
      evaluator.record(new Fact.CallsUnknown(name), at);
    }
    evaluator.recordMutation(dataOf(frame.reachable(passed.roots())), Fact.EVERYTHING, at);
    return Value.ANYTHING;
  }

  /** A function without effects may still hand back what it was given. */
  private Value vouched(Passed passed, Node at) {
    evaluator.deepRead(passed.roots(), at);
    Set<Root> roots = new LinkedHashSet<>(dataOf(frame.reachable(passed.roots())));
    roots.add(new Root.Site(at.start(), at.end()));
    return new Value(Type.UNKNOWN, roots);
  }

  private static Set<Root> dataOf(Set<Root> roots) {
    Set<Root> data = new LinkedHashSet<>();
    roots.stream().filter(r -> !r.isCode()).forEach(data::add);
    return data;
  }

  private Value library(String name, Passed passed, Node at, List<CallTarget> targets) {
    String target = name.startsWith("builtins.") ? name.substring("builtins.".length()) : name;
    Optional<Callee> callee =
        CallShapes.of(program, at, passed)
            .map(shape -> program.library().function(name, shape))
            .orElseGet(() -> program.library().function(name));
    if (callee.isEmpty()) {
      return unbound(name, passed, at, targets)
          .orElseGet(() -> unknown(target, passed, at, targets));
    }
    targets.add(new CallTarget.Known(callee.get()));
    return knownCalls.apply(callee.get(), Optional.empty(), passed, at);
  }

  /** {@code str.lower(x)}: a method taken from its type. */
  private Optional<Value> unbound(String name, Passed passed, Node at, List<CallTarget> targets) {
    int dot = name.lastIndexOf('.');
    String type = name.substring(0, Math.max(0, dot));
    String plain = type.startsWith("builtins.") ? type.substring("builtins.".length()) : type;
    Optional<Callee> method =
        dot < 0 ? Optional.empty() : program.library().method(plain, name.substring(dot + 1));
    if (method.isEmpty() || passed.positional().isEmpty()) {
      return Optional.empty();
    }
    targets.add(new CallTarget.Known(method.get()));
    return Optional.of(
        knownCalls.apply(
            method.get(), Optional.of(passed.positional().get(0)), passed.withoutFirst(), at));
  }

  /** Makes an instance of a class of the program. */
  private Value instance(Scope type, Passed passed, Node at) {
    Root.Site site = new Root.Site(at.start(), at.end());
    Value self = new Value(Type.ofClass(type.qualifiedName()), Set.of(site));
    frame.store(Set.of(site), passed.roots());
    Set<String> foreign = program.libraryBases(type);
    for (String base : foreign) {
      if (!KnownCalls.HARMLESS_BASES.contains(base) && !base.endsWith("Error")) {
        Optional<LibraryType> known = program.library().type(base.replace("builtins.", ""));
        if (known.isEmpty()) {
          evaluator.callsUnknown(type.qualifiedName(), at);
        }
      }
    }
    metaclass(type, passed, at);
    factories(type, at);
    program.method(type, "__del__").ifPresent(m -> instantiation.call(m, Passed.of(self), at));
    Value made = self;
    Optional<Scope> maker = program.method(type, "__new__");
    if (maker.isPresent()) {
      Value own = new Value(new Type("type"), Set.of(new Root.ClassObject(type)));
      made = self.join(instantiation.call(maker.get(), passed.withFirst(own), at));
      made = new Value(self.type(), made.roots());
    }
    if (foreign.stream().anyMatch(base -> base.startsWith("enum."))) {
      Value own = new Value(new Type("type"), Set.of(new Root.ClassObject(type)));
      program
          .method(type, "_missing_")
          .ifPresent(m -> instantiation.call(m, passed.withFirst(own), at));
    }
    for (String hook : List.of("__init__", "__post_init__")) {
      Passed given = hook.equals("__post_init__") ? Passed.of() : passed;
      Value instance = made;
      program
          .method(type, hook)
          .ifPresent(m -> member(m, hook, instance, given, at, new ArrayList<>()));
    }
    return made;
  }

  /** {@code field(default_factory=make)} of a data class: each new instance calls it. */
  private void factories(Scope type, Node at) {
    for (Scope one : program.ancestors(type)) {
      if (one.node() instanceof Statement.ClassDef definition) {
        for (Statement s : definition.body()) {
          Optional<Expression> value =
              s instanceof Statement.AnnAssign a
                  ? a.value()
                  : s instanceof Statement.Assign b ? Optional.of(b.value()) : Optional.empty();
          value
              .filter(Expression.Call.class::isInstance)
              .ifPresent(v -> factory((Expression.Call) v, at));
        }
      }
    }
  }

  private void factory(Expression.Call field, Node at) {
    for (Keyword keyword : field.keywords()) {
      if (keyword.name().filter(FACTORIES::contains).isPresent()) {
        value(
            fromElsewhere(program.value(keyword.value(), frame.scope())),
            Passed.of(),
            at,
            calleeName(keyword.value()),
            new ArrayList<>());
      }
    }
  }

  /** Objects that another function has made are objects from outside here. */
  private static Value fromElsewhere(Value value) {
    Set<Root> roots = new LinkedHashSet<>();
    for (Root root : value.roots()) {
      if (root instanceof Root.BoundMethod m) {
        roots.addAll(Root.bound(m.method(), m.receiverType(), Set.of(new Root.External())));
      } else {
        roots.add(root.isCode() ? root : new Root.External());
      }
    }
    return new Value(value.type(), roots);
  }

  /** A metaclass may do anything when its classes are called. */
  private void metaclass(Scope type, Passed passed, Node at) {
    Value own = new Value(new Type("type"), Set.of(new Root.ClassObject(type)));
    for (Root root : program.metaclasses(type)) {
      if (root instanceof Root.ClassObject meta) {
        program
            .method(meta.scope(), "__call__")
            .ifPresent(m -> instantiation.call(m, passed.withFirst(own), at));
      } else if (!(root instanceof Root.LibraryObject object
          && KnownCalls.HARMLESS_METACLASSES.contains(object.name()))) {
        evaluator.callsUnknown(type.qualifiedName(), at);
      }
    }
  }

  /** A metaclass may decide what an instance of its classes is. */
  void classTest(Value type, String test, Passed passed, Node at) {
    String hook = test.endsWith("isinstance") ? "__instancecheck__" : "__subclasscheck__";
    for (Root root : frame.reachable(type.roots())) {
      if (root instanceof Root.ClassObject object) {
        for (Root meta : program.metaclasses(object.scope())) {
          if (meta instanceof Root.ClassObject known) {
            program
                .method(known.scope(), hook)
                .ifPresent(m -> instantiation.call(m, passed.withFirst(type), at));
          }
        }
      }
    }
  }

  /** Calls {@code receiver.name(…)}. */
  Value method(Value receiver, String name, Passed passed, Node at, List<CallTarget> targets) {
    evaluator.recordReads(receiver.roots(), Fact.ELEMENTS, at);
    if (program.isUnheard(receiver)) {
      return Value.NOTHING;
    }
    if (isSuper(receiver)) {
      return superMethod(receiver, name, passed, at, targets);
    }
    Value result = null;
    Optional<Value> patch = program.patched("." + name);
    if (patch.isPresent() && beingPatched.add(name)) {
      result =
          value(
              patch.get(),
              new Passed(passed.withFirst(receiver).positional(), passed.keywords(), true),
              at,
              name,
              targets);
      beingPatched.remove(name);
    }
    List<Scope> own = programMethods(receiver, name);
    for (Scope method : own) {
      Value one = member(method, name, receiver, passed, at, targets);
      result = result == null ? one : result.join(one);
    }
    if (receiver.type().isProgramClass() && !own.isEmpty()) {
      return result == null ? Value.ANYTHING : result;
    }
    List<Callee> known = knownMethods(receiver, name, passed, at);
    for (Callee callee : known) {
      targets.add(new CallTarget.Known(callee));
      Value one = knownCalls.apply(callee, Optional.of(receiver), passed, at);
      result = result == null ? one : result.join(one);
    }
    if (result != null) {
      return result;
    }
    Set<Root> code = new LinkedHashSet<>();
    frame.contents(receiver.roots()).stream().filter(Root::isCode).forEach(code::add);
    if (receiver.type().isProgramClass() && !code.isEmpty()) {
      return value(new Value(Type.UNKNOWN, code), passed, at, name, targets);
    }
    return unknown(name, passed.withFirst(receiver), at, targets);
  }

  /** Calls a special method by the names that its classes know it by. */
  void member(Scope method, Value receiver, Passed passed, Node at) {
    for (String name : program.memberNames(method)) {
      member(method, name, receiver, passed, at, new ArrayList<>());
    }
  }

  /** Calls a method of a class, and what decorators or later assignments put in its place. */
  private Value member(
      Scope method, String name, Value receiver, Passed passed, Node at, List<CallTarget> targets) {
    targets.add(new CallTarget.ProgramFunction(method));
    Passed bound = bind(method, receiver, passed);
    Value result = instantiation.call(method, bound, at);
    Set<Root> others = replacements(method, name);
    return others.isEmpty()
        ? result
        : result.join(
            value(
                new Value(Type.UNKNOWN, others),
                new Passed(bound.positional(), bound.keywords(), true),
                at,
                name,
                targets));
  }

  /** What else than functions of the class itself its body gives the name of a method. */
  Set<Root> replacements(Scope method, String name) {
    Scope owner = method.parent().orElse(method);
    Frame home = program.frames.get(Analysis.host(owner));
    if (owner.kind() != Scope.Kind.CLASS
        || home == null
        || !home.knows(owner, name, frame.scope())) {
      return Set.of();
    }
    Set<Root> others = new LinkedHashSet<>(home.variable(owner, name, frame.scope()).roots());
    others.removeIf(
        r ->
            r instanceof Root.FunctionObject f && program.methods(owner, name).contains(f.scope()));
    return others;
  }

  private Value superMethod(
      Value receiver, String name, Passed passed, Node at, List<CallTarget> targets) {
    Scope type = program.classes.get(receiver.type().name().substring("super:".length()));
    boolean ofClass =
        !receiver.roots().isEmpty() && receiver.roots().stream().allMatch(Root::isCode);
    Type own = ofClass ? new Type("type") : Type.ofClass(type.qualifiedName());
    Value self = new Value(own, receiver.roots());
    Set<List<Scope>> next = program.methodsAfter(type, name);
    Set<Scope> methods = new LinkedHashSet<>();
    next.forEach(methods::addAll);
    Value result = Value.NOTHING;
    for (Scope method : methods) {
      result = result.join(member(method, name, self, passed, at, targets));
    }
    return next.contains(List.<Scope>of())
        ? result.join(foreignMethod(type, self, name, passed, at, targets))
        : result;
  }

  /** What {@code super().name} does where it is a method of a library's class. */
  private Value foreignMethod(
      Scope type, Value self, String name, Passed passed, Node at, List<CallTarget> targets) {
    Optional<Callee> inherited = inherited(type, name);
    if (inherited.isPresent()) {
      targets.add(new CallTarget.Known(inherited.get()));
      boolean makes = name.equals("__init__");
      frame.store(self.roots(), makes ? passed.roots() : Set.of());
      evaluator.recordMutation(makes ? self.roots() : Set.of(), Fact.ELEMENTS, at);
      return knownCalls.apply(
          inherited.get(), makes ? Optional.empty() : Optional.of(self), passed, at);
    }
    boolean harmless =
        name.startsWith("__") && KnownCalls.HARMLESS_BASES.containsAll(program.libraryBases(type));
    if (harmless || (name.equals("__init__") && program.libraryBases(type).isEmpty())) {
      frame.store(self.roots(), passed.roots());
      return Value.NOTHING;
    }
    return unknown("super()." + name, passed.withFirst(self), at, targets);
  }

  /** What the only base that is a library's does for the name; its constructor for {@code __init__}. */
  private Optional<Callee> inherited(Scope type, String name) {
    Set<String> bases = program.libraryBases(type);
    if (bases.size() != 1) {
      return Optional.empty();
    }
    String base = bases.iterator().next();
    return name.equals("__init__") && !KnownCalls.HARMLESS_BASES.contains(base)
        ? program.library().function(base)
        : program.library().method(base.replace("builtins.", ""), name);
  }

  private Passed bind(Scope method, Value receiver, Passed passed) {
    return isStatic(method) ? passed : passed.withFirst(receiver);
  }

  static boolean isStatic(Scope method) {
    return hasDecorator(method, "staticmethod");
  }

  static boolean hasDecorator(Scope function, String wanted) {
    return function.node() instanceof Statement.FunctionDef f
        && f.decorators().stream()
            .anyMatch(
                d -> {
                  String name = calleeName(d instanceof Expression.Call c ? c.function() : d);
                  return name.equals(wanted) || name.endsWith("." + wanted);
                });
  }

  /** Methods of the program that {@code receiver.name} may be. */
  List<Scope> programMethods(Value receiver, String name) {
    if (receiver.type().isProgramClass()) {
      Scope type = program.classes.get(receiver.type().className());
      Set<Scope> found = new LinkedHashSet<>();
      if (type != null) {
        program.withSubclasses(type).forEach(t -> found.addAll(program.methods(t, name)));
      }
      return List.copyOf(found);
    }
    return receiver.type().isUnknown() ? program.methodsNamed(name) : List.of();
  }

  private List<Callee> knownMethods(Value receiver, String name, Passed passed, Node at) {
    Type type = receiver.type();
    if (type.isProgramClass()) {
      Scope scope = program.classes.get(type.className());
      List<Callee> inherited = new ArrayList<>();
      for (String base : program.libraryBases(scope)) {
        program.library().method(base.replace("builtins.", ""), name).ifPresent(inherited::add);
      }
      return inherited;
    }
    if (!type.isUnknown() && !type.name().equals("scalar")) {
      return CallShapes.of(program, at, passed)
          .map(shape -> program.library().method(type.name(), name, shape))
          .orElseGet(() -> program.library().method(type.name(), name))
          .map(List::of)
          .orElse(List.of());
    }
    List<Callee> possible = program.possibleMethods(name);
    return isGuessed(name, possible, at) ? List.of() : possible;
  }

  /** Whether nothing but a common word speaks for a method that has no effects. */
  private boolean isGuessed(String name, List<Callee> possible, Node at) {
    return program.library().isCommonMethod(name)
        && possible.stream()
            .allMatch(c -> c.effects().isEmpty() && !c.mutates().contains(Callee.RECEIVER))
        && !(at instanceof Expression.Call call
            && call.function() instanceof Expression.Attribute method
            && isTable(method.value()));
  }

  private boolean isTable(Expression receiver) {
    return receiver instanceof Expression.Name name
            && program.isTable(name.id(), frame.scope().node())
        || receiver instanceof Expression.Subscript
        || receiver instanceof Expression.BinOp;
  }

  /** The value of a property that an attribute load calls; null when it is none. */
  @Nullable Value property(Value base, String name, Node at) {
    Value result = null;
    for (Scope method : programMethods(base, name)) {
      boolean property =
          hasDecorator(method, "property") || hasDecorator(method, "cached_property");
      if (property) {
        Value one = member(method, name, base, Passed.of(), at, new ArrayList<>());
        if (hasDecorator(method, "cached_property") && !one.type().isImmutable()) {
          frame.store(base.roots(), one.roots());
          one = new Value(one.type(), frame.contents(base.roots()));
        }
        result = result == null ? one : result.join(one);
      }
    }
    for (Scope getter : programMethods(base, name + ClassMembers.GETTER)) {
      Value one = instantiation.call(getter, Passed.of(base), at);
      result = result == null ? one : result.join(one);
    }
    return result;
  }

  /** The same of its deleter. */
  void deleter(Value base, String name, Node at) {
    for (Scope method : program.methodsNamed(name + ClassMembers.DELETER)) {
      instantiation.call(method, Passed.of(base), at);
    }
  }

  /** What {@code copy} gives for an object that says itself how it is copied. */
  Value copied(Value original, Node at) {
    Value copy = Value.NOTHING;
    if (original.type().isProgramClass()) {
      for (String hook : List.of("__copy__", "__deepcopy__")) {
        for (Scope method : programMethods(original, hook)) {
          copy = copy.join(instantiation.call(method, Passed.of(original, Value.ANYTHING), at));
        }
      }
      for (String hook : List.of("__reduce__", "__reduce_ex__")) {
        programMethods(original, hook).forEach(m -> evaluator.callsUnknown(m.qualifiedName(), at));
      }
    }
    return copy;
  }

  /** {@code Registry[key]}, of a class. */
  void classItem(Value base, Value index, Node at) {
    for (Root root : base.roots()) {
      if (root instanceof Root.ClassObject type) {
        Value own = new Value(new Type("type"), Set.of(root));
        program
            .method(type.scope(), "__class_getitem__")
            .ifPresent(m -> instantiation.call(m, Passed.of(own, index), at));
      }
    }
  }

  /** Calls a property's setter where the attribute may have one. */
  void setter(Value base, String name, Value value, Node at) {
    if (!base.type().isUnknown() && !base.type().isProgramClass()) {
      return;
    }
    for (Scope method : program.methodsNamed(name + ClassMembers.SETTER)) {
      instantiation.call(method, Passed.of(base, value), at);
    }
  }

  /** Calls the special methods among the names that the operand may have. */
  void special(Value operand, List<Value> operands, Node at, Set<String> names) {
    specials.call(operand, operands, at, names);
  }

  private void refineReceiver(Expression.Attribute attribute, Passed passed) {
    List<Value> stored = passed.positional();
    switch (attribute.attribute()) {
      case "append", "add", "appendleft" ->
          stored.stream()
              .findFirst()
              .ifPresent(v -> refineContainer(attribute.value(), List.of(v), false));
      case "insert", "setdefault" -> {
        if (stored.size() > 1) {
          refineContainer(attribute.value(), List.of(stored.get(0), stored.get(1)), false);
        }
      }
      case "extend", "update" -> {
        if (!stored.isEmpty()) {
          refineContainer(
              attribute.value(), List.of(Value.of(stored.get(0).type().element())), false);
        }
      }
      default -> {}
    }
  }

  /** What is put into a container that a local name holds tells the type of its elements. */
  void refineContainer(Expression container, List<Value> stored, boolean slice) {
    if (!(container instanceof Expression.Name name) || stored.isEmpty()) {
      return;
    }
    Scope around = program.scopes().around(name);
    Optional<Scope> owner = around.owner(name.id());
    if (owner.isEmpty() || Analysis.host(owner.get()) != frame.scope()) {
      return;
    }
    String slot = program.webs().slot(name);
    Type held = frame.variable(owner.get(), slot).type();
    Value last = stored.get(stored.size() - 1);
    Type added =
        switch (held.name()) {
          case "list", "set", "collections.deque" ->
              Type.of(held.name(), slice ? last.type().element() : last.type());
          case "dict", "collections.OrderedDict" ->
              stored.size() > 1
                  ? Type.of(held.name(), stored.get(0).type(), last.type())
                  : Type.of(held.name(), Type.UNKNOWN, Type.UNKNOWN);
          default -> held;
        };
    frame.assign(owner.get(), slot, new Value(added, Set.of()));
    if (!slot.equals(name.id())) {
      frame.assign(owner.get(), name.id(), new Value(added, Set.of()));
    }
  }
}

package dev.parallelize.semantics;

import dev.parallelize.library.Aliasing;
import dev.parallelize.library.Callee;
import dev.parallelize.library.Effect;
import dev.parallelize.library.LibraryType;
import dev.parallelize.syntax.Comparator;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Pattern;
import dev.parallelize.syntax.UnaryOperator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evaluates expressions abstractly in one frame, and records what doing so reads and does. */
final class Evaluator {
  private static final Set<String> SEQUENCES = Set.of("list", "tuple", "str", "bytes", "bytearray");

  /** Attributes through which functions, modules and frames hand out what they are made of. */
  private static final Set<String> INNARDS =
      Set.of(
          "__globals__",
          "__closure__",
          "__defaults__",
          "__kwdefaults__",
          "__dict__",
          "__annotations__",
          "__wrapped__",
          "__self__");

  /** Giving one of these another value makes a function another function. */
  private static final Set<String> BEHAVIOUR =
      Set.of("__code__", "__defaults__", "__kwdefaults__", "cell_contents");

  /** Attributes of frames and arrays by which the object itself is written. */
  private static final Set<String> VIEWS =
      Set.of("loc", "iloc", "at", "iat", "flat", "T", "real", "imag", "values");

  final Program program;
  final Frame frame;
  private final Caller caller;

  Evaluator(Program program, Frame frame) {
    this.program = program;
    this.frame = frame;
    this.caller = new Caller(this);
  }

  Value evaluate(Expression expression) {
    program.step();
    Value value = compute(expression);
    Value before = program.values.put(expression, value);
    if (!value.equals(before)) {
      program.dependencies.valueChanged(expression);
    }
    return value;
  }

  void evaluateAll(List<Expression> expressions) {
    expressions.forEach(this::evaluate);
  }

  void record(Fact fact, Node at) {
    frame.record(new Located(fact, at.start(), at.end(), at.start(), List.of()));
  }

  /** What is called may do anything, unless the caller vouches for it. */
  void callsUnknown(String name, Node at) {
    if (!program.assumptions().holds("pure", name)) {
      record(new Fact.CallsUnknown(name), at);
    }
  }

  void recordReads(Set<Root> roots, String field, Node at) {
    for (Root root : dataOf(roots)) {
      record(new Fact.Reads(root, field), at);
    }
  }

  private static boolean isAttribute(String field) {
    return !field.equals(Fact.ELEMENTS) && !field.equals(Fact.EVERYTHING);
  }

  /** The objects among these; a method not yet called stands for what it is bound to. */
  static Set<Root> dataOf(Set<Root> roots) {
    Set<Root> data = new LinkedHashSet<>();
    for (Root root : roots) {
      if (root instanceof Root.BoundMethod || root instanceof Root.Partial) {
        data.addAll(dataOf(Root.flat(Set.of(root))));
      } else if (!root.isCode()) {
        data.add(root);
      }
    }
    return data;
  }

  void recordMutation(Set<Root> roots, String field, Node at) {
    for (Root root : roots) {
      if (root instanceof Root.FunctionObject && !isAttribute(field)) {
        continue;
      }
      if (root instanceof Root.LibraryObject || root instanceof Root.ModuleObject) {
        String changed =
            root instanceof Root.LibraryObject o ? o.name() : ((Root.ModuleObject) root).name();
        String member = isAttribute(field) ? changed + "." + field : changed;
        record(new Fact.Does(Effect.WRITES_PROCESS_STATE, member), at);
      } else if (root instanceof Root.BoundMethod || root instanceof Root.Partial) {
        recordMutation(Root.flat(Set.of(root)), field, at);
      } else {
        record(new Fact.Mutates(root, field), at);
      }
    }
  }

  private Value compute(Expression e) {
    if (e instanceof Expression.Constant c) {
      return Value.of(literalType(c.value()));
    } else if (e instanceof Expression.Name name) {
      return name(name);
    } else if (e instanceof Expression.Attribute attribute) {
      return attribute(attribute);
    } else if (e instanceof Expression.Call call) {
      return caller.call(call);
    } else if (e instanceof Expression.BinOp operation) {
      return binary(operation);
    } else if (e instanceof Expression.Subscript subscript) {
      return subscript(subscript);
    } else if (e instanceof Expression.Compare compare) {
      return compare(compare);
    } else if (e instanceof Expression.BoolOp op) {
      return op.values().stream().map(this::tested).reduce(Value::join).orElse(Value.NOTHING);
    } else if (e instanceof Expression.UnaryOp op) {
      return unary(op);
    } else if (e instanceof Expression.IfExp choice) {
      tested(choice.test());
      return evaluate(choice.body()).join(evaluate(choice.orElse()));
    } else if (e instanceof Expression.NamedExpr walrus) {
      Value value = evaluate(walrus.value());
      assign(walrus.target(), value);
      return value;
    } else if (e instanceof Expression.Lambda lambda) {
      evaluateAll(lambda.arguments().defaults());
      lambda.arguments().keywordDefaults().forEach(d -> d.ifPresent(this::evaluate));
      return new Value(
          new Type("function"), Set.of(new Root.FunctionObject(program.scopes().openedBy(lambda))));
    }
    return display(e);
  }

  /** Evaluates an expression whose truth is asked for. */
  /** A truth test: of a container it asks whether there is anything in it. */
  Value tested(Expression e) {
    Value value = evaluate(e);
    operated(value, e, Specials.TRUTH);
    recordReads(value.roots(), Fact.ELEMENTS, e);
    return value;
  }

  private Value display(Expression e) {
    if (e instanceof Expression.ListDisplay list) {
      return container("list", list.elements(), list);
    } else if (e instanceof Expression.SetDisplay set) {
      return container("set", set.elements(), set);
    } else if (e instanceof Expression.TupleDisplay tuple) {
      return tuple(tuple);
    } else if (e instanceof Expression.DictDisplay dict) {
      return dict(dict);
    } else if (e instanceof Expression.ListComp c) {
      return comprehension(c, "list", List.of(c.element()), c.generators());
    } else if (e instanceof Expression.SetComp c) {
      return comprehension(c, "set", List.of(c.element()), c.generators());
    } else if (e instanceof Expression.GeneratorExp c) {
      return comprehension(c, "generator", List.of(c.element()), c.generators());
    } else if (e instanceof Expression.DictComp c) {
      return comprehension(c, "dict", List.of(c.key(), c.value()), c.generators());
    } else if (e instanceof Expression.JoinedStr text) {
      evaluateAll(text.values());
      return Value.of(Type.STR);
    } else if (e instanceof Expression.FormattedValue field) {
      operated(evaluate(field.value()), field, Specials.FORMAT);
      new DefaultTexts(this).written(field);
      operatedOnElements(program.value(field.value()), field, Specials.FORMAT);
      deepRead(program.value(field.value()).roots(), field);
      field.formatSpec().ifPresent(this::evaluate);
      return Value.of(Type.STR);
    } else if (e instanceof Expression.TemplateStr text) {
      evaluateAll(text.values());
      return Value.ANYTHING;
    } else if (e instanceof Expression.Interpolation field) {
      return evaluate(field.value());
    } else if (e instanceof Expression.Starred starred) {
      Value value = evaluate(starred.value());
      iterate(value, starred);
      return new Value(value.type().element(), frame.contents(value.roots()));
    } else if (e instanceof Expression.Slice slice) {
      slice.lower().ifPresent(this::evaluate);
      slice.upper().ifPresent(this::evaluate);
      slice.step().ifPresent(this::evaluate);
      return Value.of(new Type("slice"));
    } else if (e instanceof Expression.Await await) {
      return evaluate(await.value());
    } else if (e instanceof Expression.Yield yield) {
      frame.yields = true;
      yield.value().ifPresent(v -> frame.result = frame.result.join(evaluate(v)));
      return Value.ANYTHING;
    } else if (e instanceof Expression.YieldFrom yield) {
      frame.yields = true;
      Value value = evaluate(yield.value());
      iterate(value, yield);
      frame.result =
          frame.result.join(new Value(value.type().element(), frame.contents(value.roots())));
      return Value.ANYTHING;
    }
    return Value.ANYTHING;
  }

  static Type literalType(Literal literal) {
    if (literal instanceof Literal.Singleton s) {
      return switch (s) {
        case NONE -> Type.NONE;
        case TRUE, FALSE -> Type.BOOL;
        case ELLIPSIS -> new Type("ellipsis");
      };
    } else if (literal instanceof Literal.IntegerNumber) {
      return Type.INT;
    } else if (literal instanceof Literal.FloatNumber) {
      return Type.FLOAT;
    } else if (literal instanceof Literal.ImaginaryNumber) {
      return Type.COMPLEX;
    }
    return literal instanceof Literal.Text ? Type.STR : Type.BYTES;
  }

  private Value name(Expression.Name name) {
    Scope around = program.scopes().around(name);
    Optional<Scope> owner = around.owner(name.id());
    if (owner.isEmpty()) {
      namedOtherwise(name);
      return builtin(name.id());
    }
    if (Analysis.host(owner.get()) == frame.scope()) {
      return frame.variable(owner.get(), program.webs().slot(name));
    }
    return outerVariable(owner.get(), name);
  }

  /** The module that was started has another name in worker processes (documentation of {@code multiprocessing}). */
  private void namedOtherwise(Expression.Name name) {
    if (name.id().equals("__name__")) {
      namesModule(name.id(), name);
    }
  }

  /** The module's own name is asked for; what is told at import stays as it is. */
  void namesModule(String asked, Node at) {
    if (frame.scope().kind() != Scope.Kind.MODULE) {
      record(new Fact.Does(Effect.CLOCK, asked), at);
    }
  }

  private Value builtin(String id) {
    if (program.scopes().module().hasStarImport()
        || !program.rebinders(id).isEmpty()
        || Analysis.reachesGlobalsByText(program)) {
      return Value.ANYTHING;
    }
    if (id.startsWith("__") && id.endsWith("__") && !id.equals("__import__")) {
      return Value.of(Type.STR);
    }
    return new Value(new Type("function"), Set.of(new Root.LibraryObject("builtins." + id)));
  }

  /** A global or free variable: code is known by what it is, data by where it is kept. */
  private Value outerVariable(Scope owner, Expression.Name name) {
    Frame home = program.frames.get(Analysis.host(owner));
    Value held = home == null ? Value.ANYTHING : home.variable(owner, name.id(), frame.scope());
    if (home != null && !home.knows(owner, name.id(), frame.scope()) && !program.isComplete()) {
      return Value.NOTHING;
    }
    boolean onlyCode = !held.roots().isEmpty() && held.roots().stream().allMatch(Root::isCode);
    boolean rebound =
        owner.bindings(name.id()).size() > 1 || !program.rebinders(name.id()).isEmpty();
    if (!onlyCode || rebound) {
      record(new Fact.ReadsName(owner, name.id()), name);
    }
    Set<Root> roots = new LinkedHashSet<>();
    for (Root root : held.roots()) {
      roots.add(
          root instanceof Root.Partial
              ? Root.elsewhere(root, new Root.External())
              : root.isCode() ? root : new Root.Variable(owner, name.id()));
    }
    if (home == null || !home.knows(owner, name.id(), frame.scope())) {
      roots.add(new Root.Variable(owner, name.id()));
      return new Value(Type.UNKNOWN, roots);
    }
    return Value.of(held.type(), roots);
  }

  private Value attribute(Expression.Attribute attribute) {
    Value base = evaluate(attribute.value());
    String name = attribute.attribute();
    if (name.equals("__module__")) {
      namesModule(name, attribute);
    }
    Set<Root> roots = new LinkedHashSet<>();
    Type type = Type.NONE;
    boolean data = base.roots().isEmpty();
    for (Root root : base.roots()) {
      if (root instanceof Root.ModuleObject module) {
        Value member = moduleMember(module.name(), name);
        if (program.library().isState(Names.join(module.name(), name))) {
          callsUnknown(Names.join(module.name(), name), attribute);
        }
        type = type.join(member.type());
        roots.addAll(member.roots());
      } else if (root instanceof Root.LibraryObject object) {
        roots.add(libraryMember(object, attribute));
        type = Type.UNKNOWN;
      } else if (root instanceof Root.ClassObject object) {
        Value member = classMember(object.scope(), name, attribute);
        Value ofMetaclass = metaclassMember(object, name, attribute);
        type = type.join(member.type()).join(ofMetaclass.type());
        roots.addAll(member.roots());
        roots.addAll(ofMetaclass.roots());
      } else if (root.isCode() && INNARDS.contains(name)) {
        roots.add(new Root.External());
        type = Type.UNKNOWN;
      } else if (root instanceof Root.FunctionObject object && !name.startsWith("__")) {
        record(new Fact.Reads(root, name), attribute);
        program.dependencies.read(name, frame.scope());
        type = type.join(program.unownedAttributes.getOrDefault(name, program.unheard()).type());
        roots.add(new Root.Inside(root));
      } else {
        data = true;
      }
    }
    if (data) {
      Value member = instanceMember(base, name, attribute);
      type = type.join(member.type());
      roots.addAll(member.roots());
    }
    return Value.of(type, roots);
  }

  /**
   * A member that the knowledge lacks has a name only where the text spells it from an import on: what a variable holds
   * would get longer names each time around a loop.
   */
  private Root libraryMember(Root.LibraryObject object, Expression.Attribute attribute) {
    String member = Names.join(object.name(), attribute.attribute());
    boolean known =
        program.library().function(member).isPresent()
            || program.library().type(member).isPresent();
    return known || isSpelledFromImport(attribute, member)
        ? new Root.LibraryObject(member)
        : new Root.External();
  }

  private boolean isSpelledFromImport(Expression.Attribute attribute, String member) {
    Expression base = attribute;
    String spelled = "";
    while (base instanceof Expression.Attribute outer) {
      spelled = "." + outer.attribute() + spelled;
      base = outer.value();
    }
    String path = spelled;
    return base instanceof Expression.Name name
        && isImportedOrBuiltin(name)
        && program.value(name).roots().stream()
            .anyMatch(r -> nameOf(r).filter(n -> member.equals(n + path)).isPresent());
  }

  private boolean isImportedOrBuiltin(Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    return owner.isEmpty() || owner.get().isImported(name.id());
  }

  private static Optional<String> nameOf(Root root) {
    return root instanceof Root.ModuleObject module
        ? Optional.of(module.name())
        : root instanceof Root.LibraryObject object ? Optional.of(object.name()) : Optional.empty();
  }

  Value moduleMember(String module, String name) {
    String qualified = Names.join(module, name);
    Optional<Value> patch = program.patched(qualified);
    if (patch.isPresent()) {
      return patch.get().join(new Value(Type.UNKNOWN, Set.of(new Root.LibraryObject(qualified))));
    }
    Optional<String> constant = program.library().constant(qualified);
    if (constant.isPresent()) {
      Type type = Type.parse(constant.get());
      return Value.of(type, new Root.External());
    }
    if (program.library().knowsModule(qualified)) {
      return new Value(new Type("module"), Set.of(new Root.ModuleObject(qualified)));
    }
    return new Value(new Type("function"), Set.of(new Root.LibraryObject(qualified)));
  }

  private Value classMember(Scope type, String name, Expression.Attribute at) {
    Optional<Scope> method = program.method(type, name);
    if (method.isPresent() && Caller.hasDecorator(method.get(), "classmethod")) {
      return new Value(
          new Type("method"),
          Root.bound(name, Type.ofClass(type.qualifiedName()), Set.of(new Root.ClassObject(type))));
    }
    if (method.isPresent()) {
      Set<Root> found = new LinkedHashSet<>(caller.replacements(method.get(), name));
      program.methods(type, name).forEach(m -> found.add(new Root.FunctionObject(m)));
      return new Value(new Type("function"), found);
    }
    Value result = null;
    for (Scope owner : program.ancestors(type)) {
      record(new Fact.Reads(new Root.ClassObject(owner), name), at);
      Frame home = program.frames.get(Analysis.host(owner));
      if (home != null && home.knows(owner, name, frame.scope())) {
        Value one = classVariable(home, owner, name);
        result = result == null ? one : result.join(one);
      }
    }
    return result == null ? program.unheard() : result;
  }

  /** A property of the metaclass, or what its {@code __getattr__} does. */
  private Value metaclassMember(Root.ClassObject type, String name, Expression.Attribute at) {
    Value found = Value.NOTHING;
    for (Value instance : program.ofMetaclasses(type)) {
      operated(instance, at, Specials.LOAD_ATTRIBUTE);
      Value property = caller.property(instance, name, at);
      found = property == null ? found : found.join(property);
    }
    return found;
  }

  private Value classVariable(Frame home, Scope owner, String name) {
    Value held = home.variable(owner, name, frame.scope());
    Set<Root> roots = new LinkedHashSet<>();
    held.roots().stream().filter(Root::isCode).forEach(roots::add);
    boolean onlyCode = !roots.isEmpty() && roots.size() == held.roots().size();
    if (!onlyCode) {
      roots.add(new Root.Variable(owner, name));
    }
    return Value.of(held.type(), roots);
  }

  /** What class bodies give the name: instances see it where they have no attribute of their own. */
  private Set<Root> classVariables(Type type, String name, Expression.Attribute at) {
    Set<Root> roots = new LinkedHashSet<>();
    for (Scope owner : classesOf(type)) {
      Frame home = program.frames.get(Analysis.host(owner));
      if (home != null
          && home.knows(owner, name, frame.scope())
          && !DataClasses.makes(owner, name)) {
        record(new Fact.Reads(new Root.ClassObject(owner), name), at);
        roots.addAll(classVariable(home, owner, name).roots());
      }
    }
    return roots;
  }

  /** A class variable whose own class has {@code __get__} decides what loading it gives. */
  private Optional<Value> descriptor(Type type, String name, Expression.Attribute at) {
    Value result = null;
    for (Scope owner : classesOf(type)) {
      Frame home = program.frames.get(Analysis.host(owner));
      if (home != null && home.knows(owner, name, frame.scope())) {
        Value held = classVariable(home, owner, name);
        Optional<Value> computed = computed(home, owner, name, type, at);
        if (computed.isPresent()) {
          result = result == null ? computed.get() : result.join(computed.get());
        }
        boolean describes =
            held.type().isProgramClass()
                && program
                    .programClass(held.type().className())
                    .flatMap(c -> program.method(c, "__get__"))
                    .isPresent();
        if (describes) {
          Value one = callMethod(held, "__get__", at);
          result = result == null ? one : result.join(one);
        }
      }
    }
    return Optional.ofNullable(result);
  }

  /** {@code area = property(get_area)} in a class body: loading it calls the function. */
  private Optional<Value> computed(
      Frame home, Scope owner, String name, Type type, Expression.Attribute at) {
    Value held = home.variable(owner, name, frame.scope());
    if (!held.type().name().equals("property")) {
      return Optional.empty();
    }
    Set<Root> getters = new LinkedHashSet<>();
    home.reachable(held.roots(), frame.scope()).stream().filter(Root::isCode).forEach(getters::add);
    Value self = new Value(type, program.value(at.value()).roots());
    return Optional.of(
        caller.value(
            new Value(Type.UNKNOWN, getters),
            Passed.of(self),
            at,
            name,
            new java.util.ArrayList<>()));
  }

  private Set<Scope> classesOf(Type type) {
    Set<Scope> all = new LinkedHashSet<>();
    Scope own = type.isProgramClass() ? program.classes.get(type.className()) : null;
    if (own != null) {
      program.withSubclasses(own).forEach(s -> all.addAll(program.ancestors(s)));
    } else if (type.isUnknown()) {
      all.addAll(program.classes.values());
    }
    return all;
  }

  private Value instanceMember(Value base, String name, Expression.Attribute at) {
    recordReads(base.roots(), name, at);
    Value property = caller.property(base, name, at);
    if (property != null) {
      return property;
    }
    operated(base, at, Specials.LOAD_ATTRIBUTE);
    if (name.equals("__dict__")) {
      recordMutation(base.roots(), Fact.ANY, at);
    }
    Type type = base.type();
    if (name.equals("__class__")) {
      return classOf(type);
    }
    Optional<Value> described = descriptor(type, name, at);
    if (described.isPresent()) {
      return described.get();
    }
    Set<Root> contents = new LinkedHashSet<>(frame.contents(base.roots()));
    contents.addAll(classVariables(type, name, at));
    if (frame.mayHoldAnything(base.roots())) {
      contents.add(new Root.External());
    }
    if (program.isUnheard(base)) {
      return new Value(Type.NONE, contents);
    }
    if (type.isProgramClass()) {
      if (!caller.programMethods(base, name).isEmpty()) {
        return new Value(new Type("method"), Root.bound(name, type, base.roots()));
      }
      return Value.of(instanceAttribute(type, name), contents);
    }
    Optional<LibraryType> known =
        type.isUnknown() ? Optional.empty() : program.library().type(type.name());
    if (known.isPresent()) {
      String attributeType = known.get().attributes().get(name);
      if (attributeType != null) {
        return Value.of(Type.parse(attributeType), contents);
      }
      if (CaughtException.isException(known.get()) && !known.get().methods().containsKey(name)) {
        return new Value(Type.UNKNOWN, contents);
      }
      return new Value(new Type("method"), Root.bound(name, type, base.roots()));
    }
    if (type.isUnknown() && isNameOfStore(name)) {
      return new Value(new Type("method"), Root.bound(name, type, base.roots()));
    }
    return new Value(Type.UNKNOWN, contents);
  }

  /** Names as {@code append}: of an object that nothing is known of, they are taken for the containers' methods. */
  private boolean isNameOfStore(String name) {
    return program.possibleMethods(name).stream()
        .anyMatch(m -> m.mutates().contains(Callee.RECEIVER));
  }

  /** The class of an object: when it is not known, any of the program. */
  private Value classOf(Type type) {
    Set<Root> roots = new LinkedHashSet<>();
    Scope own = type.isProgramClass() ? program.classes.get(type.className()) : null;
    (own == null ? program.classes.values() : program.withSubclasses(own))
        .forEach(c -> roots.add(new Root.ClassObject(c)));
    boolean code = own != null;
    if (!code) {
      roots.add(new Root.External());
    }
    return new Value(code ? new Type("type") : Type.UNKNOWN, roots);
  }

  private Type instanceAttribute(Type type, String name) {
    program.dependencies.read(name, frame.scope());
    Value loose = program.unownedAttributes.get(name);
    Type found = loose == null ? Type.NONE : loose.type();
    boolean known = false;
    for (Scope owner : program.ancestors(program.classes.get(type.className()))) {
      Value own =
          program
              .instanceAttributes
              .getOrDefault(owner.qualifiedName(), java.util.Map.of())
              .get(name);
      if (own != null) {
        known = true;
        found = found.join(own.type());
      }
      Frame home = program.frames.get(Analysis.host(owner));
      if (home != null && home.knows(owner, name, frame.scope())) {
        known = true;
        found = found.join(home.variable(owner, name, frame.scope()).type());
      }
    }
    return known ? found : Type.UNKNOWN;
  }

  private Value binary(Expression.BinOp e) {
    Value left = evaluate(e.left());
    Value right = evaluate(e.right());
    return operation(left, e.operator(), right, e);
  }

  Value operation(Value left, Operator operator, Value right, Node at) {
    caller.special(left, List.of(right), at, Specials.ANY);
    caller.special(right, List.of(left), at, Specials.ANY);
    if (operator == Operator.MOD) {
      operatedOnElements(right, at, Specials.FORMAT);
    }
    recordReads(left.roots(), Fact.ELEMENTS, at);
    recordReads(right.roots(), Fact.ELEMENTS, at);
    if (program.isSet(left.type().name()) || program.isSet(right.type().name())) {
      record(new Fact.Does(Effect.WRITES_PROCESS_STATE, left.type().name()), at);
    }
    boolean unheard = program.isUnheard(left) || program.isUnheard(right);
    Type type = unheard ? Type.NONE : operationType(left.type(), operator, right.type());
    if (type.isImmutable()) {
      return Value.of(type);
    }
    Root.Site site = new Root.Site(at.start(), at.end());
    boolean own = left.type().isProgramClass() || right.type().isProgramClass();
    if (own || !QUOTIENTS.contains(operator)) {
      boolean repeated = operator == Operator.MULT && SEQUENCES.contains(type.name());
      if (!repeated || SEQUENCES.contains(left.type().name())) {
        frame.store(Set.of(site), frame.contents(left.roots()));
      }
      if (!repeated || SEQUENCES.contains(right.type().name())) {
        frame.store(Set.of(site), frame.contents(right.roots()));
      }
    }
    frame.storeViews(site, type);
    return new Value(type, Set.of(site));
  }

  /** What may say how often a sequence is repeated: nothing else can stand there but an array, which would be known. */
  private static boolean isCount(Type type) {
    return type.isInteger() || type.isUnknown();
  }

  /**
   * What these give holds nothing of what they are given: numbers, arrays, paths. Sums, products and differences may be
   * lists and sets.
   */
  private static final Set<Operator> QUOTIENTS =
      Set.of(Operator.DIV, Operator.FLOOR_DIV, Operator.POW, Operator.MAT_MULT);

  private static final Type PATH = new Type("pathlib.Path");

  private static Type operationType(Type left, Operator operator, Type right) {
    if (left.name().equals("numpy.ndarray") || right.name().equals("numpy.ndarray")) {
      return new Type("numpy.ndarray");
    }
    if (operator == Operator.DIV && left.equals(PATH) && right.equals(Type.STR)) {
      return PATH;
    }
    if (left.isNumber() && right.isNumber()) {
      if (operator == Operator.DIV) {
        return left.name().equals("complex") || right.name().equals("complex")
            ? Type.COMPLEX
            : Type.FLOAT;
      }
      if (operator == Operator.POW) {
        return left.isInteger() && right.isInteger() ? Type.SCALAR : left.join(right);
      }
      Type joined = left.join(right);
      return joined.name().equals("bool") ? Type.INT : joined;
    }
    if (operator == Operator.MOD && (left.name().equals("str") || left.name().equals("bytes"))) {
      return left;
    }
    if (operator == Operator.ADD && left.name().equals(right.name())) {
      return SEQUENCES.contains(left.name()) ? left.join(right) : Type.UNKNOWN;
    }
    if (operator == Operator.MULT && SEQUENCES.contains(left.name()) && isCount(right)) {
      return left;
    }
    if (operator == Operator.MULT && SEQUENCES.contains(right.name()) && isCount(left)) {
      return right;
    }
    boolean setOperation = left.name().equals("set") && right.name().equals("set");
    if (setOperation) {
      return left.join(right);
    }
    return left.isImmutable() && right.isImmutable() ? Type.SCALAR : Type.UNKNOWN;
  }

  private Value unary(Expression.UnaryOp op) {
    if (op.operator() == UnaryOperator.NOT) {
      tested(op.operand());
      return Value.of(Type.BOOL);
    }
    Value value = evaluate(op.operand());
    operated(value, op, Specials.ANY);
    if (value.type().isImmutable()) {
      return Value.of(value.type().name().equals("bool") ? Type.INT : value.type());
    }
    return new Value(value.type(), Set.of(new Root.Site(op.start(), op.end())));
  }

  private Value compare(Expression.Compare compare) {
    Value left = evaluate(compare.left());
    boolean array = left.type().name().startsWith("numpy.");
    for (int i = 0; i < compare.comparators().size(); i++) {
      Value right = evaluate(compare.comparators().get(i));
      array |= right.type().name().startsWith("numpy.");
      Comparator operator = compare.operators().get(i);
      if (operator == Comparator.IS || operator == Comparator.IS_NOT) {
        identity(left, right, compare);
      } else {
        boolean contains = operator == Comparator.IN || operator == Comparator.NOT_IN;
        Set<String> names = contains ? Specials.CONTAINS : Specials.COMPARE;
        caller.special(left, List.of(right), compare, names);
        caller.special(right, List.of(left), compare, names);
        operatedOnElements(left, compare, names);
        operatedOnElements(right, compare, names);
        recordReads(left.roots(), Fact.ELEMENTS, compare);
        recordReads(right.roots(), Fact.ELEMENTS, compare);
        if (operator == Comparator.IN || operator == Comparator.NOT_IN) {
          iterateIfIterator(right, compare);
        }
      }
      left = right;
    }
    return array
        ? new Value(
            new Type("numpy.ndarray"), Set.of(new Root.Site(compare.start(), compare.end())))
        : Value.of(Type.BOOL);
  }

  private void identity(Value left, Value right, Node at) {
    if (program.isUnheard(left) || program.isUnheard(right)) {
      return;
    }
    boolean singleton = left.roots().isEmpty() || right.roots().isEmpty();
    if (!singleton) {
      left.roots().forEach(r -> record(new Fact.ComparesIdentity(r), at));
      right.roots().forEach(r -> record(new Fact.ComparesIdentity(r), at));
    }
  }

  private Value subscript(Expression.Subscript subscript) {
    Value base = evaluate(subscript.value());
    Value index = evaluate(subscript.slice());
    operated(base, subscript, Specials.LOAD_ITEM);
    caller.classItem(base, index, subscript);
    operated(index, subscript, Specials.HASH);
    recordReads(base.roots(), Fact.ELEMENTS, subscript);
    if (base.type().name().equals("collections.defaultdict")) {
      recordMutation(base.roots(), Fact.ELEMENTS, subscript);
    }
    boolean slice =
        subscript.slice() instanceof Expression.Slice || index.type().name().equals("slice");
    boolean sequence = slice && SEQUENCES.contains(base.type().name());
    if (sequence || isChosenByArray(base.type(), index.type())) {
      Root.Site site = new Root.Site(subscript.start(), subscript.end());
      frame.store(Set.of(site), frame.contents(base.roots()));
      return Value.of(base.type(), site);
    }
    Type type = elementType(base.type(), subscript.slice());
    if (slice) {
      Set<Root> view = new LinkedHashSet<>(base.roots());
      return Value.of(base.type(), view);
    }
    return Value.of(type, frame.contents(base.roots()));
  }

  /**
   * An array of places or of truths chooses elements into a new array ("Advanced indexing", NumPy's
   * manual). No container of the language takes one.
   */
  private boolean isChosenByArray(Type base, Type index) {
    boolean array = base.name().equals("numpy.ndarray");
    boolean unknown = base.isUnknown() && program.methodsNamed("__getitem__").isEmpty();
    return index.name().equals("numpy.ndarray") && (array || unknown);
  }

  private Type elementType(Type base, Expression index) {
    return switch (base.name()) {
      case "dict", "collections.defaultdict", "collections.OrderedDict" -> base.argument(1);
      case "collections.Counter" -> Type.INT;
      case "tuple" ->
          index instanceof Expression.Constant c
                  && c.value() instanceof Literal.IntegerNumber n
                  && n.value().bitLength() < 31
                  && n.value().signum() >= 0
                  && n.value().intValue() < base.arguments().size()
              ? base.argument(n.value().intValue())
              : base.element();
      default -> base.element().isUnknown() ? itemType(base) : base.element();
    };
  }

  /** What the library says that a subscript of an object of its own gives. */
  private Type itemType(Type base) {
    return program
        .library()
        .type(base.name())
        .map(LibraryType::methods)
        .map(methods -> methods.get("__getitem__"))
        .map(Callee::result)
        .filter(result -> !result.equals("self"))
        .map(Type::parse)
        .orElse(Type.UNKNOWN);
  }

  private Value container(String name, List<Expression> elements, Expression at) {
    Root.Site site = new Root.Site(at.start(), at.end());
    Type element = Type.NONE;
    for (Expression e : elements) {
      Value value = evaluate(e);
      if (name.equals("set")) {
        operated(value, e, Specials.HASH);
      }
      element = element.equals(Type.NONE) ? value.type() : element.join(value.type());
      frame.store(Set.of(site), value.roots());
    }
    return new Value(elements.isEmpty() ? new Type(name) : Type.of(name, element), Set.of(site));
  }

  private Value tuple(Expression.TupleDisplay tuple) {
    Root.Site site = new Root.Site(tuple.start(), tuple.end());
    List<Value> values = tuple.elements().stream().map(this::evaluate).toList();
    values.forEach(v -> frame.store(Set.of(site), v.roots()));
    boolean spread = tuple.elements().stream().anyMatch(Expression.Starred.class::isInstance);
    Type type =
        spread
            ? new Type("tuple", List.of(Type.UNKNOWN))
            : new Type("tuple", values.stream().map(Value::type).toList());
    return tuple.elements().isEmpty() ? Value.of(Type.SCALAR) : Value.of(type, site);
  }

  private Value dict(Expression.DictDisplay dict) {
    Root.Site site = new Root.Site(dict.start(), dict.end());
    Type key = Type.NONE;
    Type held = Type.NONE;
    for (int i = 0; i < dict.values().size(); i++) {
      Value value = evaluate(dict.values().get(i));
      if (dict.keys().get(i).isPresent()) {
        Value own = evaluate(dict.keys().get(i).get());
        operated(own, dict, Specials.HASH);
        key = key.join(own.type());
        held = held.join(value.type());
        frame.store(Set.of(site), value.roots());
      } else {
        caller.mapping(value, dict);
        key = Type.UNKNOWN;
        held = Type.UNKNOWN;
        frame.store(Set.of(site), frame.contents(value.roots()));
      }
    }
    return new Value(
        dict.values().isEmpty() ? new Type("dict") : Type.of("dict", key, held), Set.of(site));
  }

  private Value comprehension(
      Expression at, String name, List<Expression> elements, List<Comprehension> generators) {
    for (Comprehension generator : generators) {
      bindItem(generator.target(), evaluate(generator.iterable()), generator, generator.iterable());
      generator.conditions().forEach(this::tested);
    }
    Root.Site site = new Root.Site(at.start(), at.end());
    List<Value> values = elements.stream().map(this::evaluate).toList();
    values.forEach(v -> frame.store(Set.of(site), v.roots()));
    if (name.equals("set") || name.equals("dict")) {
      operated(values.get(0), at, Specials.HASH);
    }
    return new Value(new Type(name, values.stream().map(Value::type).toList()), Set.of(site));
  }

  /** Binds a loop's target to what iterating gives. */
  void bindItem(Expression target, Value iterable, Node loop, Expression at) {
    iterate(iterable, at);
    Root.ItemOf item = new Root.ItemOf(loop.start(), loop.end());
    frame.itemOf(item, iterable.roots());
    Type type = iterable.type().element();
    Optional<LibraryType> known = program.library().type(iterable.type().name());
    if (type.isUnknown() && known.isPresent()) {
      type = Type.parse(known.get().element());
    }
    assign(target, Value.of(type, item));
  }

  void iterate(Value iterable, Node at) {
    operated(iterable, at, Specials.ITERATE);
    recordReads(iterable.roots(), Fact.ELEMENTS, at);
    iterateIfIterator(iterable, at);
  }

  void iterateIfIterator(Value iterable, Node at) {
    boolean usedUp =
        Set.of("iterator", "generator", "file").contains(iterable.type().name())
            || program
                .library()
                .type(iterable.type().name())
                .map(t -> !t.reiterable())
                .orElse(false);
    for (Root root : iterable.roots()) {
      if (usedUp && !root.isCode()) {
        record(new Fact.Mutates(root, Fact.ELEMENTS), at);
      } else if (!root.isCode()) {
        record(new Fact.Iterates(root), at);
      }
    }
  }

  /** Operators call special methods: known types have harmless ones, the program's may not. */
  void operated(Value value, Node at, Set<String> names) {
    caller.special(value, List.of(), at, names);
  }

  /** Comparing or showing a container does the same to its elements. */
  void operatedOnElements(Value container, Node at, Set<String> names) {
    List<Type> own =
        container.type().arguments().stream()
            .filter(t -> t.isProgramClass() || t.isUnknown())
            .toList();
    if (!own.isEmpty() && !program.impureSpecials().isEmpty()) {
      Set<Root> contents = frame.contents(container.roots());
      own.forEach(t -> caller.special(Value.of(t, contents), List.of(), at, names));
    }
  }

  /** What a class pattern finds in the attributes that it asks for. */
  Value classPattern(Pattern.MatchClass pattern, Value subject) {
    return new ClassPatterns(this, caller).attributes(pattern, subject);
  }

  /** {@code del job.size}, where that may be a property. */
  void attributeDeleted(Value base, String name, Node at) {
    caller.deleter(base, name, at);
  }

  Value callMethod(Value receiver, String name, Node at) {
    return caller.method(receiver, name, Passed.of(), at, new java.util.ArrayList<>());
  }

  Value callValue(Value function, Value argument, Expression named, Node at) {
    String name = Caller.calleeName(named instanceof Expression.Call c ? c.function() : named);
    return callValue(function, argument, name, at);
  }

  Value callValue(Value function, Value argument, String name, Node at) {
    return caller.value(function, Passed.of(argument), at, name, new java.util.ArrayList<>());
  }

  void deepRead(Set<Root> roots, Node at) {
    if (frame.startsReading(roots, at)) {
      recordReads(frame.reachable(roots), Fact.EVERYTHING, at);
    }
  }

  void assign(Expression target, Value value) {
    if (target instanceof Expression.Name name) {
      assignName(name, value);
    } else if (target instanceof Expression.TupleDisplay tuple) {
      unpack(tuple.elements(), value, tuple);
    } else if (target instanceof Expression.ListDisplay list) {
      unpack(list.elements(), value, list);
    } else if (target instanceof Expression.Attribute attribute) {
      assignAttribute(attribute, value);
    } else if (target instanceof Expression.Subscript subscript) {
      Value base = evaluate(subscript.value());
      Value index = evaluate(subscript.slice());
      operated(base, subscript, Specials.STORE_ITEM);
      operated(index, subscript, Specials.HASH);
      recordMutation(base.roots(), Fact.ELEMENTS, subscript);
      writeThrough(subscript.value(), subscript);
      boolean slice = subscript.slice() instanceof Expression.Slice;
      boolean elements = slice || copiesItems(base);
      frame.store(base.roots(), elements ? frame.contents(value.roots()) : value.roots());
      frame.store(base.roots(), index.roots());
      caller.refineContainer(subscript.value(), List.of(index, value), slice);
    }
  }

  /** {@code frame.loc[…] = …} changes the frame itself, and may make it longer. */
  private void writeThrough(Expression container, Expression.Subscript at) {
    if (container instanceof Expression.Attribute view && VIEWS.contains(view.attribute())) {
      Value whole = evaluate(view.value());
      if (!whole.type().isProgramClass()) {
        recordMutation(dataOf(whole.roots()), Fact.ANY, at);
      }
    }
  }

  /** What is not heard of yet is stored into once more when it is. */
  private boolean copiesItems(Value container) {
    return program.isUnheard(container)
        || program
            .library()
            .type(container.type().name())
            .filter(LibraryType::copiesItems)
            .isPresent();
  }

  private void unpack(List<Expression> targets, Value value, Node at) {
    iterate(value, at);
    boolean exact =
        value.type().name().equals("tuple") && value.type().arguments().size() == targets.size();
    Set<Root> contents = new LinkedHashSet<>(frame.contents(value.roots()));
    for (int i = 0; i < targets.size(); i++) {
      Type type = exact ? value.type().argument(i) : value.type().element();
      if (targets.get(i) instanceof Expression.Starred rest) {
        Root.Site made = new Root.Site(rest.start(), rest.end());
        frame.store(Set.of(made), contents);
        assign(rest.value(), new Value(Type.of("list", Type.UNKNOWN), Set.of(made)));
      } else {
        assign(targets.get(i), Value.of(type, contents));
      }
    }
  }

  private void assignName(Expression.Name name, Value value) {
    Scope around = program.scopes().around(name);
    Scope owner = around.owner(name.id()).orElse(around);
    if (Analysis.host(owner) == frame.scope()) {
      frame.assign(owner, name.id(), value);
      if (program.webs().isDefinition(name)) {
        frame.assign(owner, Webs.slotOf(name), value);
      }
      return;
    }
    record(new Fact.BindsName(owner, name.id()), name);
    frame.give(new Root.Variable(owner, name.id()), value.roots());
    Frame home = program.frames.get(Analysis.host(owner));
    if (home != null) {
      Set<Root> kept = new LinkedHashSet<>();
      value.roots().forEach(r -> kept.add(r.isCode() ? r : new Root.Variable(owner, name.id())));
      home.assignFromOutside(owner, name.id(), new Value(value.type(), kept));
    }
  }

  private void assignAttribute(Expression.Attribute attribute, Value value) {
    Value base = evaluate(attribute.value());
    if (BEHAVIOUR.contains(attribute.attribute())) {
      program.replacesBehaviour();
    }
    operated(base, attribute, Specials.STORE_ATTRIBUTE);
    caller.setter(base, attribute.attribute(), value, attribute);
    recordMutation(base.roots(), attribute.attribute(), attribute);
    frame.store(base.roots(), value.roots());
    program.learnAttribute(base.type(), attribute.attribute(), value.type());
    settings(attribute);
    if (attribute.attribute().equals("__dict__") || attribute.attribute().equals("__class__")) {
      recordMutation(value.roots(), Fact.ELEMENTS, attribute);
    }
    patch(base, attribute.attribute(), value);
  }

  /** {@code getcontext().prec = 12}: an object that the library shares with everybody. */
  private void settings(Expression.Attribute attribute) {
    if (attribute.value() instanceof Expression.Call call) {
      for (CallTarget target : program.targets(call)) {
        if (target instanceof CallTarget.Known known
            && known.callee().aliasing() == Aliasing.SHARED
            && known.callee().name().contains(".")) {
          String name = known.callee().name();
          program.changesSettings(name.substring(0, name.indexOf('.')));
        }
      }
    }
  }

  /** {@code setattr(job, "step", function)}: where the name is not told, any method may be replaced. */
  void attributeSet(Passed passed, Node at) {
    Value value = passed.positional().get(2);
    boolean told =
        at instanceof Expression.Call call
            && call.arguments().size() == 3
            && call.arguments().get(1) instanceof Expression.Constant c
            && c.value() instanceof Literal.Text;
    if (told) {
      Expression.Constant name = (Expression.Constant) ((Expression.Call) at).arguments().get(1);
      patch(passed.positional().get(0), ((Literal.Text) name.value()).value(), value);
    } else if (value.roots().stream().anyMatch(Root::isCode)) {
      program.replacesBehaviour();
    }
  }

  /** Giving a module's member, or a method, another value changes what calls of it do. */
  private void patch(Value base, String name, Value value) {
    Set<Root> code = new LinkedHashSet<>();
    value.roots().forEach(r -> code.add(Root.elsewhere(r, new Root.External())));
    Value patch = code.isEmpty() ? Value.ANYTHING : new Value(value.type(), code);
    for (Root root : base.roots()) {
      if (root instanceof Root.ModuleObject module) {
        program.patch(module.name() + "." + name, patch);
      } else if (root instanceof Root.LibraryObject object) {
        program.patch(object.name() + "." + name, patch);
      }
    }
    boolean method =
        program.methodsNamed(name).stream()
            .anyMatch(
                m -> !Caller.hasDecorator(m, "property") && !Caller.hasDecorator(m, "setter"));
    if (method && !program.isUnheard(base)) {
      program.patch("." + name, patch);
    }
  }
}

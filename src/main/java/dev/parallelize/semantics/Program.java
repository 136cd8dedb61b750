package dev.parallelize.semantics;

import dev.parallelize.library.Callee;
import dev.parallelize.library.Library;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A file with the meaning of its names: the result of {@link Analysis}. Read-only once it is made.
 */
public final class Program {
  private static final Set<String> ATTRIBUTES_OF_TABLES =
      Set.of("shape", "ndim", "dtype", "columns", "index", "loc", "iloc", "values", "T");

  private final SyntaxTree tree;
  private final ScopeTree scopes;
  private final Library library;
  private final Assumptions assumptions;

  final Map<Scope, Summary> summaries = new HashMap<>();
  final Map<Scope, Frame> frames = new HashMap<>();
  final Map<Expression, Value> values = new IdentityHashMap<>();
  final Map<Expression.Call, List<CallTarget>> targets = new IdentityHashMap<>();
  final Map<String, Map<String, Value>> instanceAttributes = new HashMap<>();
  final Map<String, Value> unownedAttributes = new HashMap<>();
  final Map<Root.Parameter, Type> argumentTypes = new HashMap<>();
  final Map<Root.Parameter, Set<Root>> argumentRoots = new HashMap<>();
  private final Set<Root.Parameter> givenData = new HashSet<>();
  final Map<String, List<Scope>> methodsByName = new HashMap<>();
  final Map<String, Scope> classes = new HashMap<>();
  private final Map<Scope, Map<String, List<Scope>>> members = new LinkedHashMap<>();
  private final Map<Scope, Set<String>> memberNames = new HashMap<>();
  final Map<String, List<Scope>> globalRebinders = new HashMap<>();
  private final Set<Scope> impureSpecials = new LinkedHashSet<>();
  private final Map<Long, Expression.Subscript> subscripts = new HashMap<>();
  private final Map<Long, Expression> makers = new HashMap<>();
  private final Map<Node, Expression> assigned = new IdentityHashMap<>();
  private final Map<String, List<Expression.Name>> mentions = new HashMap<>();
  private final Questions questions = new Questions();
  private final Map<String, TreeSet<Integer>> subscripted = new HashMap<>();
  private final Set<String> spelled = new HashSet<>();
  private final Set<String> storedAttributes = new HashSet<>();
  private final Map<Node, Expression.Call> callsByFunction = new IdentityHashMap<>();
  private final Map<Node, String> imported = new IdentityHashMap<>();
  private final boolean writesNamesByText;
  private final Webs webs;
  private final Set<String> importedModules;
  private final Map<String, Value> patches = new HashMap<>();
  private final boolean observesCaches;
  private boolean behaviourReplaced;
  private Optional<Boolean> hooksQueries = Optional.empty();
  private final Set<String> settings = new HashSet<>();
  final Map<Expression.Call, Scope> callFrames = new IdentityHashMap<>();
  private final Map<Scope, List<Scope>> basesOf = new HashMap<>();
  private final Map<Scope, List<Expression.Call>> callsOf = new HashMap<>();
  private final Map<Scope, Set<Scope>> derived = new HashMap<>();
  private final Map<Scope, Set<Scope>> ancestry = new HashMap<>();
  private final Map<Scope, Map<String, List<Scope>>> methods = new HashMap<>();
  private final Map<Scope, TreeMap<Integer, Scope>> classesIn = new HashMap<>();
  private final Map<String, List<Callee>> possibleMethods = new HashMap<>();
  private final Map<Scope, Map<String, Type>> typesByUse = new HashMap<>();
  final ObjectsElsewhere elsewhere = new ObjectsElsewhere(this);
  Dependencies dependencies = new Dependencies(List.of(), true);
  boolean unsettled;

  private boolean complete;

  Program(SyntaxTree tree, ScopeTree scopes, Library library, Assumptions assumptions) {
    this.tree = tree;
    this.scopes = scopes;
    this.library = library;
    this.assumptions = assumptions;
    this.writesNamesByText = Analysis.writesNamesByText(tree);
    this.importedModules = Set.copyOf(Analysis.importedModules(tree));
    this.observesCaches = Analysis.observesCaches(tree);
    this.webs = Webs.of(scopes, !writesNamesByText);
    indexAssignments();
    index(scopes.module());
  }

  /** The class right inside the scope, not the statement itself, whose body holds the statement. */
  Optional<Scope> classAround(Scope scope, Statement statement) {
    return Optional.ofNullable(classesIn.get(scope))
        .map(c -> c.floorEntry(statement.start()))
        .map(Map.Entry::getValue)
        .filter(c -> c.node() != statement && statement.end() <= c.node().end());
  }

  /** What is not known yet: nothing while more may be found out, then anything. */
  Value unheard() {
    dependencies.note(Dependencies.Whole.COMPLETENESS);
    return complete ? Value.ANYTHING : Value.NOTHING;
  }

  void step() {
    dependencies.work(1);
  }

  /** What the analysis has cost: expressions evaluated, facts applied and objects looked into. */
  public long effort() {
    return dependencies.work();
  }

  /** True when the analysis has met its limit, and goes on only to come to an end. */
  boolean isExhausted() {
    return dependencies.work() > Analysis.MOST_STEPS;
  }

  /** Methods of that name of the builtin types and of the modules that the program imports. */
  List<Callee> possibleMethods(String name) {
    List<Callee> known = possibleMethods.get(name);
    if (known == null) {
      known = findPossibleMethods(name);
      possibleMethods.put(name, known);
    }
    return known;
  }

  /** What the uses of a parameter say of its type, where nothing else does. */
  Type typeByUse(Scope function, String parameter) {
    return typesByUse
        .computeIfAbsent(function, f -> TypesByUse.of(this, f.node()))
        .getOrDefault(parameter, Type.UNKNOWN);
  }

  /** Whether the text names the type. Objects that call what they were made with are made by their class. */
  private boolean isSpelled(String type) {
    return spelled.contains(type.substring(type.lastIndexOf('.') + 1));
  }

  private List<Callee> findPossibleMethods(String name) {
    List<Callee> found = new ArrayList<>();
    for (String candidate : library.typesWithMethod(name)) {
      boolean builtin = !candidate.contains(".");
      String module = builtin ? "" : candidate.substring(0, candidate.lastIndexOf('.'));
      if (builtin || importedModules.contains(module)) {
        library
            .method(candidate, name)
            .filter(m -> !m.invokes().contains(Callee.RECEIVER) || isSpelled(candidate))
            .ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** An attribute of an instance of a class, or of any object when the class is not known. */
  void learnAttribute(Type owner, String attribute, Type type) {
    Map<String, Value> attributes =
        owner.isProgramClass()
            ? instanceAttributes.computeIfAbsent(owner.className(), c -> new HashMap<>())
            : unownedAttributes;
    learn(attributes, attribute, Value.of(type));
  }

  /** A module's or library's name, or a method, that the program gives another value. */
  void patch(String name, Value value) {
    learn(patches, name, value);
  }

  /** What a module's member or a method may be besides what its definition says. */
  Optional<Value> patched(String name) {
    dependencies.note(new Dependencies.Patch(name));
    return Optional.ofNullable(patches.get(name));
  }

  /** A setting of a library that the program changes where it runs; workers do not see it. */
  void changesSettings(String module) {
    if (settings.add(module)) {
      dependencies.grown(Dependencies.Whole.SETTINGS);
      dependencies.allAgain();
    }
  }

  /** The code, defaults or cells of functions are exchanged: any function may do anything. */
  void replacesBehaviour() {
    if (!behaviourReplaced) {
      behaviourReplaced = true;
      dependencies.grown(Dependencies.Whole.BEHAVIOUR);
      dependencies.allAgain();
    }
  }

  boolean isBehaviourReplaced() {
    dependencies.note(Dependencies.Whole.BEHAVIOUR);
    return behaviourReplaced;
  }

  /** Whether what the name stands for depends on a setting that the program changes. */
  boolean isSet(String qualifiedName) {
    dependencies.note(Dependencies.Whole.SETTINGS);
    return settings.stream().anyMatch(m -> qualifiedName.startsWith(m + "."));
  }

  /** True when the program asks how often cached functions were called. */
  boolean observesCaches() {
    return observesCaches;
  }

  private void learn(Map<String, Value> known, String name, Value value) {
    Value old = known.get(name);
    Value joined = old == null ? value : old.join(value);
    if (!joined.equals(old)) {
      known.put(name, joined);
      if (known == patches) {
        dependencies.grown(new Dependencies.Patch(name));
        dependencies.allAgain();
      } else {
        dependencies.changed(name);
      }
    }
  }

  /** Whether a call in the file passes something for the parameter. */
  public boolean isPassed(Root.Parameter parameter) {
    return argumentTypes.containsKey(parameter);
  }

  void learnArgument(Root.Parameter parameter, Type type, Set<Root> code) {
    Type old = argumentTypes.get(parameter);
    Type joined = old == null ? type : old.join(type);
    if (joined.depth() > 4) {
      joined = Type.UNKNOWN;
    }
    if (!joined.equals(old)) {
      argumentTypes.put(parameter, joined);
      dependencies.again(parameter.function());
    }
    boolean first = !argumentRoots.containsKey(parameter);
    if (argumentRoots.computeIfAbsent(parameter, p -> new LinkedHashSet<>()).addAll(code)) {
      dependencies.again(parameter.function());
      if (first) {
        dependencies.changed(parameter);
      }
    }
  }

  /** Notes that a call gives something else than known functions for the parameter. */
  void learnData(Root.Parameter parameter) {
    if (givenData.add(parameter)) {
      dependencies.changed(parameter);
    }
  }

  /**
   * Whether the variable is a parameter that keeps what it was given, and calls in this file give it known functions:
   * then a function made inside, where this file knows it, calls one of those.
   */
  boolean isGivenInFile(Root.Variable variable, Scope reader) {
    Root.Parameter parameter = new Root.Parameter(variable.owner(), variable.name());
    dependencies.read(parameter, reader);
    List<Binding> bindings = variable.owner().bindings(variable.name());
    return variable.owner().kind() == Scope.Kind.FUNCTION
        && bindings.size() == 1
        && bindings.get(0).kind() == Binding.Kind.PARAMETER
        && !isRebound(variable.owner(), variable.name())
        && argumentRoots.containsKey(parameter)
        && !givenData.contains(parameter);
  }

  private static boolean isRebound(Scope scope, String name) {
    return scope.children().stream().anyMatch(c -> c.declaresNonlocal(name) || isRebound(c, name));
  }

  /** True for a value that the first rounds have not found out anything about. */
  boolean isUnheard(Value value) {
    return value.type().equals(Type.NONE) && !isComplete();
  }

  /** False while it is still being found out what names hold and what functions are called with. */
  boolean isComplete() {
    dependencies.note(Dependencies.Whole.COMPLETENESS);
    return complete;
  }

  /** From here on what was not heard of may be anything. */
  void complete() {
    complete = true;
    dependencies.grown(Dependencies.Whole.COMPLETENESS);
    dependencies.allAgain();
  }

  /** Special methods that do more than look at their operands. */
  Set<Scope> impureSpecials() {
    dependencies.note(Dependencies.Whole.SPECIALS);
    return impureSpecials;
  }

  /** Notes one more of them; true when there is news. */
  boolean learnImpureSpecial(Scope method) {
    boolean news = impureSpecials.add(method);
    if (news) {
      dependencies.grown(Dependencies.Whole.SPECIALS);
    }
    return news;
  }

  /** True when databases may run code of the program in the middle of a query. */
  boolean hooksQueries() {
    if (hooksQueries.isEmpty()) {
      hooksQueries = Optional.of(QueryHooks.in(this));
    }
    return hooksQueries.get();
  }

  /** The expression that a plain assignment gives to a name that it alone binds. */
  public Optional<Expression> singleValue(Node target) {
    return Optional.ofNullable(assigned.get(target));
  }

  /** The subscript that covers exactly this part of the text. */
  public Optional<Expression.Subscript> subscriptAt(int start, int end) {
    return Optional.ofNullable(subscripts.get(((long) start << 32) | end));
  }

  /** The call or generator that covers exactly this part of the text. */
  public Optional<Expression> makerAt(int start, int end) {
    return Optional.ofNullable(makers.get(((long) start << 32) | end));
  }

  /** What an import of the module, the only binding of the name there, makes it stand for. */
  Optional<String> importedAs(String name) {
    List<Binding> bindings = scopes.module().bindings(name);
    return bindings.size() == 1
        ? Optional.ofNullable(imported.get(bindings.get(0).node()))
        : Optional.empty();
  }

  private void indexImports(Node node) {
    if (node instanceof Statement.Import imports) {
      imports
          .names()
          .forEach(a -> imported.put(a, a.asName().isPresent() ? a.name() : a.boundName()));
    } else if (node instanceof Statement.ImportFrom from && from.level() == 0) {
      from.names().forEach(a -> imported.put(a, from.module().orElse("") + "." + a.name()));
    }
  }

  private void spell(Node node) {
    if (node instanceof Expression.Name name) {
      spelled.add(name.id());
    } else if (node instanceof Expression.Attribute attribute) {
      spelled.add(attribute.attribute());
    } else if (node instanceof Alias alias) {
      spelled.add(alias.name());
    }
  }

  private void indexAssignments() {
    Walk.each(
        tree.module(),
        node -> {
          indexImports(node);
          spell(node);
          if (node instanceof Statement.Assign assign && assign.targets().size() == 1) {
            assigned.put(assign.targets().get(0), assign.value());
          } else if (node instanceof Statement.AnnAssign assign) {
            assign.value().ifPresent(v -> assigned.put(assign.target(), v));
          } else if (node instanceof Expression.Subscript s) {
            subscripts.put(((long) s.start() << 32) | s.end(), s);
            noteSubscripted(s.value());
          } else if (node instanceof Expression.Attribute a && a.context() == Context.STORE) {
            storedAttributes.add(a.attribute());
          } else if (node instanceof Expression.Attribute a
              && ATTRIBUTES_OF_TABLES.contains(a.attribute())) {
            noteSubscripted(a.value());
          } else if (node instanceof Expression.Name name) {
            mentions.computeIfAbsent(name.id(), n -> new ArrayList<>()).add(name);
          } else if (node instanceof Expression.Call call) {
            callsByFunction.put(call.function(), call);
            makers.put(((long) call.start() << 32) | call.end(), call);
          } else if (node instanceof Expression.GeneratorExp generator) {
            makers.put(((long) generator.start() << 32) | generator.end(), generator);
          }
          questions.note(node);
        });
  }

  /** What the program asks of its values that a copy answers otherwise. */
  public Questions questions() {
    return questions;
  }

  /** Whether objects of the program's own classes may have an attribute or method of that name. */
  boolean hasOwn(String attribute) {
    return storedAttributes.contains(attribute) || !methodsNamed(attribute).isEmpty();
  }

  private void noteSubscripted(Expression e) {
    if (e instanceof Expression.Name name) {
      subscripted.computeIfAbsent(name.id(), n -> new TreeSet<>()).add(name.start());
    }
  }

  /** Whether the code uses a variable of that name as arrays and tables are used. */
  boolean isTable(String name, Node code) {
    Integer first = subscripted.getOrDefault(name, new TreeSet<>()).ceiling(code.start());
    return first != null && first < code.end();
  }

  /** Where the name stands in the text, in whatever scope. */
  public List<Expression.Name> mentions(String name) {
    return mentions.getOrDefault(name, List.of());
  }

  /** The call that calls what the expression gives, if one does. */
  public Optional<Expression.Call> callOf(Expression function) {
    return Optional.ofNullable(callsByFunction.get(function));
  }

  /** True when names may be rebound through text, as {@code globals()} and {@code exec} can. */
  public boolean writesNamesByText() {
    return writesNamesByText;
  }

  /** What the assignments of a variable in a part of the text give it. */
  public Value given(Scope owner, String name, Span part) {
    List<Node> targets =
        owner.bindings(name).stream()
            .map(Binding::node)
            .filter(n -> part.contains(n.span()))
            .toList();
    Frame home = frame(frameOf(owner));
    boolean apart =
        !targets.isEmpty()
            && targets.stream()
                .allMatch(n -> n instanceof Expression.Name t && webs.isDefinition(t));
    return apart
        ? targets.stream()
            .map(n -> home.variable(owner, Webs.slotOf((Expression.Name) n)))
            .reduce(Value.NOTHING, Value::join)
        : home.variable(owner, name);
  }

  /** Which assignment a use sees. */
  Webs webs() {
    return webs;
  }

  public Set<String> importedModules() {
    return importedModules;
  }

  private void index(Scope scope) {
    if (scope.kind() == Scope.Kind.CLASS) {
      classes.put(scope.qualifiedName(), scope);
      scope
          .parent()
          .ifPresent(
              p ->
                  classesIn
                      .computeIfAbsent(p, x -> new TreeMap<>())
                      .put(scope.node().start(), scope));
      members.put(scope, ClassMembers.of(scope, scopes.module()));
      members.get(scope).forEach((name, found) -> found.forEach(f -> noteMember(name, f)));
      for (Scope child : scope.children()) {
        if (child.node() instanceof Statement.FunctionDef method) {
          noteMember(method.name(), child);
        }
      }
    }
    for (String name : scope.bindings().keySet()) {
      if (scope.declaresGlobal(name)) {
        globalRebinders.computeIfAbsent(name, n -> new ArrayList<>()).add(scope);
      }
    }
    scope.children().forEach(this::index);
  }

  private void noteMember(String name, Scope function) {
    List<Scope> known = methodsByName.computeIfAbsent(name, n -> new ArrayList<>());
    if (!known.contains(function)) {
      known.add(function);
      memberNames.computeIfAbsent(function, f -> new LinkedHashSet<>()).add(name);
    }
  }

  /** The names by which classes know the function. */
  Set<String> memberNames(Scope function) {
    return memberNames.getOrDefault(function, Set.of());
  }

  public SyntaxTree tree() {
    return tree;
  }

  public ScopeTree scopes() {
    return scopes;
  }

  public Library library() {
    return library;
  }

  public Assumptions assumptions() {
    return assumptions;
  }

  /** What calling the function does; the summary of an unknown one is empty. */
  public Summary summary(Scope function) {
    return summaries.getOrDefault(function, Summary.BOTTOM);
  }

  /** False when the analysis met its limit: then nothing may be called proved. */
  public boolean settled() {
    return !unsettled;
  }

  public Value value(Expression expression) {
    return values.getOrDefault(expression, Value.ANYTHING);
  }

  /** The same, seen from a function in which the expression does not stand: it then depends on it. */
  Value value(Expression expression, Scope reader) {
    dependencies.readValue(expression, reader);
    return value(expression);
  }

  /** The same, of what stands in a class statement that others look at. */
  private Value sharedValue(Expression expression) {
    dependencies.noteValue(expression);
    return value(expression);
  }

  public Type type(Expression expression) {
    return value(expression).type();
  }

  /** Whether a function keeps its results for the calls to come, as {@code functools} does it. */
  public static boolean isMemoized(Scope function) {
    return Caller.hasDecorator(function, "lru_cache") || Caller.hasDecorator(function, "cache");
  }

  /** What the call may call; never empty. */
  public List<CallTarget> targets(Expression.Call call) {
    return targets.getOrDefault(call, List.of(new CallTarget.Unknown("?")));
  }

  /** The function, lambda or module whose code the call is. */
  public Scope frameOf(Expression.Call call) {
    return callFrames.getOrDefault(call, scopes.module());
  }

  /** The calls in the file that may call the function. */
  public List<Expression.Call> callsOf(Scope function) {
    if (callsOf.isEmpty()) {
      targets.forEach(
          (call, called) ->
              called.forEach(
                  t -> {
                    if (t instanceof CallTarget.ProgramFunction f) {
                      callsOf.computeIfAbsent(f.scope(), s -> new ArrayList<>()).add(call);
                    }
                  }));
      callsOf
          .values()
          .forEach(
              calls ->
                  calls.sort(Comparator.comparingInt(Node::start).thenComparingInt(Node::end)));
    }
    return callsOf.getOrDefault(function, List.of());
  }

  /** Every fact of a frame that is caused inside the span. */
  public List<Located> facts(Scope frame, Span span) {
    return frames.get(frame).facts(span.start(), span.end());
  }

  /** The function, lambda or module in whose frame a scope's variables live. */
  public Scope frameOf(Scope scope) {
    return Analysis.host(scope);
  }

  /** All functions and lambdas of the file. */
  public List<Scope> functionFrames() {
    return frames.keySet().stream().filter(s -> s.kind() != Scope.Kind.MODULE).toList();
  }

  public Frame frame(Scope scope) {
    return frames.get(scope);
  }

  /** The classes of the program by qualified name. */
  public Optional<Scope> programClass(String qualifiedName) {
    return Optional.ofNullable(classes.get(qualifiedName));
  }

  /** The types of the attributes that instances of a class of the program are given. */
  public Set<Type> attributeTypes(Type type) {
    Set<Type> types = new LinkedHashSet<>();
    Set<Scope> seen = new LinkedHashSet<>();
    List<Scope> edge = new ArrayList<>();
    programClass(type.className()).ifPresent(edge::add);
    while (!edge.isEmpty()) {
      Scope one = edge.remove(edge.size() - 1);
      if (seen.add(one)) {
        instanceAttributes
            .getOrDefault(one.qualifiedName(), Map.of())
            .values()
            .forEach(v -> types.add(v.type()));
        edge.addAll(bases(one));
      }
    }
    return types;
  }

  /** A place where the program tells objects of its own apart by identity, if there is one. */
  public Optional<Located> identityTests() {
    for (Frame frame : frames.values()) {
      for (Located located : frame.facts()) {
        if (located.fact() instanceof Fact.ComparesIdentity && located.via().isEmpty()) {
          return Optional.of(located);
        }
      }
    }
    return Optional.empty();
  }

  public Set<String> classNames() {
    return Set.copyOf(classes.keySet());
  }

  /** Functions that declare the module variable {@code global} and bind it. */
  public List<Scope> rebinders(String moduleVariable) {
    return globalRebinders.getOrDefault(moduleVariable, List.of());
  }

  /** The method as found on the class or its bases in this file; of several that it may be, the last one. */
  public Optional<Scope> method(Scope type, String name) {
    List<Scope> found = methods(type, name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  /** The functions that the class or the first of its bases in this file that has the name binds to it. */
  List<Scope> methods(Scope type, String name) {
    dependencies.note(Dependencies.Whole.CLASSES);
    return methods
        .computeIfAbsent(type, t -> new HashMap<>())
        .computeIfAbsent(name, n -> firstMembers(linearized(type), n));
  }

  private List<Scope> firstMembers(List<Scope> order, String name) {
    return order.stream()
        .map(owner -> members.getOrDefault(owner, Map.of()).getOrDefault(name, List.of()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Scope> linearized(Scope type) {
    return ClassMembers.linearized(type, this::bases);
  }

  /**
   * What {@code super().name} in a method of the class may be, one row for each of its subclasses: that of the class
   * which comes next there. An empty row where none comes next that has it.
   */
  Set<List<Scope>> methodsAfter(Scope type, String name) {
    Set<List<Scope>> rows = new LinkedHashSet<>();
    for (Scope one : withSubclasses(type)) {
      List<Scope> order = linearized(one);
      if (order.contains(type)) {
        rows.add(firstMembers(order.subList(order.indexOf(type) + 1, order.size()), name));
      }
    }
    return rows;
  }

  /** The bases of a class that are classes of this file. */
  public List<Scope> bases(Scope type) {
    dependencies.note(Dependencies.Whole.CLASSES);
    return basesOf.computeIfAbsent(type, this::findBases);
  }

  private List<Scope> findBases(Scope type) {
    List<Scope> bases = new ArrayList<>();
    if (type.node() instanceof Statement.ClassDef definition) {
      for (Expression base : definition.bases()) {
        for (Root root : sharedValue(base).roots()) {
          if (root instanceof Root.ClassObject object) {
            bases.add(object.scope());
          }
        }
      }
    }
    return List.copyOf(bases);
  }

  /** Looks at the bases of all classes again; true when there is news. */
  boolean classesChanged() {
    boolean changed = false;
    for (Map.Entry<Scope, List<Scope>> entry : basesOf.entrySet()) {
      changed |= !entry.getValue().equals(findBases(entry.getKey()));
    }
    if (changed) {
      basesOf.clear();
      derived.clear();
      ancestry.clear();
      methods.clear();
      dependencies.grown(Dependencies.Whole.CLASSES);
    }
    return changed;
  }

  /** The class and the classes of the file that it is derived from. */
  Set<Scope> ancestors(Scope type) {
    dependencies.note(Dependencies.Whole.CLASSES);
    Set<Scope> known = ancestry.get(type);
    if (known == null) {
      known = new LinkedHashSet<>();
      List<Scope> edge = new ArrayList<>(List.of(type));
      while (!edge.isEmpty()) {
        Scope one = edge.remove(edge.size() - 1);
        if (known.add(one)) {
          edge.addAll(bases(one));
        }
      }
      ancestry.put(type, known);
    }
    return known;
  }

  /** The class as an instance of each of this file's classes that is its metaclass. */
  List<Value> ofMetaclasses(Root.ClassObject type) {
    List<Value> instances = new ArrayList<>();
    for (Root meta : metaclasses(type.scope())) {
      if (meta instanceof Root.ClassObject own) {
        instances.add(new Value(Type.ofClass(own.scope().qualifiedName()), Set.<Root>of(type)));
      }
    }
    return instances;
  }

  /** What the class, or a base of it in this file, names as its metaclass. */
  Set<Root> metaclasses(Scope type) {
    Set<Root> found = new LinkedHashSet<>();
    Set<Scope> seen = new LinkedHashSet<>();
    List<Scope> edge = new ArrayList<>(List.of(type));
    while (!edge.isEmpty()) {
      Scope one = edge.remove(edge.size() - 1);
      if (seen.add(one) && one.node() instanceof Statement.ClassDef definition) {
        definition.keywords().stream()
            .filter(k -> k.name().filter("metaclass"::equals).isPresent())
            .forEach(k -> found.addAll(sharedValue(k.value()).roots()));
        edge.addAll(bases(one));
      }
    }
    return found;
  }

  /** Library names among a class's bases, own and inherited. */
  public Set<String> libraryBases(Scope type) {
    Set<String> names = new LinkedHashSet<>();
    collectLibraryBases(type, names, new HashSet<>());
    return names;
  }

  private void collectLibraryBases(Scope type, Set<String> names, Set<Scope> seen) {
    if (!seen.add(type) || !(type.node() instanceof Statement.ClassDef definition)) {
      return;
    }
    for (Expression base : definition.bases()) {
      Expression plain = base instanceof Expression.Subscript s ? s.value() : base;
      boolean known = false;
      for (Root root : sharedValue(plain).roots()) {
        if (root instanceof Root.LibraryObject object) {
          names.add(object.name());
          known = true;
        }
        known |= root instanceof Root.ClassObject;
      }
      if (!known) {
        names.add("?");
      }
    }
    bases(type).forEach(b -> collectLibraryBases(b, names, seen));
  }

  /** The class and every class of the file derived from it. */
  public Set<Scope> withSubclasses(Scope type) {
    dependencies.note(Dependencies.Whole.CLASSES);
    Set<Scope> known = derived.get(type);
    if (known == null) {
      known = new LinkedHashSet<>();
      known.add(type);
      known.addAll(namesakes(type));
      for (Scope candidate : members.keySet()) {
        if (!Collections.disjoint(ancestors(candidate), known)) {
          known.add(candidate);
        }
      }
      derived.put(type, known);
    }
    return known;
  }

  /** Classes that are called the same, as those in both branches of an {@code if}. */
  public List<Scope> namesakes(Scope type) {
    return members.keySet().stream()
        .filter(other -> other != type && other.qualifiedName().equals(type.qualifiedName()))
        .toList();
  }

  public List<Scope> methodsNamed(String name) {
    return methodsByName.getOrDefault(name, List.of());
  }

  /** True when two abstract objects may be, or may contain, one and the same. */
  public boolean mayAlias(Scope frame, Root a, Root b) {
    return frames.get(frame).mayAlias(a, b) || elsewhere.areOne(a, b);
  }

  /** The place of a node in words: {@code line 12}. */
  public int line(Node node) {
    return tree.source().line(node.start());
  }

  public int line(int offset) {
    return tree.source().line(Math.min(offset, tree.source().text().length()));
  }
}

package dev.parallelize.semantics;

import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operators and protocols call special methods (section 3.3 of the language reference). Those of
 * builtin types have no effects; those of the program's classes may.
 */
final class Specials {
  static final Set<String> TRUTH = Set.of("__bool__", "__len__");
  static final Set<String> ITERATE = Set.of("__iter__", "__next__", "__getitem__", "__len__");
  static final Set<String> LOAD_ITEM = Set.of("__getitem__", "__missing__");
  static final Set<String> STORE_ITEM = Set.of("__setitem__", "__delitem__");
  static final Set<String> HASH = Set.of("__hash__", "__eq__", "__index__");
  static final Set<String> FORMAT = Set.of("__format__", "__str__", "__repr__");
  static final Set<String> LOAD_ATTRIBUTE = Set.of("__getattr__", "__getattribute__");
  static final Set<String> STORE_ATTRIBUTE = Set.of("__setattr__", "__delattr__");
  static final Set<String> CONTAINS =
      Set.of("__contains__", "__iter__", "__next__", "__getitem__", "__eq__", "__hash__");
  static final Set<String> COMPARE =
      Set.of("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__");

  /** Whatever an operator or a function of a library may call on an operand. */
  static final Set<String> ANY = Set.of();

  /** Called by name, by calls, or by the life of an object: elsewhere. */
  private static final Set<String> NOT_BY_OPERATORS =
      Set.of(
          "__init__",
          "__new__",
          "__del__",
          "__call__",
          "__enter__",
          "__exit__",
          "__aenter__",
          "__aexit__",
          "__post_init__",
          "__init_subclass__",
          "__class_getitem__",
          "__set_name__",
          "__prepare__",
          "__get__",
          "__set__",
          "__delete__",
          "__getattr__",
          "__getattribute__",
          "__setattr__",
          "__delattr__");

  /** What the decorator {@code dataclass} writes into a class. */
  private static final Set<String> GENERATED =
      Set.of("__eq__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "__hash__");

  private static final List<String> PLAIN_DECORATORS =
      List.of("property", "abstractmethod", "staticmethod", "classmethod", "override", "final");

  private static final Set<String> CHANGE_SELF =
      Set.of("__setitem__", "__delitem__", "__setattr__", "__delattr__", "__next__", "__missing__");

  private final Evaluator evaluator;
  private final Program program;
  private final Caller caller;

  /** So many callees of one operation that nobody vouches for are enough to refuse it. */
  private static final int MOST_TOLD = 4;

  Specials(Evaluator evaluator, Caller caller) {
    this.evaluator = evaluator;
    this.program = evaluator.program;
    this.caller = caller;
  }

  /** Applies those special methods among the names that may be called on the operand. */
  void call(Value operand, List<Value> operands, Node at, Set<String> names) {
    if (program.impureSpecials().isEmpty()) {
      return;
    }
    Type type = operand.type();
    boolean unknown = type.isUnknown() && !operand.roots().isEmpty();
    ofMetaclasses(operand).forEach(meta -> known(meta, operands, at, names));
    if (unknown) {
      unknown(operand, at, names);
    } else if (type.isProgramClass()) {
      known(operand, operands, at, names);
      generated(operand, at, names, new HashSet<>());
    }
  }

  /** A class is an instance of its metaclass, whose special methods operators on the class call. */
  private List<Value> ofMetaclasses(Value operand) {
    List<Value> instances = new ArrayList<>();
    for (Root root : operand.roots()) {
      if (root instanceof Root.ClassObject type) {
        instances.addAll(program.ofMetaclasses(type));
      }
    }
    return instances;
  }

  /** What {@code dataclass} generates compares, writes and hashes the fields. */
  private void generated(Value operand, Node at, Set<String> names, Set<Type> seen) {
    Optional<Scope> type = program.programClass(operand.type().className());
    boolean asks = names == ANY || !Collections.disjoint(names, GENERATED);
    if (type.isEmpty() || !asks || !DataClasses.is(type.get()) || !seen.add(operand.type())) {
      return;
    }
    for (Type field : DataClasses.fields(program, type.get())) {
      if (field.isProgramClass()) {
        Value part = new Value(field, evaluator.frame.contents(operand.roots()));
        known(part, List.of(), at, names);
        generated(part, at, names, seen);
      }
    }
  }

  private void known(Value operand, List<Value> operands, Node at, Set<String> names) {
    Scope type = program.classes.get(operand.type().className());
    if (type == null) {
      return;
    }
    Set<Scope> methods = new LinkedHashSet<>();
    for (Scope one : program.withSubclasses(type)) {
      for (Scope impure : program.impureSpecials()) {
        for (String name : names(impure)) {
          if (isAmong(name, names) && program.methods(one, name).contains(impure)) {
            methods.add(impure);
          }
        }
      }
    }
    List<Value> all = new ArrayList<>(operands);
    all.add(operand);
    for (Scope method : methods) {
      Value others = all.stream().reduce(Value::join).orElse(operand);
      Passed passed = new Passed(List.of(others, Value.ANYTHING, Value.ANYTHING), Map.of(), false);
      caller.member(method, operand, passed, at);
    }
  }

  private void unknown(Value operand, Node at, Set<String> names) {
    int told = 0;
    for (Scope method : program.impureSpecials()) {
      if (told == MOST_TOLD) {
        return;
      }
      List<String> called = names(method).stream().filter(n -> isAmong(n, names)).toList();
      Scope owner = method.parent().orElseThrow();
      boolean own = evaluator.frame.scope().parent().filter(p -> p == owner).isPresent();
      if (own && owner.kind() == Scope.Kind.CLASS || called.isEmpty()) {
        continue;
      }
      if (CHANGE_SELF.containsAll(called) && changesOnlySelf(method)) {
        evaluator.recordMutation(operand.roots(), Fact.ELEMENTS, at);
      } else if (!program.assumptions().holds("pure", method.qualifiedName())) {
        evaluator.record(new Fact.CallsUnknown(method.qualifiedName()), at);
        told++;
      }
    }
  }

  private static boolean isAmong(String name, Set<String> names) {
    return names == ANY ? !NOT_BY_OPERATORS.contains(name) : names.contains(name);
  }

  private List<String> names(Scope method) {
    return names(program, method);
  }

  /** The special names by which classes know a function, its own or others. */
  private static List<String> names(Program program, Scope method) {
    return program.memberNames(method).stream()
        .filter(n -> n.startsWith("__") && n.endsWith("__"))
        .toList();
  }

  /** True for a special method that does more than look at its operands. */
  static boolean isImpure(Program program, Scope method, Summary summary) {
    return !names(program, method).isEmpty()
        && (isReplaced(method)
            || summary.facts().keySet().stream()
                .anyMatch(fact -> isEffect(fact) && !isHash(method, fact)));
  }

  /** A decorator may put anything in the place of the method. */
  private static boolean isReplaced(Scope method) {
    return method.node() instanceof Statement.FunctionDef f
        && !f.decorators().isEmpty()
        && PLAIN_DECORATORS.stream().noneMatch(d -> Caller.hasDecorator(method, d));
  }

  /** A hash computed from other hashes differs between processes, but there it is looked up too. */
  private static boolean isHash(Scope function, Fact fact) {
    return function.node() instanceof Statement.FunctionDef method
        && method.name().equals("__hash__")
        && fact instanceof Fact.Does d
        && d.callee().equals("builtins.hash");
  }

  private boolean changesOnlySelf(Scope method) {
    program.dependencies.read(method, evaluator.frame.scope());
    return program.summary(method).facts().keySet().stream()
        .filter(Specials::isEffect)
        .allMatch(f -> f instanceof Fact.Mutates m && isSelf(m.root(), method));
  }

  private static boolean isEffect(Fact fact) {
    return !(fact instanceof Fact.Reads
        || fact instanceof Fact.ReadsName
        || fact instanceof Fact.Iterates
        || fact instanceof Fact.Raises
        || fact instanceof Fact.ComparesIdentity
        || (fact instanceof Fact.Does d
            && d.effect() == dev.parallelize.library.Effect.UNPICKLABLE_RESULT));
  }

  private static boolean isSelf(Root root, Scope method) {
    Root base = root.base();
    return base instanceof Root.Parameter p
        && method.node() instanceof Statement.FunctionDef f
        && !f.arguments().all().isEmpty()
        && p.name().equals(f.arguments().all().get(0).name());
  }
}

package dev.parallelize.semantics;

import dev.parallelize.library.Aliasing;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Pattern;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.WithItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs statements abstractly in one frame, in no particular order of control flow. */
final class Executor {
  private static final Set<String> HARMLESS_DECORATORS =
      Set.of(
          "builtins.staticmethod",
          "builtins.classmethod",
          "builtins.property",
          "functools.lru_cache",
          "functools.cache",
          "functools.cached_property",
          "functools.wraps",
          "functools.total_ordering",
          "dataclasses.dataclass",
          "contextlib.contextmanager",
          "abc.abstractmethod",
          "typing.overload",
          "typing.final",
          "typing.runtime_checkable",
          "enum.unique",
          "numba.njit",
          "numba.jit");

  private final Program program;
  private final Frame frame;
  private final Evaluator evaluator;

  Executor(Program program, Frame frame) {
    this.program = program;
    this.frame = frame;
    this.evaluator = new Evaluator(program, frame);
  }

  Evaluator evaluator() {
    return evaluator;
  }

  void run(List<Statement> statements) {
    statements.forEach(this::run);
  }

  private void run(Statement s) {
    if (s instanceof Statement.ExpressionStatement
        || s instanceof Statement.Assign
        || s instanceof Statement.AugAssign
        || s instanceof Statement.AnnAssign
        || s instanceof Statement.Return) {
      frame.evaluations().run(s, () -> simple(s));
    } else if (s instanceof Statement.If branch) {
      tested(branch.test());
      run(branch.body());
      run(branch.orElse());
    } else if (s instanceof Statement.For loop) {
      frame.evaluations().run(loop, () -> item(loop));
      run(loop.body());
      run(loop.orElse());
    } else if (s instanceof Statement.While loop) {
      tested(loop.test());
      run(loop.body());
      run(loop.orElse());
    } else if (s instanceof Statement.With with) {
      frame.evaluations().run(with, () -> enter(with));
      run(with.body());
    } else if (s instanceof Statement.Try attempt) {
      attempt(attempt);
    } else if (s instanceof Statement.FunctionDef function) {
      define(function);
    } else if (s instanceof Statement.ClassDef type) {
      define(type);
    } else {
      runRare(s);
    }
  }

  private void simple(Statement s) {
    if (s instanceof Statement.ExpressionStatement e) {
      evaluator.evaluate(e.value());
    } else if (s instanceof Statement.Assign assign) {
      Value value = evaluator.evaluate(assign.value());
      assign.targets().forEach(t -> assign(t, assign.value(), value));
    } else if (s instanceof Statement.AugAssign assign) {
      augment(assign);
    } else if (s instanceof Statement.AnnAssign assign) {
      annotated(assign);
    } else if (s instanceof Statement.Return r) {
      r.value().ifPresent(v -> frame.result = frame.result.join(evaluator.evaluate(v)));
    }
  }

  /** {@code good, bad = [], []}: each name is given what stands in its place. */
  private void assign(Expression target, Expression source, Value value) {
    if (target instanceof Expression.TupleDisplay names
        && source instanceof Expression.TupleDisplay values
        && names.elements().size() == values.elements().size()
        && !isSpread(names)
        && !isSpread(values)) {
      for (int i = 0; i < names.elements().size(); i++) {
        Expression one = values.elements().get(i);
        assign(names.elements().get(i), one, program.value(one));
      }
    } else {
      evaluator.assign(target, value);
    }
  }

  private static boolean isSpread(Expression.TupleDisplay tuple) {
    return tuple.elements().stream().anyMatch(Expression.Starred.class::isInstance);
  }

  private void tested(Expression test) {
    frame.evaluations().run(test, () -> evaluator.tested(test));
  }

  private void item(Statement.For loop) {
    Value iterable = evaluator.evaluate(loop.iterable());
    evaluator.bindItem(loop.target(), iterable, loop, loop.iterable());
  }

  private void runRare(Statement s) {
    if (s instanceof Statement.Raise raise) {
      raise.exception().ifPresent(e -> raised(raise, e));
      raise.cause().ifPresent(evaluator::evaluate);
    } else if (s instanceof Statement.Assert check) {
      evaluator.tested(check.test());
      check.message().ifPresent(evaluator::evaluate);
    } else if (s instanceof Statement.Delete delete) {
      delete.targets().forEach(this::delete);
    } else if (s instanceof Statement.Import imports) {
      imports.names().forEach(a -> bindModule(a, imports));
    } else if (s instanceof Statement.ImportFrom from) {
      importFrom(from);
    } else if (s instanceof Statement.Match match) {
      match(match);
    } else if (s instanceof Statement.TypeAlias alias) {
      evaluator.assign(alias.name(), Value.ANYTHING);
    }
  }

  private void augment(Statement.AugAssign assign) {
    Value value = evaluator.evaluate(assign.value());
    Expression target = assign.target();
    Value old = evaluator.evaluate(target);
    Value result = evaluator.operation(old, assign.operator(), value, assign);
    if (!old.type().isImmutable()) {
      evaluator.recordMutation(old.roots(), Fact.ELEMENTS, assign);
      boolean extends_ = assign.operator() == Operator.ADD;
      frame.store(old.roots(), extends_ ? frame.contents(value.roots()) : value.roots());
      Set<Root> roots = new LinkedHashSet<>(result.roots());
      roots.addAll(old.roots());
      result = Value.of(result.type(), roots);
    }
    evaluator.assign(target, result);
  }

  private void annotated(Statement.AnnAssign assign) {
    Type declared = Annotations.type(assign.annotation(), program);
    assign
        .value()
        .ifPresent(
            v -> {
              Value value = evaluator.evaluate(v);
              Type type = value.type().isUnknown() ? declared : refine(value.type(), declared);
              evaluator.assign(assign.target(), Value.of(type, value.roots()));
            });
    boolean field = frame.scope().kind() == Scope.Kind.MODULE || assign.value().isPresent();
    if (assign.value().isEmpty() && field && assign.target() instanceof Expression.Name) {
      evaluator.assign(assign.target(), Value.of(declared, new Root.External()));
    }
  }

  private static Type refine(Type actual, Type declared) {
    boolean empty = actual.arguments().isEmpty() && actual.name().equals(declared.name());
    return empty ? declared : actual.equals(Type.NONE) ? declared : actual;
  }

  private void enter(Statement.With with) {
    for (WithItem item : with.items()) {
      Value context = evaluator.evaluate(item.context());
      Value entered = context;
      if (context.type().isProgramClass() || context.type().isUnknown()) {
        Value call = evaluator.callMethod(context, "__enter__", item.context());
        evaluator.callMethod(context, "__exit__", item.context());
        entered = call;
      } else if (context.type().name().equals("generator")) {
        entered = new Value(context.type().element(), frame.contents(context.roots()));
      } else {
        evaluator.recordMutation(context.roots(), Fact.ELEMENTS, item.context());
        entered =
            closed(context, item.context())
                .or(() -> given(context))
                .or(() -> handedOut(context))
                .orElse(context);
      }
      Value bound = entered;
      item.target().ifPresent(t -> evaluator.assign(t, bound));
    }
  }

  /** A plain value that a context manager of a library gives out: the name of a folder. */
  private Optional<Value> given(Value context) {
    return program
        .library()
        .method(context.type().name(), "__enter__")
        .map(enter -> Type.parse(enter.result()))
        .filter(Type::isImmutable)
        .map(Value::of);
  }

  /** What a context manager of a library was made with, where it may give that out. */
  private Optional<Value> handedOut(Value context) {
    return program
        .library()
        .method(context.type().name(), "__enter__")
        .filter(enter -> enter.aliasing() == Aliasing.ARGUMENT && enter.result().equals("object"))
        .map(enter -> new Value(Type.UNKNOWN, frame.reachable(context.roots())));
  }

  /** What {@code contextlib.closing(…)} was given: it gives that out, and closes it in the end. */
  private Optional<Value> closed(Value context, Expression expression) {
    if (!context.type().name().equals("contextlib.closing")
        || !(expression instanceof Expression.Call call)
        || call.arguments().size() != 1
        || call.arguments().get(0) instanceof Expression.Starred) {
      return Optional.empty();
    }
    Value thing = evaluator.program.value(call.arguments().get(0));
    evaluator.callMethod(thing, "close", expression);
    return Optional.of(thing);
  }

  private void attempt(Statement.Try attempt) {
    run(attempt.body());
    attempt
        .handlers()
        .forEach(
            h -> {
              Value caught = h.type().map(evaluator::evaluate).orElse(Value.NOTHING);
              Value exception = new CaughtException(program, h).of(caught, frame);
              h.name().ifPresent(n -> frame.assign(ownerOf(frame.scope(), n), n, exception));
              run(h.body());
            });
    run(attempt.orElse());
    run(attempt.finalBody());
  }

  private static Scope ownerOf(Scope scope, String name) {
    return scope.owner(name).orElse(scope);
  }

  private void raised(Statement.Raise raise, Expression exception) {
    Value value = evaluator.evaluate(exception);
    String name =
        value.type().isProgramClass()
            ? value.type().className()
            : Caller.calleeName(
                exception instanceof Expression.Call call ? call.function() : exception);
    evaluator.record(new Fact.Raises(name), raise);
    sharedBy(value, raise);
    if (exception instanceof Expression.Call call) {
      call.arguments().stream()
          .map(a -> program.value(a))
          .filter(v -> !v.type().isUnknown() && !v.type().isImmutable())
          .forEach(v -> sharedBy(v, raise));
    }
  }

  /** Who catches the exception may tell a variable's object from a copy, as when he changes it. */
  private void sharedBy(Value value, Statement.Raise raise) {
    for (Root root : value.roots()) {
      if (root instanceof Root.Variable) {
        evaluator.record(new Fact.ComparesIdentity(root), raise);
      }
    }
  }

  private void delete(Expression target) {
    if (target instanceof Expression.Subscript s) {
      Value base = evaluator.evaluate(s.value());
      evaluator.evaluate(s.slice());
      evaluator.operated(base, s, Specials.STORE_ITEM);
      evaluator.recordMutation(base.roots(), Fact.ELEMENTS, s);
    } else if (target instanceof Expression.Attribute a) {
      Value base = evaluator.evaluate(a.value());
      evaluator.operated(base, a, Specials.STORE_ATTRIBUTE);
      evaluator.attributeDeleted(base, a.attribute(), a);
      evaluator.recordMutation(base.roots(), a.attribute(), a);
    } else if (target instanceof Expression.TupleDisplay t) {
      t.elements().forEach(this::delete);
    } else if (target instanceof Expression.ListDisplay l) {
      l.elements().forEach(this::delete);
    } else if (target instanceof Expression.Name name) {
      Scope around = program.scopes().around(name);
      Scope owner = around.owner(name.id()).orElse(around);
      if (Analysis.host(owner) != frame.scope()) {
        evaluator.record(new Fact.BindsName(owner, name.id()), name);
      }
    }
  }

  private void bindModule(Alias alias, Statement at) {
    String module = alias.asName().isPresent() ? alias.name() : alias.boundName();
    bind(alias.boundName(), at, moduleOrUnknown(module));
  }

  private Value moduleOrUnknown(String module) {
    return new Value(new Type("module"), Set.of(new Root.ModuleObject(module)));
  }

  private void importFrom(Statement.ImportFrom from) {
    String module = ".".repeat(from.level()) + from.module().orElse("");
    for (Alias alias : from.names()) {
      if (!alias.name().equals("*")) {
        bind(alias.boundName(), from, evaluator.moduleMember(module, alias.name()));
      }
    }
  }

  private void bind(String name, Statement at, Value value) {
    Scope scope = Analysis.scopeOf(program, frame.scope(), at);
    Scope owner = ownerOf(scope, name);
    if (Analysis.host(owner) == frame.scope()) {
      frame.assign(owner, name, value);
    } else {
      evaluator.record(new Fact.BindsName(owner, name), at);
      Frame home = program.frames.get(Analysis.host(owner));
      if (home != null) {
        home.assignFromOutside(owner, name, value);
      }
    }
  }

  private void define(Statement.FunctionDef function) {
    evaluator.evaluateAll(function.arguments().defaults());
    function.arguments().keywordDefaults().forEach(d -> d.ifPresent(evaluator::evaluate));
    Value value =
        new Value(
            new Type("function"),
            Set.of(new Root.FunctionObject(program.scopes().openedBy(function))));
    for (int i = function.decorators().size() - 1; i >= 0; i--) {
      value = decorated(function.decorators().get(i), value, function);
    }
    bind(function.name(), function, value);
  }

  private Value decorated(Expression decorator, Value value, Statement at) {
    Value function = evaluator.evaluate(decorator);
    Value head =
        decorator instanceof Expression.Call call ? program.value(call.function()) : function;
    boolean harmless =
        head.roots().stream()
            .allMatch(
                r -> r instanceof Root.LibraryObject o && HARMLESS_DECORATORS.contains(o.name()));
    boolean accessor =
        decorator instanceof Expression.Attribute a
            && Set.of("setter", "getter", "deleter").contains(a.attribute());
    if ((harmless && !head.roots().isEmpty()) || accessor) {
      return value;
    }
    return evaluator.callValue(function, value, decorator, at);
  }

  private void define(Statement.ClassDef type) {
    type.bases().forEach(evaluator::evaluate);
    type.keywords().forEach(k -> evaluator.evaluate(k.value()));
    Scope scope = program.scopes().openedBy(type);
    run(type.body());
    Value value = new ClassCreation(program, evaluator, HARMLESS_DECORATORS).of(type, scope);
    bind(type.name(), type, value);
  }

  private void match(Statement.Match match) {
    Value subject = evaluator.evaluate(match.subject());
    for (MatchCase one : match.cases()) {
      pattern(one.pattern(), subject);
      one.guard().ifPresent(evaluator::evaluate);
      run(one.body());
    }
  }

  private void pattern(Pattern pattern, Value subject) {
    evaluator.operated(subject, pattern, Specials.ANY);
    evaluator.recordReads(subject.roots(), Fact.ELEMENTS, pattern);
    Value part = new Value(Type.UNKNOWN, frame.contents(subject.roots()));
    if (pattern instanceof Pattern.MatchAs as) {
      as.pattern().ifPresent(p -> pattern(p, subject));
      as.name().ifPresent(n -> assignCapture(n, subject));
    } else if (pattern instanceof Pattern.MatchOr or) {
      or.patterns().forEach(p -> pattern(p, subject));
    } else if (pattern instanceof Pattern.MatchSequence sequence) {
      sequence.patterns().forEach(p -> pattern(p, part));
    } else if (pattern instanceof Pattern.MatchMapping mapping) {
      mapping.keys().forEach(evaluator::evaluate);
      mapping.patterns().forEach(p -> pattern(p, part));
      mapping.rest().ifPresent(n -> assignCapture(n, part));
    } else if (pattern instanceof Pattern.MatchClass type) {
      Value asked = evaluator.classPattern(type, subject).join(part);
      type.patterns().forEach(p -> pattern(p, asked));
      type.keywordPatterns().forEach(p -> pattern(p, asked));
    } else if (pattern instanceof Pattern.MatchStar star) {
      star.name().ifPresent(n -> assignCapture(n, part));
    } else if (pattern instanceof Pattern.MatchValue value) {
      evaluator.evaluate(value.value());
    }
  }

  private void assignCapture(String name, Value value) {
    Optional<Scope> owner = frame.scope().owner(name);
    owner
        .filter(o -> Analysis.host(o) == frame.scope())
        .ifPresent(o -> frame.assign(o, name, value));
  }
}

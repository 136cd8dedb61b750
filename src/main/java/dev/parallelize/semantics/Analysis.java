package dev.parallelize.semantics;

import dev.parallelize.library.Library;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a file its meaning: effects, values and call targets of every function, to a fixpoint over the
 * call graph. Flow-insensitive inside a function, insensitive to calling context between them.
 */
public final class Analysis {
  private static final int MOST_VISITS = 40;

  /** Expressions evaluated, facts applied and objects looked into: bounds the time on any input. */
  static final long MOST_STEPS = 5_000_000;

  private static final int MOST_PASSES = 8;
  private static final Set<String> REACHES_NAMES_BY_TEXT =
      Set.of("globals", "exec", "eval", "vars", "__import__", "setattr");
  private final Program program;
  private final List<Scope> functions = new ArrayList<>();

  /** Something was learned that any function may depend on: bases of classes, operators that have effects. */
  private boolean changed;

  private Analysis(Program program) {
    this.program = program;
  }

  public static Program analyze(SyntaxTree tree, Library library, Assumptions assumptions) {
    return analyze(tree, library, assumptions, true);
  }

  /**
   * The same.
   *
   * @param remembers whether what running a statement came to is used again while nothing it looked at
   *     has changed; it makes no difference but to the time
   */
  static Program analyze(
      SyntaxTree tree, Library library, Assumptions assumptions, boolean remembers) {
    Program program = new Program(tree, ScopeTree.of(tree.module()), library, assumptions);
    new Analysis(program).run(remembers);
    return program;
  }

  private void run(boolean remembers) {
    collect(program.scopes().module());
    program.dependencies = new Dependencies(functions, remembers);
    functions.forEach(f -> program.frames.put(f, new Frame(f, program.dependencies)));
    program.dependencies.allAgain();
    boolean settled = settle();
    program.complete();
    settled &= settle();
    program.unsettled = !settled;
  }

  /** Looks at functions until nothing is learned; false when the limit was met before that. */
  private boolean settle() {
    Map<Scope, Integer> visits = new HashMap<>();
    Optional<Scope> next = next();
    while (next.isPresent()) {
      int visit = visits.merge(next.get(), 1, Integer::sum);
      if (visit > MOST_VISITS || program.isExhausted()) {
        return false;
      }
      analyze(next.get());
      next = next();
    }
    return true;
  }

  /** What concerns every function is brought to them when nothing else is left to do. */
  private Optional<Scope> next() {
    Optional<Scope> next = program.dependencies.next();
    if (next.isEmpty() && changed) {
      changed = false;
      program.dependencies.allAgain();
      return program.dependencies.next();
    }
    return next;
  }

  private void collect(Scope scope) {
    if (host(scope) == scope) {
      functions.add(scope);
    }
    scope.children().forEach(this::collect);
  }

  /** The function, lambda or module in whose frame the scope's variables live. */
  static Scope host(Scope scope) {
    Scope host = scope;
    while (host.kind() == Scope.Kind.COMPREHENSION
        || host.kind() == Scope.Kind.TYPE_PARAMETERS
        || host.kind() == Scope.Kind.CLASS) {
      host = host.parent().orElseThrow();
    }
    return host;
  }

  private void analyze(Scope function) {
    Frame frame = program.frames.get(function);
    Executor executor = new Executor(program, frame);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      frame.startPass();
      bindParameters(function, frame);
      if (function.node() instanceof Module module) {
        executor.run(module.body());
      } else if (function.node() instanceof Statement.FunctionDef f) {
        executor.run(f.body());
      } else if (function.node() instanceof Expression.Lambda lambda) {
        frame.result = frame.result.join(executor.evaluator().evaluate(lambda.body()));
      }
      if (!frame.grew() || program.isExhausted()) {
        break;
      }
    }
    Summary summary = Summaries.of(function, frame);
    if (!summary.sameAs(program.summary(function))) {
      program.summaries.put(function, summary);
      program.dependencies.changed(function);
      changed |=
          Specials.isImpure(program, function, summary) && program.learnImpureSpecial(function);
    }
    changed |= program.classesChanged();
  }

  private void bindParameters(Scope function, Frame frame) {
    Arguments arguments;
    if (function.node() instanceof Statement.FunctionDef f) {
      arguments = f.arguments();
    } else if (function.node() instanceof Expression.Lambda lambda) {
      arguments = lambda.arguments();
    } else {
      return;
    }
    Scope owner = function.parent().orElseThrow();
    boolean method = owner.kind() == Scope.Kind.CLASS && !Caller.isStatic(function);
    List<Argument> all = arguments.all();
    for (int i = method ? 1 : 0; i < all.size(); i++) {
      Argument argument = all.get(i);
      frame.assign(function, argument.name(), parameter(function, argument, arguments));
    }
    if (method && !all.isEmpty()) {
      String self = all.get(0).name();
      Root root =
          isOfClass(function) ? new Root.ClassObject(owner) : new Root.Parameter(function, self);
      Type type =
          root instanceof Root.ClassObject ? new Type("type") : Type.ofClass(owner.qualifiedName());
      frame.assign(function, self, new Value(type, Set.of(root)));
    }
  }

  /** Methods whose first parameter is the class. */
  private static boolean isOfClass(Scope method) {
    return Caller.hasDecorator(method, "classmethod")
        || (method.node() instanceof Statement.FunctionDef f
            && Set.of("__new__", "__init_subclass__", "__class_getitem__").contains(f.name()));
  }

  private Value parameter(Scope function, Argument argument, Arguments arguments) {
    Root.Parameter root = new Root.Parameter(function, argument.name());
    if (arguments.variadic().filter(v -> v == argument).isPresent()) {
      return new Value(Type.of("tuple", Type.UNKNOWN), Set.of(root));
    }
    if (arguments.keywordVariadic().filter(v -> v == argument).isPresent()) {
      return new Value(Type.of("dict", Type.STR, Type.UNKNOWN), Set.of(root));
    }
    Type declared =
        argument.annotation().map(a -> Annotations.type(a, program)).orElse(Type.UNKNOWN);
    if (!declared.isUnknown()) {
      return Value.of(declared, root);
    }
    Type heard = program.argumentTypes.getOrDefault(root, program.unheard().type());
    Type seen = heard.isUnknown() ? program.typeByUse(function, argument.name()) : heard;
    Set<Root> roots = new LinkedHashSet<>();
    roots.add(root);
    roots.addAll(program.argumentRoots.getOrDefault(root, Set.of()));
    return new Value(seen, roots);
  }

  /** The scope whose names a statement binds: a class body's statements bind in the class. */
  static Scope scopeOf(Program program, Scope frameScope, Statement statement) {
    Scope found = frameScope;
    Optional<Scope> inner = Optional.of(frameScope);
    while (inner.isPresent()) {
      found = inner.get();
      inner = program.classAround(found, statement);
    }
    return found;
  }

  /** True when the program may rebind names through text: then a builtin may be shadowed unseen. */
  static boolean reachesGlobalsByText(Program program) {
    return program.writesNamesByText();
  }

  static boolean imports(Program program, String module) {
    return program.importedModules().contains(module);
  }

  /** Whether the program holds a write to names by text, as {@code globals()[…] = …} or exec. */
  static boolean writesNamesByText(SyntaxTree tree) {
    boolean[] found = {false};
    Walk.each(
        tree.module(),
        node -> {
          if (node instanceof Expression.Call call
              && call.function() instanceof Expression.Name name
              && REACHES_NAMES_BY_TEXT.contains(name.id())) {
            boolean harmless =
                (name.id().equals("setattr") || name.id().equals("vars"))
                    && !call.arguments().isEmpty()
                    && !(call.arguments().get(0) instanceof Expression.Name n
                        && (n.id().equals("builtins") || n.id().equals("__builtins__")));
            found[0] |= !harmless;
          }
          if (node instanceof Expression.Attribute a
              && a.value() instanceof Expression.Name n
              && (n.id().equals("builtins") || n.id().equals("__builtins__"))) {
            found[0] |= a.context() != dev.parallelize.syntax.Context.LOAD;
          }
        });
    return found[0];
  }

  /** Whether the program looks into, or empties, the caches of its cached functions. */
  static boolean observesCaches(SyntaxTree tree) {
    boolean[] found = {false};
    Walk.each(
        tree.module(),
        node ->
            found[0] |=
                node instanceof Expression.Attribute a
                    && Set.of("cache_info", "cache_clear").contains(a.attribute()));
    return found[0];
  }

  static Set<String> importedModules(SyntaxTree tree) {
    Set<String> modules = new HashSet<>();
    Walk.each(
        tree.module(),
        node -> {
          if (node instanceof Statement.Import imports) {
            imports.names().forEach(a -> modules.add(a.name()));
          } else if (node instanceof Statement.ImportFrom from) {
            from.module().ifPresent(modules::add);
          }
        });
    return modules;
  }
}

package dev.parallelize.dependence;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a parameter is given, by every call of its function in the file, a container that the caller
 * made for a variable of its own and that nothing but such variables and parameters can reach: then two
 * of them are different objects. For nested lists this covers the rows, down to a depth: they too are
 * made one by one, and no row is ever put into the list or handed out.
 */
final class OwnedContainers {
  private final Program program;
  private final boolean arrays;
  private final int depth;
  private final Set<Object> active = new HashSet<>();

  private record Use(Scope scope, String name) {}

  private OwnedContainers(Program program, boolean arrays, int depth) {
    this.program = program;
    this.arrays = arrays;
    this.depth = depth;
  }

  /** For an array that the name stands for, whose elements take that many indices. */
  static boolean holdsArray(Program program, Scope frame, Expression name, int indices) {
    return name instanceof Expression.Name n
        && new OwnedContainers(program, true, indices).isGiven(frame, n);
  }

  /** For a nested list that the name stands for, with all lists inside it down to the depth. */
  static boolean holdsRows(Program program, Scope frame, Expression name, int depth) {
    return name instanceof Expression.Name n
        && new OwnedContainers(program, false, depth).isGiven(frame, n);
  }

  /** A parameter, and nothing else: what the function makes itself is looked at elsewhere. */
  private boolean isGiven(Scope frame, Expression.Name name) {
    return binding(frame, name).filter(b -> b.kind() == Binding.Kind.PARAMETER).isPresent()
        && isOwned(frame, name);
  }

  private Optional<Binding> binding(Scope frame, Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    List<Binding> bindings = owner.map(o -> o.bindings(name.id())).orElse(List.of());
    return owner.filter(o -> o == frame).isPresent() && bindings.size() == 1
        ? Optional.of(bindings.get(0))
        : Optional.empty();
  }

  private boolean isOwned(Scope frame, Expression.Name name) {
    Optional<Binding> binding = binding(frame, name);
    if (binding.isEmpty() || !staysPut(frame, name.id())) {
      return false;
    }
    if (binding.get().kind() != Binding.Kind.PARAMETER) {
      return program.singleValue(binding.get().node()).filter(this::isMade).isPresent();
    }
    if (!active.add(frame)) {
      return false;
    }
    Optional<List<Arguments.Given>> calls = Arguments.of(program, frame, name.id());
    boolean owned = calls.isPresent() && calls.get().stream().allMatch(this::isOwnedArgument);
    active.remove(frame);
    return owned;
  }

  private boolean isOwnedArgument(Arguments.Given given) {
    return given.argument() instanceof Expression.Name name
        ? passedOnce(given.call(), name.id()) && isOwned(program.frameOf(given.scope()), name)
        : isMade(given.argument());
  }

  private static boolean passedOnce(Expression.Call call, String name) {
    return passed(call).stream().filter(a -> Mentions.isName(a, name)).count() == 1;
  }

  private static List<Expression> passed(Expression.Call call) {
    List<Expression> all = new ArrayList<>(call.arguments());
    call.keywords().stream().map(Keyword::value).forEach(all::add);
    return all;
  }

  private boolean isMade(Expression value) {
    return arrays
        ? Dimensions.ofMade(program, value).filter(d -> d == depth).isPresent()
        : DistinctRows.isFresh(program, value, depth);
  }

  /** Whether no use of the variable hands the container, or a part of it, to anything that keeps it. */
  private boolean staysPut(Scope scope, String name) {
    Use use = new Use(scope, name);
    if (!active.add(use)) {
      return true;
    }
    boolean closed =
        program.mentions(name).stream()
            .filter(n -> program.scopes().around(n).owner(name).filter(o -> o == scope).isPresent())
            .allMatch(n -> program.frameOf(program.scopes().around(n)) == scope);
    boolean put = closed && code(scope).stream().allMatch(n -> stays(n, scope, name));
    active.remove(use);
    return put;
  }

  private static List<? extends Node> code(Scope scope) {
    return scope.node() instanceof Statement.FunctionDef f
        ? f.body()
        : scope.node() instanceof Module module ? module.body() : List.of(scope.node());
  }

  private boolean stays(Node node, Scope scope, String name) {
    if (node instanceof Expression.Name other) {
      return !other.id().equals(name) || other.context() == Context.STORE;
    } else if (node instanceof Expression.Subscript chain && isRooted(chain, name)) {
      return isElement(chain) && indices(chain).stream().allMatch(i -> stays(i, scope, name));
    } else if (node instanceof Expression.Attribute a && Mentions.isName(a.value(), name)) {
      return arrays && FreshArrays.NUMBERS.contains(a.attribute());
    } else if (node instanceof Statement.Return r && r.value().isPresent()) {
      return parts(r.value().get()).stream()
          .allMatch(p -> Mentions.isName(p, name) || stays(p, scope, name));
    } else if (node instanceof Statement.Assign assign
        && assign.value() instanceof Expression.Call c) {
      return assign.targets().stream().allMatch(t -> stays(t, scope, name))
          && stays(c, scope, name, isKept(assign, scope));
    } else if (node instanceof Statement.ExpressionStatement s
        && s.value() instanceof Expression.Call c) {
      return stays(c, scope, name, false);
    } else if (node instanceof Expression.Call call) {
      return stays(call, scope, name, true);
    }
    return Children.of(node).stream().allMatch(c -> stays(c, scope, name));
  }

  /** A result that a variable holds is kept, unless that variable too hands it to nothing. */
  private boolean isKept(Statement.Assign assign, Scope scope) {
    return !(assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name result
        && binding(scope, result).isPresent()
        && staysPut(scope, result.id()));
  }

  /**
   * @param kept whether something may keep the result of the call, which may be the container
   */
  private boolean stays(Expression.Call call, Scope scope, String name, boolean kept) {
    boolean reads =
        program.type(call).isImmutable()
            && program.targets(call).stream().allMatch(t -> onlyReads(t, call));
    if (!stays(call.function(), scope, name)) {
      return false;
    }
    for (Expression argument : passed(call)) {
      boolean harmless =
          Mentions.isName(argument, name)
              ? reads || isUsedSo(call, name, kept)
              : argument instanceof Expression.Call inner
                  ? stays(inner, scope, name, !reads)
                  : stays(argument, scope, name);
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  private static boolean onlyReads(CallTarget target, Expression.Call call) {
    return target instanceof CallTarget.Known known
        && NestAccesses.touchesNothingPassed(known.callee().mutates(), call)
        && NestAccesses.touchesNothingPassed(known.callee().invokes(), call);
  }

  /** Whether the function that is called leaves what it is given where it is. */
  private boolean isUsedSo(Expression.Call call, String name, boolean kept) {
    for (CallTarget target : program.targets(call)) {
      if (!(target instanceof CallTarget.ProgramFunction function)
          || !(function.scope().node() instanceof Statement.FunctionDef definition)) {
        return false;
      }
      Optional<String> parameter = Arguments.parameter(definition, call, name);
      if (parameter.isEmpty()
          || function.scope().bindings(parameter.get()).size() != 1
          || (kept && returns(definition, parameter.get()))
          || !staysPut(function.scope(), parameter.get())) {
        return false;
      }
    }
    return true;
  }

  private static boolean returns(Statement.FunctionDef definition, String name) {
    boolean[] found = {false};
    Walk.each(
        definition,
        n ->
            found[0] |=
                n instanceof Statement.Return r
                    && r.value().isPresent()
                    && parts(r.value().get()).stream().anyMatch(p -> Mentions.isName(p, name)));
    return found[0];
  }

  private static List<Expression> parts(Expression value) {
    return value instanceof Expression.TupleDisplay tuple ? tuple.elements() : List.of(value);
  }

  private static boolean isRooted(Expression.Subscript chain, String name) {
    Expression root = chain;
    while (root instanceof Expression.Subscript level) {
      root = level.value();
    }
    return Mentions.isName(root, name);
  }

  /** Rows may be looked at, not put in; of an array only whole elements may be taken out. */
  private boolean isElement(Expression.Subscript chain) {
    boolean store = chain.context() != Context.LOAD;
    boolean sliced = indices(chain).stream().anyMatch(i -> i instanceof Expression.Slice);
    int count = indices(chain).size();
    if (arrays) {
      return store || (!sliced && count == depth);
    }
    return !sliced && (store ? count == depth : count >= depth - 1);
  }

  private static List<Expression> indices(Expression.Subscript chain) {
    List<Expression> indices = new ArrayList<>();
    Expression level = chain;
    while (level instanceof Expression.Subscript s) {
      indices.addAll(parts(s.slice()));
      level = s.value();
    }
    return indices;
  }
}

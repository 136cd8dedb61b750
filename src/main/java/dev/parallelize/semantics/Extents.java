package dev.parallelize.semantics;

import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.UnaryOperator;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * How large numbers and collections are, as far as the text tells: through literals, arithmetic, names
 * bound once, attributes of {@code self}, and what the calls in the file pass for a parameter. For
 * estimates only; nothing about safety may rest on it.
 */
final class Extents {
  private static final int DEEPEST = 12;

  /** Of a usual word, with the space behind it. */
  private static final int LETTERS = 6;

  private static final Set<String> SAME_ELEMENTS =
      Set.of("list", "tuple", "sorted", "reversed", "iter", "set");

  private final Program program;
  private final Map<Scope, List<Expression.Call>> callsOf = new HashMap<>();
  private final Map<String, List<Expression>> attributes = new HashMap<>();

  /** What goes through the targets of loops. */
  private final Map<Expression, Expression> loops = new IdentityHashMap<>();

  Extents(Program program) {
    this.program = program;
    Walk.each(
        program.tree().module(),
        node -> {
          if (node instanceof Expression.Call call) {
            index(call);
          } else if (node instanceof Statement.Assign assign
              && assign.targets().size() == 1
              && assign.targets().get(0) instanceof Expression.Attribute a
              && isSelf(a.value())) {
            attributes.computeIfAbsent(a.attribute(), n -> new ArrayList<>()).add(assign.value());
          }
          if (node instanceof Statement.For loop) {
            loops.put(loop.target(), loop.iterable());
          } else if (node instanceof Comprehension c) {
            loops.put(c.target(), c.iterable());
          }
        });
  }

  private void index(Expression.Call call) {
    for (CallTarget target : program.targets(call)) {
      Optional<Scope> callee =
          target instanceof CallTarget.ProgramFunction f
              ? Optional.of(f.scope())
              : target instanceof CallTarget.ProgramClass c
                  ? program.method(c.scope(), "__init__")
                  : Optional.empty();
      callee.ifPresent(s -> callsOf.computeIfAbsent(s, k -> new ArrayList<>()).add(call));
    }
  }

  private static boolean isSelf(Expression e) {
    return e instanceof Expression.Name name && name.id().equals("self");
  }

  /** The value of a number. */
  Optional<Double> number(Expression e) {
    return number(e, DEEPEST);
  }

  /** How many elements an iterable has. */
  Optional<Double> length(Expression e) {
    return length(e, DEEPEST);
  }

  private Optional<Double> number(Expression e, int depth) {
    if (depth == 0) {
      return Optional.empty();
    } else if (e instanceof Expression.Constant c) {
      return literal(c.value());
    } else if (e instanceof Expression.UnaryOp op && op.operator() == UnaryOperator.U_SUB) {
      return number(op.operand(), depth - 1).map(n -> -n);
    } else if (e instanceof Expression.BinOp op) {
      Optional<Double> left = number(op.left(), depth - 1);
      Optional<Double> right = number(op.right(), depth - 1);
      return left.isPresent() && right.isPresent()
          ? arithmetic(left.get(), op.operator(), right.get())
          : Optional.empty();
    } else if (e instanceof Expression.IfExp choice) {
      return larger(number(choice.body(), depth - 1), number(choice.orElse(), depth - 1));
    } else if (e instanceof Expression.Call call) {
      return numberOf(call, depth - 1);
    }
    return through(e, depth, next -> number(next, depth - 1)).or(() -> middle(e, depth - 1));
  }

  private static Optional<Double> literal(Literal value) {
    if (value instanceof Literal.IntegerNumber n) {
      return Optional.of(n.value().doubleValue());
    }
    return value instanceof Literal.FloatNumber f ? Optional.of(f.value()) : Optional.empty();
  }

  private static Optional<Double> larger(Optional<Double> a, Optional<Double> b) {
    return a.isPresent() && b.isPresent() ? Optional.of(Math.max(a.get(), b.get())) : a.or(() -> b);
  }

  private static Optional<Double> arithmetic(double left, Operator operator, double right) {
    return switch (operator) {
      case ADD -> Optional.of(left + right);
      case SUB -> Optional.of(left - right);
      case MULT -> Optional.of(left * right);
      case POW -> Optional.of(Math.pow(left, right));
      case L_SHIFT -> Optional.of(left * Math.pow(2, right));
      case FLOOR_DIV -> right == 0 ? Optional.empty() : Optional.of(Math.floor(left / right));
      case DIV -> right == 0 ? Optional.empty() : Optional.of(left / right);
      default -> Optional.empty();
    };
  }

  private Optional<Double> numberOf(Expression.Call call, int depth) {
    if (!(call.function() instanceof Expression.Name name) || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    Expression first = call.arguments().get(0);
    return switch (name.id()) {
      case "len" -> length(first, depth);
      case "int", "float", "round", "abs" -> number(first, depth);
      case "min" -> extreme(call, depth, Math::min);
      case "max" -> extreme(call, depth, Math::max);
      default -> Optional.empty();
    };
  }

  private Optional<Double> extreme(Expression.Call call, int depth, BinaryOperator<Double> choose) {
    return call.arguments().size() < 2
        ? Optional.empty()
        : call.arguments().stream().flatMap(a -> number(a, depth).stream()).reduce(choose);
  }

  private Optional<Double> length(Expression e, int depth) {
    if (depth == 0) {
      return Optional.empty();
    } else if (e instanceof Expression.ListDisplay list) {
      return elements(list.elements(), depth - 1);
    } else if (e instanceof Expression.TupleDisplay tuple) {
      return elements(tuple.elements(), depth - 1);
    } else if (e instanceof Expression.SetDisplay set) {
      return elements(set.elements(), depth - 1);
    } else if (e instanceof Expression.DictDisplay dict) {
      return Optional.of((double) dict.values().size());
    } else if (e instanceof Expression.Constant c && c.value() instanceof Literal.Text text) {
      return Optional.of((double) text.value().length());
    } else if (e instanceof Expression.ListComp c) {
      return length(c.generators(), depth - 1);
    } else if (e instanceof Expression.GeneratorExp c) {
      return length(c.generators(), depth - 1);
    } else if (e instanceof Expression.BinOp op) {
      return joined(op, depth - 1);
    } else if (e instanceof Expression.Call call) {
      return lengthOf(call, depth - 1);
    } else if (e instanceof Expression.Starred starred) {
      return length(starred.value(), depth - 1);
    }
    return through(e, depth, next -> length(next, depth - 1));
  }

  private Optional<Double> length(List<Comprehension> generators, int depth) {
    boolean plain = generators.size() == 1 && generators.get(0).conditions().isEmpty();
    return plain ? length(generators.get(0).iterable(), depth) : Optional.empty();
  }

  private Optional<Double> elements(List<Expression> elements, int depth) {
    double sum = 0;
    for (Expression element : elements) {
      Optional<Double> one =
          element instanceof Expression.Starred ? length(element, depth) : Optional.of(1.0);
      if (one.isEmpty()) {
        return one;
      }
      sum += one.get();
    }
    return Optional.of(sum);
  }

  private Optional<Double> joined(Expression.BinOp op, int depth) {
    if (op.operator() == Operator.MOD) {
      return length(op.left(), depth);
    }
    Optional<Double> left = length(op.left(), depth);
    Optional<Double> right =
        op.operator() == Operator.MULT ? number(op.right(), depth) : length(op.right(), depth);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return switch (op.operator()) {
      case ADD -> Optional.of(left.get() + right.get());
      case MULT -> Optional.of(left.get() * Math.max(0, right.get()));
      default -> Optional.empty();
    };
  }

  private Optional<Double> lengthOf(Expression.Call call, int depth) {
    List<Expression> arguments = call.arguments();
    if (call.function() instanceof Expression.Attribute method) {
      return lengthOfMethod(method, arguments, depth).or(() -> returned(call, depth));
    }
    if (!(call.function() instanceof Expression.Name name) || arguments.isEmpty()) {
      return Optional.empty();
    }
    return switch (name.id()) {
      case "range" -> range(arguments, depth);
      case "list", "tuple", "set", "frozenset", "sorted", "reversed", "enumerate", "iter", "dict" ->
          length(arguments.get(0), depth);
      case "map", "filter" ->
          arguments.size() < 2 ? Optional.empty() : length(arguments.get(1), depth);
      case "zip" -> arguments.stream().flatMap(a -> length(a, depth).stream()).reduce(Math::min);
      case "islice" -> arguments.size() < 2 ? Optional.empty() : number(arguments.get(1), depth);
      case "bytes", "bytearray" ->
          length(arguments.get(0), depth).or(() -> number(arguments.get(0), depth));
      default -> returned(call, depth);
    };
  }

  /** What the one return of a function of the program gives. */
  private Optional<Double> returned(Expression.Call call, int depth) {
    List<CallTarget> targets = program.targets(call);
    return targets.size() == 1
            && targets.get(0) instanceof CallTarget.ProgramFunction function
            && function.scope().node() instanceof Statement.FunctionDef definition
        ? onlyReturn(definition).flatMap(value -> length(value, depth - 1))
        : Optional.empty();
  }

  private static Optional<Expression> onlyReturn(Statement.FunctionDef function) {
    List<Expression> returned = new ArrayList<>();
    Walk.where(
        function,
        n -> {
          if (n instanceof Statement.Return r) {
            r.value().ifPresent(returned::add);
          }
          return n == function
              || !(n instanceof Statement.FunctionDef || n instanceof Expression.Lambda);
        });
    return returned.size() == 1 ? Optional.of(returned.get(0)) : Optional.empty();
  }

  private Optional<Double> lengthOfMethod(
      Expression.Attribute method, List<Expression> arguments, int depth) {
    return switch (method.attribute()) {
      case "items", "keys", "values", "copy" ->
          arguments.isEmpty() ? length(method.value(), depth) : Optional.empty();
      case "split" ->
          arguments.isEmpty()
                  && method.value() instanceof Expression.Constant c
                  && c.value() instanceof Literal.Text text
              ? Optional.of((double) text.value().strip().split("\\s+").length)
              : length(method.value(), depth).map(n -> n / LETTERS);
      case "splitlines" -> parts(method.value(), depth);
      case "join" -> arguments.size() == 1 ? text(arguments.get(0), depth) : Optional.empty();
      case "randbytes", "urandom", "token_bytes" ->
          arguments.size() == 1 ? number(arguments.get(0), depth) : Optional.empty();
      case "lower",
          "upper",
          "strip",
          "lstrip",
          "rstrip",
          "title",
          "casefold",
          "replace",
          "encode",
          "decode" ->
          length(method.value(), depth);
      case "findall" ->
          arguments.isEmpty()
              ? Optional.empty()
              : length(arguments.get(arguments.size() - 1), depth).map(n -> n / LETTERS);
      case "islice" -> arguments.size() < 2 ? Optional.empty() : number(arguments.get(1), depth);
      case "arange", "zeros", "ones", "empty" ->
          arguments.size() == 1 ? number(arguments.get(0), depth) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** How long a text is that is joined of these. */
  private Optional<Double> text(Expression pieces, int depth) {
    double each = element(pieces, depth - 1, e -> length(e, depth - 1)).orElse((double) LETTERS);
    return length(pieces, depth).map(n -> n * (each + 1));
  }

  /** How many pieces a text was joined of. */
  private Optional<Double> parts(Expression text, int depth) {
    if (depth == 0) {
      return Optional.empty();
    } else if (text instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && method.attribute().equals("join")
        && call.arguments().size() == 1) {
      return length(call.arguments().get(0), depth - 1);
    } else if (text instanceof Expression.BinOp op && op.operator() == Operator.MULT) {
      return number(op.right(), depth - 1);
    }
    return through(text, depth, next -> parts(next, depth - 1));
  }

  /** Where a range starts or how far it steps may be left open; where it ends tells about enough. */
  private Optional<Double> range(List<Expression> arguments, int depth) {
    List<Optional<Double>> numbers = arguments.stream().map(a -> number(a, depth)).toList();
    double from = numbers.size() > 1 ? numbers.get(0).orElse(0.0) : 0;
    double step = numbers.size() > 2 ? numbers.get(2).orElse(1.0) : 1;
    return step == 0
        ? Optional.empty()
        : numbers
            .get(numbers.size() > 1 ? 1 : 0)
            .map(to -> Math.max(0, Math.ceil((to - from) / step)));
  }

  /** The middle one of the numbers that go through a loop with this target. */
  private Optional<Double> middle(Expression target, int depth) {
    return target instanceof Expression.Name name
        ? onlyLoop(name).flatMap(iterable -> middleOf(iterable, depth))
        : Optional.empty();
  }

  private Optional<Double> middleOf(Expression iterable, int depth) {
    if (depth <= 0) {
      return Optional.empty();
    }
    if (iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Name name
        && !call.arguments().isEmpty()) {
      if (name.id().equals("range")) {
        return middle(call.arguments(), depth);
      } else if (SAME_ELEMENTS.contains(name.id())) {
        return middleOf(call.arguments().get(0), depth - 1);
      }
    }
    return through(iterable, depth, next -> middleOf(next, depth - 1));
  }

  private Optional<Double> middle(List<Expression> range, int depth) {
    Optional<Double> to = number(range.get(range.size() > 1 ? 1 : 0), depth);
    Optional<Double> from = range.size() > 1 ? number(range.get(0), depth) : Optional.of(0.0);
    return to.map(end -> (from.orElse(0.0) + end) / 2);
  }

  /** What the one loop goes through that binds the name. */
  private Optional<Expression> onlyLoop(Expression.Name name) {
    return program
        .scopes()
        .around(name)
        .owner(name.id())
        .map(owner -> owner.bindings(name.id()))
        .filter(bindings -> bindings.size() == 1)
        .map(bindings -> loops.get(bindings.get(0).node()));
  }

  /** Measures an element of an iterable. */
  private Optional<Double> element(
      Expression iterable, int depth, Function<Expression, Optional<Double>> measure) {
    if (depth == 0) {
      return Optional.empty();
    } else if (iterable instanceof Expression.ListComp c) {
      return measure.apply(c.element());
    } else if (iterable instanceof Expression.GeneratorExp c) {
      return measure.apply(c.element());
    } else if (iterable instanceof Expression.ListDisplay list && !list.elements().isEmpty()) {
      return measure.apply(list.elements().get(0));
    } else if (iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Name name
        && SAME_ELEMENTS.contains(name.id())
        && !call.arguments().isEmpty()) {
      return element(call.arguments().get(0), depth - 1, measure);
    }
    return through(iterable, depth, next -> element(next, depth - 1, measure));
  }

  /** Follows a name or an attribute of {@code self} to the one thing that it is given. */
  private Optional<Double> through(
      Expression e, int depth, Function<Expression, Optional<Double>> measure) {
    if (e instanceof Expression.Attribute a && isSelf(a.value())) {
      List<Expression> given = attributes.getOrDefault(a.attribute(), List.of());
      return given.size() == 1 ? measure.apply(given.get(0)) : Optional.empty();
    }
    if (!(e instanceof Expression.Name name)) {
      return Optional.empty();
    }
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    if (owner.isEmpty() || owner.get().bindings(name.id()).size() != 1) {
      return Optional.empty();
    }
    Binding binding = owner.get().bindings(name.id()).get(0);
    if (loops.containsKey(binding.node())) {
      return element(loops.get(binding.node()), depth - 1, measure);
    }
    return binding.kind() == Binding.Kind.PARAMETER
        ? passed(owner.get(), name.id(), measure)
        : program.singleValue(binding.node()).flatMap(measure);
  }

  /** The largest of what the calls of the function pass, if all of them tell. */
  private Optional<Double> passed(
      Scope function, String parameter, Function<Expression, Optional<Double>> measure) {
    if (!(function.node() instanceof Statement.FunctionDef definition)) {
      return Optional.empty();
    }
    List<Argument> positional = new ArrayList<>(definition.arguments().positionalOnly());
    positional.addAll(definition.arguments().positional());
    int position = positional.stream().map(Argument::name).toList().indexOf(parameter);
    Optional<Expression> standard = standard(definition, positional, position);
    boolean method = function.parent().filter(p -> p.kind() == Scope.Kind.CLASS).isPresent();
    Optional<Double> largest = Optional.empty();
    for (Expression.Call call : callsOf.getOrDefault(function, List.of())) {
      Optional<Double> one =
          argument(call, position - (method ? 1 : 0), parameter)
              .or(() -> standard)
              .flatMap(measure);
      if (one.isEmpty()) {
        return one;
      }
      largest = larger(largest, one);
    }
    return largest.isPresent() ? largest : standard.flatMap(measure);
  }

  private static Optional<Expression> standard(
      Statement.FunctionDef definition, List<Argument> positional, int position) {
    List<Expression> defaults = definition.arguments().defaults();
    int index = position - (positional.size() - defaults.size());
    return position >= 0 && index >= 0 ? Optional.of(defaults.get(index)) : Optional.empty();
  }

  private static Optional<Expression> argument(
      Expression.Call call, int position, String parameter) {
    for (Keyword keyword : call.keywords()) {
      if (keyword.name().filter(parameter::equals).isPresent()) {
        return Optional.of(keyword.value());
      }
    }
    boolean spread = call.arguments().stream().anyMatch(a -> a instanceof Expression.Starred);
    return position >= 0 && position < call.arguments().size() && !spread
        ? Optional.of(call.arguments().get(position))
        : Optional.empty();
  }
}

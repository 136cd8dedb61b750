package dev.parallelize.dependence;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists that only trade names: {@code old, new = new, old}. Each was made anew for its name, and no step gives one list two
 * names, or another holder; so whoever does not say {@code new} does not see what is written into it.
 */
final class SwappedBuffers {
  private static final Set<String> READING =
      Set.of(
          "builtins.len",
          "builtins.sum",
          "builtins.min",
          "builtins.max",
          "builtins.any",
          "builtins.all",
          "builtins.print");

  private final Program program;
  private final Candidate candidate;
  private final Scope frame;
  private final Map<Node, Node> parents = new IdentityHashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private int end;

  SwappedBuffers(Program program, Candidate candidate) {
    this.program = program;
    this.candidate = candidate;
    this.frame = candidate.frame();
  }

  /** Whether what is written into the list under this name cannot be what the code looks at. */
  boolean cannotMeet(String written, Node other) {
    boolean swapped = known.computeIfAbsent(written, this::areApart);
    return swapped && (parameters(group(written)).isEmpty() || seesNothingElse(other, written));
  }

  private boolean areApart(String written) {
    Set<String> group = group(written);
    if (group.size() < 2 || parameters(group).size() > 1 || program.writesNamesByText()) {
      return false;
    }
    Walk.each(frame.node(), n -> Children.of(n).forEach(child -> parents.put(child, n)));
    end = PrivateConnection.repeatedUntil(frame, candidate);
    int depth = group.stream().mapToInt(this::depth).max().orElse(1);
    return group.stream().allMatch(n -> isApart(n, group, depth));
  }

  /** The names that trade places with this one, itself included. */
  private Set<String> group(String name) {
    Set<String> group = new LinkedHashSet<>(Set.of(name));
    int before = 0;
    while (before < group.size()) {
      before = group.size();
      Walk.each(
          frame.node(),
          n -> {
            Set<String> traded = traded(n);
            if (traded.stream().anyMatch(group::contains)) {
              group.addAll(traded);
            }
          });
    }
    return group;
  }

  private static Set<String> traded(Node node) {
    if (!(node instanceof Statement.Assign assign)
        || assign.targets().size() != 1
        || !(assign.targets().get(0) instanceof Expression.TupleDisplay targets)
        || !(assign.value() instanceof Expression.TupleDisplay values)) {
      return Set.of();
    }
    Set<String> given = names(values.elements());
    boolean permuted =
        given.equals(names(targets.elements()))
            && given.size() == values.elements().size()
            && given.size() == targets.elements().size();
    return permuted ? given : Set.of();
  }

  private static Set<String> names(List<Expression> elements) {
    Set<String> names = new LinkedHashSet<>();
    for (Expression e : elements) {
      names.add(e instanceof Expression.Name name ? name.id() : "");
    }
    return names.contains("") ? Set.of() : names;
  }

  private Set<String> parameters(Set<String> group) {
    Set<String> parameters = new LinkedHashSet<>(group);
    parameters.removeIf(
        n -> frame.bindings(n).stream().noneMatch(b -> b.kind() == Binding.Kind.PARAMETER));
    return parameters;
  }

  /** A list that the caller has may have other names, too. */
  private boolean seesNothingElse(Node other, String written) {
    boolean[] alone = {true};
    Set<String> group = group(written);
    Walk.each(
        other,
        n ->
            alone[0] &=
                !(n instanceof Expression.Name name)
                    || group.contains(name.id())
                    || program.value(name).roots().stream().allMatch(Root::isCode));
    return alone[0]
        && program.facts(frame, other.span()).stream()
            .noneMatch(l -> l.fact() instanceof Fact.ReadsName);
  }

  /** How many subscripts stand between the name and what is written. */
  private int depth(String name) {
    int depth = 1;
    for (Expression.Name n : PrivateConnection.mentions(program, frame, name)) {
      int own = 0;
      Node node = n;
      while (parents.get(node) instanceof Expression.Subscript slot && slot.value() == node) {
        own++;
        node = slot;
      }
      depth = Math.max(depth, own);
    }
    return depth;
  }

  private boolean isApart(String name, Set<String> group, int depth) {
    Optional<Scope> owner = candidate.scope().owner(name);
    return owner.filter(o -> o == frame).isPresent()
        && PrivateConnection.mentions(program, frame, name).stream()
            .allMatch(
                n ->
                    program.frameOf(program.scopes().around(n)) == frame
                        && (n.context() == Context.LOAD
                            ? isUse(n, group, depth)
                            : isGiven(n, group, depth)));
  }

  /** It gets a new list, or trades. */
  private boolean isGiven(Expression.Name name, Set<String> group, int depth) {
    Node parent = parents.get(name);
    if (parent instanceof Expression.TupleDisplay && parents.get(parent) instanceof Statement s) {
      return group.equals(traded(s)) || group.containsAll(traded(s)) && !traded(s).isEmpty();
    }
    return parent instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) == name
        && isNew(assign.value(), depth);
  }

  /** A list that shares nothing with another, as deep as lists in it are written to. */
  private boolean isNew(Expression value, int depth) {
    if (value instanceof Expression.ListComp comprehension) {
      return isNewInside(comprehension.element(), depth);
    } else if (value instanceof Expression.ListDisplay list) {
      return list.elements().stream().allMatch(e -> isNewInside(e, depth));
    } else if (value instanceof Expression.BinOp times) {
      return depth == 1
          && times.left() instanceof Expression.ListDisplay list
          && list.elements().stream().allMatch(this::isPlain);
    } else if (value instanceof Expression.Call call) {
      return AffineForms.calls(program, call, "copy.deepcopy")
          || (depth == 1 && AffineForms.calls(program, call, "builtins.list"));
    }
    return depth == 1
        && value instanceof Expression.Subscript slot
        && slot.slice() instanceof Expression.Slice
        && program.type(slot.value()).name().equals("list");
  }

  private boolean isNewInside(Expression element, int depth) {
    return depth == 1 ? isPlain(element) : isNew(element, depth - 1);
  }

  private boolean isPlain(Expression value) {
    return program.value(value).roots().isEmpty();
  }

  /** A number or a text; so is all that the lists hold, if each store keeps to it. */
  private boolean isPlain(Expression value, Set<String> group, int depth) {
    if (value instanceof Expression.BoolOp op) {
      return op.values().stream().allMatch(v -> isPlain(v, group, depth));
    } else if (value instanceof Expression.IfExp choice) {
      return isPlain(choice.body(), group, depth) && isPlain(choice.orElse(), group, depth);
    }
    int left = depth;
    Expression base = value;
    while (base instanceof Expression.Subscript slot
        && !(slot.slice() instanceof Expression.Slice)) {
      base = slot.value();
      left--;
    }
    boolean held = left == 0 && base instanceof Expression.Name name && group.contains(name.id());
    return held || isPlain(value);
  }

  /** Nobody keeps the list, or one inside of it; behind all rounds everybody may. */
  private boolean isUse(Expression.Name name, Set<String> group, int depth) {
    if (name.start() > end) {
      return true;
    }
    Expression used = name;
    int left = depth;
    while (parents.get(used) instanceof Expression.Subscript slot && slot.value() == used) {
      used = slot;
      left--;
      if (slot.slice() instanceof Expression.Slice) {
        return left == 0 && slot.context() == Context.LOAD;
      }
    }
    Node parent = parents.get(used);
    if (used instanceof Expression.Subscript slot && slot.context() != Context.LOAD) {
      return left == 0 && isPlainStore(parent, slot, group, depth);
    } else if (left == 0) {
      return true;
    } else if (parent instanceof Expression.Call call && call.function() != used) {
      return isRead(call);
    } else if (parent instanceof Expression.TupleDisplay
        && parents.get(parent) instanceof Statement s
        && !traded(s).isEmpty()) {
      return true;
    }
    return left == 1
        && ((parent instanceof Comprehension clause && clause.iterable() == used)
            || (parent instanceof Statement.For loop && loop.iterable() == used));
  }

  private boolean isPlainStore(
      Node parent, Expression.Subscript slot, Set<String> group, int depth) {
    if (parent instanceof Statement.Assign assign) {
      return assign.targets().size() == 1
          && assign.targets().get(0) == slot
          && isPlain(assign.value(), group, depth);
    }
    return parent instanceof Statement.AugAssign update && isPlain(update.value(), group, depth);
  }

  /** The call gives a number or a text, and changes nothing. */
  private boolean isRead(Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    boolean builtin = READING.stream().anyMatch(callee -> AffineForms.calls(program, call, callee));
    boolean own =
        !targets.isEmpty()
            && targets.stream().allMatch(CallTarget.ProgramFunction.class::isInstance)
            && isPlain(call)
            && program.facts(frame, call.span()).stream()
                .map(Located::fact)
                .noneMatch(
                    f ->
                        f instanceof Fact.Mutates
                            || f instanceof Fact.BindsName
                            || f instanceof Fact.CallsUnknown
                            || f instanceof Fact.CallsParameter);
    return builtin || own;
  }
}

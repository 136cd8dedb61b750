package dev.parallelize.dependence;

import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Containers that a loop fills and that nothing else can reach while it runs, however many names the
 * program has for them before and after: one that was made right before the loop for a variable ({@code
 * following = []}), one that an object keeps for itself in an attribute ({@code self.results}), and those that only trade
 * names ({@link SwappedBuffers}).
 * Code that does not mention the variable, or the attribute, cannot see them.
 */
final class ApartContainers {
  static final Set<String> METHODS =
      Set.of(
          "append",
          "appendleft",
          "extend",
          "insert",
          "add",
          "update",
          "setdefault",
          "get",
          "pop",
          "popleft",
          "remove",
          "discard",
          "clear",
          "count",
          "index",
          "sort",
          "reverse");

  private final Program program;
  private final Candidate candidate;
  private final Statement.For loop;
  private final KeptAttributes attributes;
  private final SwappedBuffers buffers;
  private final Map<String, Boolean> fresh = new HashMap<>();
  private Optional<Map<Span, Expression>> receivers = Optional.empty();

  ApartContainers(
      Program program, Candidate candidate, Statement.For loop, KeptAttributes attributes) {
    this.program = program;
    this.candidate = candidate;
    this.loop = loop;
    this.attributes = attributes;
    this.buffers = new SwappedBuffers(program, candidate);
  }

  /** Whether what the write of the loop's body changes cannot be what the other code looks at. */
  boolean cannotMeet(Located write, Node other) {
    if (!write.via().isEmpty() || !(write.fact() instanceof Fact.Mutates mutates)) {
      return false;
    }
    Optional<Expression> changed = changed(write, mutates.root());
    if (changed.isEmpty()) {
      return false;
    }
    Expression base = changed.get();
    while (base instanceof Expression.Subscript slot) {
      base = slot.value();
    }
    if (base instanceof Expression.Name buffer
        && !Mentions.of(other, buffer.id())
        && buffers.cannotMeet(buffer.id(), other)) {
      return true;
    } else if (changed.get() instanceof Expression.Name name) {
      return !Mentions.of(other, name.id()) && isMadeForLoop(name.id());
    }
    return changed.get() instanceof Expression.Attribute attribute
        && attribute.value() instanceof Expression.Name
        && attributes.isUnseen(attribute.attribute(), candidate.frame(), other);
  }

  /** The container that a method call, a store or an update changes. */
  private Optional<Expression> changed(Located write, Root root) {
    return Optional.ofNullable(receivers().get(new Span(write.start(), write.end())))
        .filter(e -> program.value(e).roots().contains(root));
  }

  /** The containers that expressions and statements of the body may change, by their places. */
  private Map<Span, Expression> receivers() {
    if (receivers.isEmpty()) {
      Map<Span, Expression> found = new HashMap<>();
      loop.body()
          .forEach(s -> Walk.each(s, n -> receiver(n).ifPresent(r -> found.put(n.span(), r))));
      receivers = Optional.of(found);
    }
    return receivers.get();
  }

  static Optional<Expression> receiver(Node n) {
    if (n instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && METHODS.contains(method.attribute())) {
      return Optional.of(method.value());
    } else if (n instanceof Expression.Subscript slot) {
      return Optional.of(slot.value());
    }
    return n instanceof Statement.AugAssign update
        ? Optional.of(
            update.target() instanceof Expression.Subscript slot ? slot.value() : update.target())
        : Optional.empty();
  }

  private boolean isMadeForLoop(String name) {
    return fresh.computeIfAbsent(
        name, n -> isOwnVariable(n) && isAssignedBefore(n) && staysInLoop(loop, n));
  }

  /** No other function can reach the variable. */
  private boolean isOwnVariable(String name) {
    Optional<Scope> owner = candidate.scope().owner(name);
    return owner.isPresent()
        && program.frameOf(owner.get()) == candidate.frame()
        && !program.writesNamesByText()
        && program.mentions(name).stream()
            .filter(n -> program.scopes().around(n).owner(name).equals(owner))
            .allMatch(n -> program.frameOf(program.scopes().around(n)) == candidate.frame());
  }

  /** The statement that makes the container stands before the loop, with none between that uses it. */
  private boolean isAssignedBefore(String name) {
    List<Statement> block = candidate.block();
    for (int i = block.indexOf(loop) - 1; i >= 0; i--) {
      Statement s = block.get(i);
      if (!Mentions.of(s, name)) {
        continue;
      }
      return s instanceof Statement.Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name target
          && target.id().equals(name)
          && !Mentions.of(assign.value(), name)
          && KeptContainer.isNew(program, assign.value());
    }
    return false;
  }

  /** Inside the loop the variable is used in ways that give nobody else the container. */
  private boolean staysInLoop(Node node, String name) {
    if (node instanceof Expression.Name other) {
      return !other.id().equals(name);
    } else if (node instanceof Expression.Call call
        && call.function() instanceof Expression.Attribute method
        && Mentions.isName(method.value(), name)) {
      return METHODS.contains(method.attribute())
          && call.arguments().stream().allMatch(a -> staysInLoop(a, name))
          && call.keywords().stream().allMatch(k -> staysInLoop(k.value(), name));
    } else if (node instanceof Expression.Call call
        && AffineForms.calls(program, call, "builtins.len")
        && Mentions.isName(call.arguments().get(0), name)) {
      return true;
    } else if (node instanceof Expression.Subscript slot && Mentions.isName(slot.value(), name)) {
      return staysInLoop(slot.slice(), name);
    } else if (node instanceof Statement.AugAssign update
        && Mentions.isName(update.target(), name)) {
      return staysInLoop(update.value(), name);
    } else if (node instanceof Expression.Compare compare) {
      return staysInLoop(compare.left(), name)
          && compare.comparators().stream()
              .allMatch(c -> Mentions.isName(c, name) || staysInLoop(c, name));
    }
    return Children.of(node).stream().allMatch(c -> staysInLoop(c, name));
  }
}

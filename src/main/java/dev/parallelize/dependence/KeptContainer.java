package dev.parallelize.dependence;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.syntax.Children;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows what objects keep in one attribute through the file: methods that return it, variables that
 * hold it. It is kept if each store gives a new container, and each use ends where it stands.
 */
final class KeptContainer {
  private static final Set<String> MAKERS =
      Set.of(
          "builtins.list",
          "builtins.dict",
          "builtins.set",
          "collections.deque",
          "collections.Counter",
          "collections.defaultdict",
          "collections.OrderedDict");
  private static final Set<String> COPIES =
      Set.of("builtins.list", "builtins.sorted", "builtins.tuple", "builtins.set", "builtins.dict");
  private static final Set<String> VIEWS = Set.of("items", "keys", "values");
  private static final Set<String> BY_NAME =
      Set.of("getattr", "setattr", "delattr", "vars", "dir", "super");
  private static final Set<String> INSIDES =
      Set.of("__dict__", "__slots__", "__getattr__", "__getattribute__", "__reduce__", "__class__");

  private final Program program;
  private final String attribute;
  private final Set<String> returning = new HashSet<>();
  private final Set<String> variables = new HashSet<>();
  private boolean stored;

  KeptContainer(Program program, String attribute) {
    this.program = program;
    this.attribute = attribute;
  }

  boolean isKept() {
    int known = -1;
    while (known < returning.size() + variables.size()) {
      known = returning.size() + variables.size();
      Walk.each(program.tree().module(), this::follow);
    }
    return stays(program.tree().module()) && stored;
  }

  private void follow(Node node) {
    if (node instanceof Statement.FunctionDef function) {
      boolean[] returned = {false};
      Walk.each(
          function,
          n ->
              returned[0] |=
                  n instanceof Statement.Return r && r.value().filter(this::isIt).isPresent());
      if (returned[0]) {
        returning.add(function.name());
      }
    } else if (node instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name name
        && isIt(assign.value())) {
      variables.add(name.id());
    }
  }

  /** The container: the attribute, the result of a method that returns it, a variable that holds it. */
  private boolean isIt(Node node) {
    if (node instanceof Expression.Call call) {
      return (call.function() instanceof Expression.Attribute a
              && (returning.contains(a.attribute()) || isView(a)))
          || (call.function() instanceof Expression.Name f && returning.contains(f.id()));
    }
    return (node instanceof Expression.Name name
            && name.context() == Context.LOAD
            && variables.contains(name.id()))
        || isAttribute(node);
  }

  /** {@code self.scores.items}: what it gives looks into the container. */
  private boolean isView(Expression.Attribute method) {
    return VIEWS.contains(method.attribute()) && isIt(method.value());
  }

  private boolean isAttribute(Node node) {
    return node instanceof Expression.Attribute a
        && a.attribute().equals(attribute)
        && a.value() instanceof Expression.Name;
  }

  /** Whether every mention of the container below the node stores a new one or uses it up. */
  private boolean stays(Node node) {
    if (isIt(node)) {
      return false;
    } else if (node instanceof Expression.Name name) {
      return !BY_NAME.contains(name.id());
    } else if (node instanceof Expression.Attribute a) {
      boolean escapes = a.attribute().equals(attribute) || INSIDES.contains(a.attribute());
      return !escapes && (isUsedUp(a, a.value()) || stays(a.value()));
    } else if (node instanceof Statement.ClassDef type
        && program.scopes().openedBy(type).bindings().containsKey(attribute)) {
      return false;
    } else if (node instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && isAttribute(assign.targets().get(0))) {
      stored = true;
      return isNew(program, assign.value()) && stays(assign.value());
    } else if (node instanceof Statement.AnnAssign assign
        && isAttribute(assign.target())
        && assign.value().isPresent()) {
      stored = true;
      return isNew(program, assign.value().get()) && stays(assign.value().get());
    }
    return Children.of(node).stream().allMatch(c -> isUsedUp(node, c) || stays(c));
  }

  /** Whether the parent uses the container without keeping it, and the rest of it is harmless. */
  private boolean isUsedUp(Node parent, Node container) {
    if (!isIt(container)) {
      return false;
    }
    boolean inside =
        !(container instanceof Expression.Call call)
            || Children.of(call).stream().allMatch(c -> isUsedUp(call, c) || stays(c));
    return inside && isUse(parent, container);
  }

  private boolean isUse(Node parent, Node container) {
    if (parent instanceof Expression.Attribute method) {
      return (ApartContainers.METHODS.contains(method.attribute())
              || VIEWS.contains(method.attribute()))
          && program.callOf(method).isPresent();
    } else if (parent instanceof Expression.Subscript slot) {
      return slot.value() == container;
    } else if (parent instanceof Statement.AugAssign update) {
      return update.target() == container;
    } else if (parent instanceof Statement.For loop) {
      return loop.iterable() == container;
    } else if (parent instanceof Comprehension clause) {
      return clause.iterable() == container;
    } else if (parent instanceof Expression.Call call) {
      return call.function() != container && onlyReads(call);
    } else if (parent instanceof Statement.Assign assign) {
      return assign.value() == container
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Expression.Name;
    }
    return parent instanceof Expression.Compare
        || parent instanceof Expression.FormattedValue
        || parent instanceof Statement.ExpressionStatement
        || parent instanceof Expression.UnaryOp
        || parent instanceof Statement.Return
        || (parent instanceof Statement.If branch && branch.test() == container);
  }

  private boolean onlyReads(Expression.Call call) {
    boolean copies = COPIES.stream().anyMatch(c -> AffineForms.calls(program, call, c));
    return program.targets(call).stream().allMatch(CallTarget.Known.class::isInstance)
        && (copies || program.type(call).isImmutable());
  }

  /** Whether evaluating the expression makes a container that nothing else can reach yet. */
  static boolean isNew(Program program, Expression value) {
    if (value instanceof Expression.Call call) {
      Set<Root> callees = program.value(call.function()).roots();
      return callees.size() == 1
          && callees.iterator().next() instanceof Root.LibraryObject maker
          && MAKERS.contains(maker.name());
    }
    return value instanceof Expression.ListDisplay
        || value instanceof Expression.DictDisplay
        || value instanceof Expression.SetDisplay
        || value instanceof Expression.ListComp
        || value instanceof Expression.DictComp
        || value instanceof Expression.SetComp;
  }
}

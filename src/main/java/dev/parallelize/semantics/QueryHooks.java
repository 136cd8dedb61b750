package dev.parallelize.semantics;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Keyword;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a program gives a database code of its own to run in the middle of a query: functions, collations,
 * converters, factories of rows. Then the text of a query does not say what it does.
 */
final class QueryHooks {
  private static final Set<String> HOOKS =
      Set.of(
          "create_function",
          "create_aggregate",
          "create_window_function",
          "create_collation",
          "set_authorizer",
          "set_progress_handler",
          "set_trace_callback",
          "enable_load_extension",
          "register_adapter",
          "register_converter",
          "register_type",
          "__conform__",
          "text_factory");

  private static final Set<String> FACTORIES = Set.of("row_factory", "cursor_factory");
  private static final Set<String> ROWS =
      Set.of(
          "Row",
          "dict_row",
          "namedtuple_row",
          "tuple_row",
          "scalar_row",
          "RealDictCursor",
          "DictCursor",
          "NamedTupleCursor");

  private static final Set<String> COMPUTING =
      Set.of("dict", "zip", "enumerate", "tuple", "list", "len", "range", "str", "int", "float");

  private final Program program;
  private boolean found;

  private QueryHooks(Program program) {
    this.program = program;
  }

  static boolean in(Program program) {
    QueryHooks hooks = new QueryHooks(program);
    Walk.each(program.tree().module(), hooks::look);
    return hooks.found;
  }

  private void look(Node node) {
    if (node instanceof Expression.Attribute a) {
      found |= HOOKS.contains(a.attribute());
    } else if (node instanceof Statement.FunctionDef f) {
      found |= HOOKS.contains(f.name());
    } else if (node instanceof Statement.Assign assign) {
      boolean factory = assign.targets().stream().anyMatch(QueryHooks::isFactory);
      found |= factory && !onlyComputes(assign.value());
    } else if (node instanceof Keyword keyword) {
      String name = keyword.name().orElse("");
      found |= HOOKS.contains(name) || (FACTORIES.contains(name) && !onlyComputes(keyword.value()));
    }
  }

  private static boolean isFactory(Expression target) {
    return target instanceof Expression.Attribute a && FACTORIES.contains(a.attribute());
  }

  private boolean onlyComputes(Expression factory) {
    if (factory instanceof Expression.Constant) {
      return true;
    } else if (factory instanceof Expression.Attribute a) {
      return ROWS.contains(a.attribute()) && a.value() instanceof Expression.Name;
    } else if (factory instanceof Expression.Lambda lambda) {
      return onlyComputes(lambda, new HashSet<>());
    } else if (factory instanceof Expression.Name name) {
      return program.scopes().module().bindings(name.id()).stream()
              .allMatch(
                  b -> isRow(b) || (b.node() instanceof Statement.FunctionDef f && onlyComputes(f)))
          && program.scopes().module().bindings(name.id()).size() == 1;
    }
    return false;
  }

  private static boolean isRow(Binding binding) {
    return binding.kind() == Binding.Kind.IMPORT && ROWS.contains(binding.name());
  }

  private boolean onlyComputes(Statement.FunctionDef function) {
    Set<String> own = new HashSet<>();
    Walk.each(
        function,
        n -> {
          if (n instanceof Statement.Assign a && a.value() instanceof Expression.DictDisplay) {
            a.targets().stream()
                .filter(Expression.Name.class::isInstance)
                .forEach(t -> own.add(((Expression.Name) t).id()));
          }
        });
    return function.decorators().isEmpty()
        && function.body().stream().allMatch(s -> onlyComputes(s, own));
  }

  /** The code changes nothing but dictionaries of its own and calls nothing that could. */
  private static boolean onlyComputes(Node code, Set<String> own) {
    boolean[] plain = {true};
    Walk.each(code, n -> plain[0] &= isPlain(n, own));
    return plain[0];
  }

  private static boolean isPlain(Node node, Set<String> own) {
    if (node instanceof Expression.Call call) {
      return call.function() instanceof Expression.Name name && COMPUTING.contains(name.id());
    } else if (node instanceof Expression.Subscript s && s.context() != Context.LOAD) {
      return s.value() instanceof Expression.Name name && own.contains(name.id());
    } else if (node instanceof Expression.Attribute a) {
      return a.context() == Context.LOAD;
    }
    return !(node instanceof Statement.Global
        || node instanceof Statement.Nonlocal
        || node instanceof Statement.Delete
        || node instanceof Statement.AugAssign
        || node instanceof Statement.Import
        || node instanceof Statement.ImportFrom);
  }
}

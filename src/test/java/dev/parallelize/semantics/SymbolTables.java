package dev.parallelize.semantics;

import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A {@link ScopeTree} in the words of {@code src/test/python/dump_symtable.py}: one line for each function, class,
 * lambda and comprehension, as CPython's symtable module of a version reports it.
 */
final class SymbolTables {
  /** From 3.12 on, comprehensions but generators are part of the scope around them (PEP 709). */
  private static final int INLINED_SINCE = 12;

  /** From 3.10 on, annotations that are not evaluated use no names. */
  private static final int POSTPONED_SINCE = 10;

  /** Names that CPython adds by itself. */
  private static final Set<String> OWN =
      Set.of("__class__", "__classdict__", "__conditional_annotations__", "__type_params__");

  private final SyntaxTree tree;
  private final boolean inlines;
  private final Map<Scope, Set<String>> used = new IdentityHashMap<>();
  private final Map<Scope, Set<String>> walrus = new IdentityHashMap<>();
  private final List<Node> unevaluated = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private SymbolTables(SyntaxTree tree, int minor) {
    this.tree = tree;
    this.inlines = minor >= INLINED_SINCE;
    ScopeTree scopes = ScopeTree.of(tree.module());
    if (minor >= POSTPONED_SINCE && postponesAnnotations(tree.module())) {
      Walk.each(tree.module(), this::collectAnnotations);
    }
    Walk.each(tree.module(), n -> collect(n, scopes));
    walruses(scopes.module());
    render(scopes.module(), "");
    lines.sort(null);
  }

  static List<String> of(SyntaxTree tree, int minor) {
    return new SymbolTables(tree, minor).lines;
  }

  private static boolean postponesAnnotations(Module module) {
    return module.body().stream()
        .anyMatch(
            s ->
                s instanceof Statement.ImportFrom from
                    && from.module().filter("__future__"::equals).isPresent()
                    && from.names().stream().anyMatch(a -> a.name().equals("annotations")));
  }

  private void collectAnnotations(Node node) {
    if (node instanceof Statement.FunctionDef function) {
      function.returns().ifPresent(unevaluated::add);
      function.arguments().all().forEach(a -> a.annotation().ifPresent(unevaluated::add));
    } else if (node instanceof Statement.AnnAssign assign) {
      unevaluated.add(assign.annotation());
    }
  }

  private boolean isEvaluated(Node node) {
    return unevaluated.stream().noneMatch(a -> a.start() <= node.start() && node.end() <= a.end());
  }

  private void collect(Node node, ScopeTree scopes) {
    if (node instanceof Expression.Name name && isEvaluated(name)) {
      Scope around = scopes.around(name);
      used.computeIfAbsent(around, s -> new TreeSet<>()).add(around.mangled(name.id()));
    }
  }

  /** An assignment expression in a comprehension binds in the function around, and is used in the comprehension. */
  private void walruses(Scope scope) {
    scope
        .bindings()
        .forEach(
            (name, bindings) ->
                bindings.stream()
                    .filter(b -> b.kind() == Binding.Kind.WALRUS)
                    .forEach(b -> mark(scope, name, b.node())));
    scope.children().forEach(this::walruses);
  }

  private void mark(Scope scope, String name, Node node) {
    for (Scope child : scope.children()) {
      boolean around =
          child.kind() == Scope.Kind.COMPREHENSION
              && child.node().start() <= node.start()
              && node.end() <= child.node().end();
      if (around) {
        walrus.computeIfAbsent(scope, s -> new TreeSet<>()).add(name);
        used.computeIfAbsent(child, s -> new TreeSet<>()).add(name);
        mark(child, name, node);
      }
    }
  }

  /** Writes the scope, and gives its names as scopes around see them: a class hides none from them. */
  private Map<String, String> render(Scope scope, String around) {
    boolean shown = scope.kind() != Scope.Kind.TYPE_PARAMETERS && isEvaluated(scope.node());
    String place =
        scope.kind() == Scope.Kind.MODULE || !shown ? around : around + "/" + title(scope);
    boolean inline = inlines && isInlined(scope);
    Map<String, String> names = own(scope);
    Map<Scope, Map<String, String>> inner = new IdentityHashMap<>();
    for (Scope child : scope.children()) {
      inner.put(child, render(child, inline ? around : place));
    }
    Map<String, String> outwards = new TreeMap<>();
    for (Scope child : scope.children()) {
      inner
          .get(child)
          .forEach(
              (name, code) -> {
                passThrough(scope, child, name, code, names);
                if (scope.kind() == Scope.Kind.CLASS
                    && code.equals("F")
                    && !child.typeParameters().contains(name)
                    && child.kind() != Scope.Kind.TYPE_PARAMETERS
                    && !scope.typeParameters().contains(name)) {
                  outwards.put(name, "F");
                }
              });
    }
    for (Scope child : scope.children()) {
      if (inlines && isInlined(child)) {
        inner.get(child).forEach((name, code) -> merge(scope, name, code, names));
      }
    }
    if (shown && !inline) {
      StringBuilder line = new StringBuilder(place).append('\t');
      List<String> all = new ArrayList<>();
      names.forEach(
          (name, code) -> {
            if (!OWN.contains(name)) {
              all.add(name + "=" + (isParameter(scope, name) ? "P" : "") + code);
            }
          });
      all.sort(null);
      lines.add(line.append(String.join(" ", all)).toString());
    }
    outwards.forEach(names::put);
    return names;
  }

  /** The names that a scope itself binds, declares or uses. */
  private Map<String, String> own(Scope scope) {
    Map<String, String> names = new TreeMap<>();
    Set<String> all = new TreeSet<>(used.getOrDefault(scope, Set.of()));
    all.addAll(scope.bindings().keySet());
    all.addAll(scope.kind() == Scope.Kind.MODULE ? declared(scope) : scope.globals());
    all.addAll(scope.nonlocals());
    for (String name : all) {
      names.put(name, code(scope, name));
    }
    return names;
  }

  /** The names that the scope, or one inside, declares global. */
  private static Set<String> declared(Scope scope) {
    Set<String> names = new TreeSet<>(scope.globals());
    scope.children().forEach(c -> names.addAll(declared(c)));
    return names;
  }

  private String code(Scope scope, String name) {
    boolean module = scope.kind() == Scope.Kind.MODULE;
    if (module) {
      boolean declared =
          declared(scope).contains(name) || walrus.getOrDefault(scope, Set.of()).contains(name);
      return !declared && scope.bindings().containsKey(name) ? "L" : "G";
    }
    if (scope.globals().contains(name)) {
      return "G";
    }
    if (scope.bindings().containsKey(name) && !scope.nonlocals().contains(name)) {
      return "L";
    }
    return scope.owner(name).map(o -> o.kind() == Scope.Kind.MODULE ? "G" : "F").orElse("G");
  }

  /** What an inner scope takes from outside goes through this one, or makes a cell of a name here. */
  private void passThrough(
      Scope scope, Scope child, String name, String code, Map<String, String> names) {
    boolean parameter = child.typeParameters().contains(name);
    if (!code.equals("F") || parameter || scope.kind() == Scope.Kind.MODULE) {
      return;
    }
    if (scope.typeParameters().contains(name) && !scope.bindings().containsKey(name)) {
      names.putIfAbsent(name, "F");
      return;
    }
    boolean here = "L".equals(names.get(name)) || "C".equals(names.get(name));
    if (here && scope.kind() != Scope.Kind.CLASS) {
      boolean inlined = inlines && isInlined(child);
      if (!inlined || isFreeInside(child, name)) {
        names.put(name, "C");
      }
    } else if (!here) {
      names.putIfAbsent(name, "F");
    }
  }

  private boolean isFreeInside(Scope scope, String name) {
    return scope.children().stream()
        .anyMatch(
            c ->
                isInlined(c)
                    ? isFreeInside(c, name)
                    : own(c).getOrDefault(name, "").equals("F")
                        || (!own(c).containsKey(name) && isFreeInside(c, name)));
  }

  private static void merge(Scope scope, String name, String code, Map<String, String> names) {
    String present = names.get(name);
    if (present == null) {
      names.put(name, code);
    } else if (code.equals("C")
        && present.equals("L")
        && scope.kind() != Scope.Kind.CLASS
        && scope.kind() != Scope.Kind.MODULE) {
      names.put(name, "C");
    }
  }

  private static boolean isInlined(Scope scope) {
    return scope.kind() == Scope.Kind.COMPREHENSION
        && !(scope.node() instanceof Expression.GeneratorExp);
  }

  private static boolean isParameter(Scope scope, String name) {
    return scope.bindings().getOrDefault(name, List.of()).stream()
        .anyMatch(b -> b.kind() == Binding.Kind.PARAMETER);
  }

  private String title(Scope scope) {
    int line = tree.source().line(scope.node().start());
    String name =
        switch (scope.kind()) {
          case FUNCTION -> ((Statement.FunctionDef) scope.node()).name();
          case CLASS -> ((Statement.ClassDef) scope.node()).name();
          case LAMBDA -> "lambda";
          case COMPREHENSION -> comprehension(scope.node());
          case MODULE, TYPE_PARAMETERS -> "";
        };
    return (scope.kind() == Scope.Kind.CLASS ? "class " : "function ") + name + " " + line;
  }

  private static String comprehension(Node node) {
    return node instanceof Expression.ListComp
        ? "listcomp"
        : node instanceof Expression.SetComp
            ? "setcomp"
            : node instanceof Expression.DictComp ? "dictcomp" : "genexpr";
  }
}

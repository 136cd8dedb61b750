package dev.parallelize.semantics;

import dev.parallelize.library.Library;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The modules around a program, each analyzed once when something of it is asked for. What is known of one depends on
 * the files that are loaded with it, the version and the assumptions alone, not on who asked first: modules that import
 * each other in a circle are not looked into.
 */
public final class Neighbourhood {
  /** A program with nothing around it. */
  public static final Neighbourhood NONE = new Neighbourhood(ModuleFiles.NONE);

  private record Key(String path, View view, Set<Assumptions.Assumption> assumptions) {}

  /**
   * Whose program it is.
   *
   * @param loaded every file that runs in it
   */
  record View(Set<String> loaded, Library library, PythonVersion version) {}

  private final ModuleFiles files;
  private Optional<String> fingerprint = Optional.empty();
  private final Map<String, Optional<SyntaxTree>> trees = new HashMap<>();
  private final Map<String, Set<String>> imports = new HashMap<>();
  private final Map<Key, Optional<NeighbourModule>> modules = new HashMap<>();
  private final Map<String, Boolean> circular = new HashMap<>();
  private final Map<String, Mentions> mentions = new HashMap<>();

  public Neighbourhood(ModuleFiles files) {
    this.files = files;
  }

  /**
   * The knowledge of libraries and, for what the file imports, of the modules around it.
   *
   * @param path the file, relative as in {@link ModuleFiles}
   */
  public Library knowledge(
      String path, Library library, PythonVersion version, Assumptions assumptions) {
    if (files.files().isEmpty() || files.isStandardLibrary()) {
      return library;
    }
    Set<String> loaded = new HashSet<>(reached(path, version, (a, b) -> false));
    loaded.add(path);
    return new NeighbourKnowledge(this, path, new View(loaded, library, version), assumptions);
  }

  /** What tells the files from others: a digest of their paths and texts; empty for none. */
  public String fingerprint() {
    if (fingerprint.isEmpty()) {
      fingerprint = Optional.of(files.fingerprint());
    }
    return fingerprint.get();
  }

  ModuleFiles files() {
    return files;
  }

  int length(String path) {
    return files.files().get(path).text().length();
  }

  Optional<NeighbourModule> module(String path, View view, Assumptions assumptions) {
    Key key = new Key(path, view, assumptions.all());
    Optional<NeighbourModule> known = modules.get(key);
    if (known == null) {
      modules.put(key, Optional.empty());
      known =
          isCircular(path, view.version())
              ? Optional.empty()
              : tree(path, view.version()).map(t -> analyzed(t, path, view, assumptions));
      modules.put(key, known);
    }
    return known;
  }

  private NeighbourModule analyzed(
      SyntaxTree tree, String path, View view, Assumptions assumptions) {
    Library library = new NeighbourKnowledge(this, path, view, assumptions);
    return new NeighbourModule(Analysis.analyze(tree, library, assumptions), elsewhere(path, view));
  }

  private Optional<SyntaxTree> tree(String path, PythonVersion version) {
    return trees.computeIfAbsent(
        path,
        p ->
            PythonParser.parse(files.files().get(p), version) instanceof ParseResult.Parsed parsed
                ? Optional.of(parsed.tree())
                : Optional.empty());
  }

  /** A package's own file does not count: it is under way before any module of the package runs. */
  private boolean isCircular(String path, PythonVersion version) {
    return circular.computeIfAbsent(path, p -> reached(p, version, this::isAround).contains(p));
  }

  private boolean isAround(String path, String imported) {
    return imported.endsWith(ModuleFiles.PACKAGE)
        && path.startsWith(imported.substring(0, imported.length() - ModuleFiles.PACKAGE.length()));
  }

  /** What the file imports, and what that imports, but for what is left out. */
  private Set<String> reached(
      String path, PythonVersion version, BiPredicate<String, String> leftOut) {
    Set<String> reached = new HashSet<>();
    List<String> edge = new ArrayList<>(List.of(path));
    while (!edge.isEmpty()) {
      String next = edge.remove(edge.size() - 1);
      for (String imported : imports(next, version)) {
        if (!leftOut.test(next, imported) && reached.add(imported)) {
          edge.add(imported);
        }
      }
    }
    return reached;
  }

  private Set<String> imports(String path, PythonVersion version) {
    Set<String> known = imports.get(path);
    if (known == null) {
      Set<String> found = new HashSet<>();
      tree(path, version).ifPresent(t -> Walk.each(t.module(), n -> addImports(path, n, found)));
      known = found;
      imports.put(path, known);
    }
    return known;
  }

  private void addImports(String path, Node node, Set<String> found) {
    if (node instanceof Statement.Import plain) {
      plain.names().forEach(a -> addModule(path, a.name(), found));
    } else if (node instanceof Statement.ImportFrom from) {
      String module = ".".repeat(from.level()) + from.module().orElse("");
      addModule(path, module, found);
      from.names().forEach(a -> addModule(path, Names.join(module, a.name()), found));
    }
  }

  private void addModule(String path, String module, Set<String> found) {
    ModuleFiles.withPackages(module).stream()
        .flatMap(m -> files.file(path, m).stream())
        .forEach(found::add);
  }

  /** What the other files say that may change a module from outside. */
  private Mentions elsewhere(String path, View view) {
    Mentions all = new Mentions(new HashSet<>(), new HashSet<>(), false);
    for (String other : view.loaded()) {
      if (!other.equals(path)) {
        Mentions one = mentions(other, view.version());
        all =
            new Mentions(
                union(all.named(), one.named()),
                union(all.stored(), one.stored()),
                all.byText() || one.byText());
      }
    }
    return all;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }

  private Mentions mentions(String path, PythonVersion version) {
    Mentions known = mentions.get(path);
    if (known == null) {
      known = tree(path, version).map(Mentions::of).orElse(new Mentions(Set.of(), Set.of(), true));
      mentions.put(path, known);
    }
    return known;
  }

  /**
   * Names by which a file may reach what another one holds.
   *
   * @param named attributes it loads and names it imports
   * @param stored attributes it gives values
   * @param byText whether it gives attributes values by names that are made at run time
   */
  record Mentions(Set<String> named, Set<String> stored, boolean byText) {
    private static final Set<String> BY_TEXT = Set.of("setattr", "exec", "globals", "vars");

    static Mentions of(SyntaxTree tree) {
      Set<String> named = new HashSet<>();
      Set<String> stored = new HashSet<>();
      boolean[] byText = {false};
      Walk.each(
          tree.module(),
          n -> {
            if (n instanceof Expression.Attribute a) {
              (a.context() == Context.LOAD ? named : stored).add(a.attribute());
              byText[0] |= a.attribute().equals("__dict__");
            } else if (n instanceof Statement.ImportFrom from) {
              from.names().forEach(a -> named.add(a.name()));
              byText[0] |= from.names().stream().anyMatch(a -> a.name().equals("*"));
            } else if (n instanceof Expression.Call call
                && call.function() instanceof Expression.Name name) {
              byText[0] |= BY_TEXT.contains(name.id()) && !isOfSelf(call);
            }
          });
      return new Mentions(named, stored, byText[0]);
    }

    private static boolean isOfSelf(Expression.Call call) {
      return !call.arguments().isEmpty()
          && call.arguments().get(0) instanceof Expression.Name name
          && name.id().equals("self");
    }
  }
}

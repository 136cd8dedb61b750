package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The edits that make modules and names available to new code, and how that code must spell them.
 *
 * @param edits insertions that add what is missing, in the file's own order and style
 * @param names for each request, by its text, the expression that means it: {@code np}, {@code
 *     cf.ProcessPoolExecutor}
 * @param added the import statements that were added, as they would stand alone
 */
public record Imports(List<Edit> edits, Map<String, String> names, List<String> added) {
  static final String RULE = "imports";

  public Imports {
    edits = List.copyOf(edits);
    names = Map.copyOf(names);
    added = List.copyOf(added);
  }

  /**
   * Provides every request at one place of the file. What the file imports already is used under the
   * name it has; a new name never clashes with one that the file binds or reads.
   *
   * @param usedAt offset of the code that will use the imports: what stands above it is in reach
   * @param requests {@code import m}, {@code import m as a} or {@code from m import n}, each
   */
  public static Imports ensure(SyntaxTree tree, int usedAt, List<String> requests) {
    VisibleImports visible = new VisibleImports(tree, usedAt);
    Map<String, String> names = new LinkedHashMap<>();
    List<ImportLine> missing = new ArrayList<>();
    FreshNames fresh = FreshNames.of(tree);
    for (String text : requests.stream().distinct().toList()) {
      ImportRequest request = ImportRequest.parse(text);
      String known = visible.expression(request).orElse("");
      if (known.isEmpty()) {
        ImportLine line = newImport(request, visible, fresh);
        missing.add(line);
        known = line.bound().equals(request.binds()) ? request.expression() : line.bound();
      }
      names.put(text, known);
    }
    List<Edit> edits = new ImportBlock(tree, usedAt).insert(missing);
    return new Imports(edits, names, missing.stream().map(ImportLine::statement).toList());
  }

  private static ImportLine newImport(
      ImportRequest request, VisibleImports visible, FreshNames fresh) {
    String plain = request.binds();
    if (visible.mayBind(request, plain)) {
      return new ImportLine(request, plain);
    }
    String base = request.name().orElseGet(() -> request.module().replace('.', '_'));
    return new ImportLine(
        request, fresh.fresh(request.name().isPresent() ? "_" + base : base + "_module"));
  }

  /** How new code spells the requested module or name. */
  public String name(String request) {
    String name = names.get(request);
    if (name == null) {
      throw new IllegalArgumentException("not requested: " + request);
    }
    return name;
  }
}

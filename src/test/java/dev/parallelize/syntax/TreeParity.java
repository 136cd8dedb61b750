package dev.parallelize.syntax;

import dev.parallelize.source.SourceDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the tree of every Python file below some folders with the tree that an interpreter gives,
 * field by field and position by position, and prints how many are equal. What either side rejects,
 * the other must reject.
 *
 * <pre>
 * java -cp … dev.parallelize.syntax.TreeParity PYTHON FOLDER…
 * </pre>
 */
public final class TreeParity {
  private static final double MEGA = 1e6;

  private TreeParity() {}

  public static void main(String[] arguments) throws IOException {
    Path python = Path.of(arguments[0]);
    PythonVersion version = Interpreters.version(python).orElse(PythonVersion.LATEST);
    int different = 0;
    try (Oracle oracle = new Oracle(python)) {
      for (String folder : List.of(arguments).subList(1, arguments.length)) {
        List<String> differences = new ArrayList<>();
        long bytes = 0;
        List<Path> files = pythonFiles(Path.of(folder));
        for (Path file : files) {
          bytes += Files.size(file);
          difference(file, version, oracle).ifPresent(differences::add);
        }
        System.out.printf(
            "%s, Python %s: %d files, %.1f MB, %d equal, %d different%n",
            folder,
            version,
            files.size(),
            bytes / MEGA,
            files.size() - differences.size(),
            differences.size());
        differences.forEach(System.out::println);
        different += differences.size();
      }
    }
    System.exit(different == 0 ? 0 : 1);
  }

  /** All files that end in {@code .py}, in the order of their paths. */
  static List<Path> pythonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".py") && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  /** What is not as in CPython; empty if nothing is. */
  static Optional<String> difference(Path file, PythonVersion version, Oracle oracle)
      throws IOException {
    String expected = oracle.digest(file);
    boolean rejected = expected.startsWith("rejected");
    SourceDecoder.Result decoded = SourceDecoder.decode(Files.readAllBytes(file));
    if (!(decoded instanceof SourceDecoder.Decoded text)) {
      return rejected ? Optional.empty() : Optional.of(file + ": " + decoded);
    }
    ParseResult result = PythonParser.parse(text.source(), version);
    if (!(result instanceof ParseResult.Parsed parsed)) {
      return rejected ? Optional.empty() : Optional.of(file + ": " + result);
    }
    if (rejected) {
      return Optional.of(file + ": accepted, but CPython " + expected);
    }
    return AstDump.digest(parsed.tree()).equals(expected)
        ? Optional.empty()
        : Optional.of(file + ": " + firstDifference(parsed.tree(), oracle.dump(file)));
  }

  private static String firstDifference(SyntaxTree tree, String expected) {
    List<String> here = AstDump.of(tree).lines().toList();
    List<String> there = expected.lines().toList();
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (!here.get(i).equals(there.get(i))) {
        return "here " + here.get(i) + ", CPython " + there.get(i);
      }
    }
    return "the dumps have " + here.size() + " and " + there.size() + " lines";
  }
}

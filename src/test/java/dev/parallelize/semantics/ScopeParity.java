package dev.parallelize.semantics;

import dev.parallelize.source.SourceDecoder;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the scopes of every Python file below some folders with those of an interpreter's symtable module, and
 * prints how many are equal.
 *
 * <pre>
 * java -Xss64m -cp … dev.parallelize.semantics.ScopeParity PYTHON MINOR FOLDER…
 * </pre>
 */
public final class ScopeParity {
  private static final Path SCRIPT = Path.of("src/test/python/dump_symtable.py");

  private ScopeParity() {}

  /**
   * @param files compared
   * @param scopes of these files
   * @param differences the first line that is not the same, for each file that has one
   */
  record Result(int files, int scopes, List<String> differences) {}

  public static void main(String[] arguments) throws IOException {
    for (String folder : List.of(arguments).subList(2, arguments.length)) {
      List<Path> files;
      try (Stream<Path> found = Files.walk(Path.of(folder))) {
        files =
            found
                .filter(f -> f.toString().endsWith(".py") && Files.isRegularFile(f))
                .sorted()
                .toList();
      }
      Result result = compare(Path.of(arguments[0]), Integer.parseInt(arguments[1]), files);
      System.out.printf(
          "%s: %d files, %d scopes, %d files different%n",
          folder, result.files(), result.scopes(), result.differences().size());
      result.differences().forEach(System.out::println);
    }
  }

  static Result compare(Path python, int minor, List<Path> files) throws IOException {
    Process process =
        new ProcessBuilder(python.toString(), "-I", "-W", "ignore", SCRIPT.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String names = files.stream().map(f -> f + "\n").collect(Collectors.joining());
    Thread writer = new Thread(() -> write(process.getOutputStream(), names));
    writer.start();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    int scopes = 0;
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      while (line != null) {
        Path file = Path.of(line.substring(2));
        List<String> expected = new ArrayList<>();
        line = reader.readLine();
        while (line != null && !line.startsWith("F ")) {
          expected.add(line);
          line = reader.readLine();
        }
        expected.sort(null);
        compared++;
        scopes += expected.size();
        difference(file, minor, expected).ifPresent(differences::add);
      }
    }
    return new Result(compared, scopes, differences);
  }

  private static void write(OutputStream out, String text) {
    try (out) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // The reader sees what is missing.
    }
  }

  private static Optional<String> difference(Path file, int minor, List<String> expected)
      throws IOException {
    PythonVersion version = PythonVersion.parse("3." + minor).orElseThrow();
    if (!(SourceDecoder.decode(Files.readAllBytes(file)) instanceof SourceDecoder.Decoded decoded)
        || !(PythonParser.parse(decoded.source(), version) instanceof ParseResult.Parsed parsed)) {
      return Optional.of(file + ": cannot be read");
    }
    List<String> actual = SymbolTables.of(parsed.tree(), minor);
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "nothing";
      String got = i < actual.size() ? actual.get(i) : "nothing";
      if (!wanted.equals(got)) {
        return Optional.of(file + "\n  CPython: " + wanted + "\n  here:    " + got);
      }
    }
    return Optional.empty();
  }
}

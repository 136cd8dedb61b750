package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import dev.parallelize.source.SourceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For the files of the standard library, tests included, and of the packages in this project's virtual
 * environment, the tree is CPython's, field by field and
 * position by position; what CPython rejects is rejected.
 */
class StandardLibraryParityTest {
  private static final boolean ALL = "all".equals(System.getProperty("parity"));

  /** Without {@code -Dparity=all}, one file in so many. */
  private static final int SAMPLE = 41;

  static Stream<Map.Entry<PythonVersion, Path>> interpreters() {
    return Interpreters.found().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("interpreters")
  void treesEqualThoseOfCPython(Map.Entry<PythonVersion, Path> interpreter) throws IOException {
    List<Path> files = files(interpreter);
    assertThat(files).isNotEmpty();
    assertThat(differences(files, interpreter.getValue())).isEmpty();
  }

  @Test
  void treesOfInstalledPackagesEqualThoseOfCPython() throws IOException {
    Path environment = Path.of(System.getProperty("python.venv", "target/venv"));
    assumeTrue(Files.isDirectory(environment), "no virtual environment was prepared");
    List<Path> files = sample(environment, TreeParity.pythonFiles(environment.resolve("lib")));
    assertThat(files).isNotEmpty();
    assertThat(differences(files, environment.resolve("bin/python"))).isEmpty();
  }

  private static List<String> differences(List<Path> files, Path python) throws IOException {
    PythonVersion version = Interpreters.version(python).orElseThrow();
    List<String> differences = new ArrayList<>();
    try (Oracle oracle = new Oracle(python)) {
      for (Path file : files) {
        TreeParity.difference(file, version, oracle).ifPresent(differences::add);
      }
    }
    return differences;
  }

  @Test
  void tokensTileTheTextAndTheBytesComeBack() throws IOException {
    for (Path file : files(Interpreters.usual())) {
      byte[] bytes = Files.readAllBytes(file);
      if (SourceDecoder.decode(bytes) instanceof SourceDecoder.Decoded decoded
          && PythonParser.parse(decoded.source(), PythonVersion.LATEST)
              instanceof ParseResult.Parsed parsed) {
        assertThat(printed(parsed.tree())).as(file.toString()).isEqualTo(decoded.source().text());
        assertThat(SourceEncoder.encode(decoded.source())).as(file.toString()).isEqualTo(bytes);
      }
    }
  }

  private static String printed(SyntaxTree tree) {
    StringBuilder text = new StringBuilder();
    for (Token token : tree.tokens()) {
      text.append(tree.source().text(token.span()));
    }
    return text.toString();
  }

  @Test
  void otherLineEndsGiveTheSameTree() throws IOException {
    for (Path file : files(Interpreters.usual())) {
      if (SourceDecoder.decode(Files.readAllBytes(file)) instanceof SourceDecoder.Decoded decoded
          && !decoded.source().text().contains("\r")) {
        String text = decoded.source().text();
        String expected = dumpOf(text);
        assertThat(dumpOf(text.replace("\n", "\r\n"))).as(file.toString()).isEqualTo(expected);
        assertThat(dumpOf(text.replace('\n', '\r'))).as(file.toString()).isEqualTo(expected);
      }
    }
  }

  private static String dumpOf(String text) {
    return PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST)
            instanceof ParseResult.Parsed parsed
        ? AstDump.digest(parsed.tree())
        : "rejected";
  }

  private static List<Path> files(Map.Entry<PythonVersion, Path> interpreter) throws IOException {
    Path library = Interpreters.library(interpreter.getValue());
    List<Path> own =
        TreeParity.pythonFiles(library).stream()
            .filter(file -> !file.toString().contains("-packages"))
            .toList();
    return sample(library, own);
  }

  private static List<Path> sample(Path folder, List<Path> files) {
    return files.stream()
        .filter(file -> ALL || Math.floorMod(folder.relativize(file).hashCode(), SAMPLE) == 0)
        .toList();
  }
}

package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import dev.parallelize.source.SourceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For the files of the standard library, tests included, the tree is CPython's, field by field and
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
    try (Oracle oracle = new Oracle(interpreter.getValue())) {
      for (Path file : files) {
        compare(file, interpreter.getKey(), oracle);
      }
    }
  }

  private static void compare(Path file, PythonVersion version, Oracle oracle) throws IOException {
    String expected = oracle.digest(file);
    SourceDecoder.Result decoded = SourceDecoder.decode(Files.readAllBytes(file));
    if (!(decoded instanceof SourceDecoder.Decoded text)) {
      assertThat(expected).as("%s: %s", file, decoded).startsWith("rejected");
      return;
    }
    ParseResult result = PythonParser.parse(text.source(), version);
    if (result instanceof ParseResult.Parsed parsed) {
      if (!AstDump.digest(parsed.tree()).equals(expected)) {
        assertThat(expected).as("%s is accepted", file).doesNotStartWith("rejected");
        assertThat(AstDump.of(parsed.tree())).as(file.toString()).isEqualTo(oracle.dump(file));
      }
    } else {
      assertThat(expected).as("%s: %s", file, result).startsWith("rejected");
    }
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
    try (Stream<Path> files = Files.walk(library)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .filter(file -> !file.toString().contains("-packages"))
          .filter(file -> ALL || Math.floorMod(library.relativize(file).hashCode(), SAMPLE) == 0)
          .sorted()
          .toList();
    }
  }
}

package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No text makes the parser crash; what is long is read, what is too deep is rejected. */
class RobustnessTest {
  private static final boolean ALL = "all".equals(System.getProperty("parity"));
  private static final int PREFIXES = ALL ? 100_000 : 1_000;
  private static final int LONGEST = 20_000;
  private static final int MEGA = 1_000_000;
  private static final int SHORT = 2_000;

  static Stream<Arguments> long_() {
    return Stream.of(
        Arguments.of("a sum", "x = " + "1 + ".repeat(200_000) + "1\n"),
        Arguments.of("a chain of attributes", "x" + ".y".repeat(100_000) + "\n"),
        Arguments.of("a chain of calls", "x" + "()".repeat(100_000) + "\n"),
        Arguments.of("a conjunction", "x = " + "a and ".repeat(200_000) + "b\n"),
        Arguments.of("a comparison", "x = " + "a < ".repeat(100_000) + "b\n"),
        Arguments.of("elif", "if a: pass\n" + "elif b: pass\n".repeat(20_000)),
        Arguments.of("a list", "x = [" + "1, ".repeat(500_000) + "]\n"),
        Arguments.of("strings", "x = (" + "'a' ".repeat(100_000) + ")\n"),
        Arguments.of("a line of 50 MB", "x = '" + "a".repeat(50_000_000) + "'\n"),
        Arguments.of("a line of operators", "x = [" + "a*b+c, ".repeat(200_000) + "]\n"),
        Arguments.of("comments", "# \u202e\n".repeat(200_000)),
        Arguments.of("line joins", "x = " + "1 + \\\r\n".repeat(50_000) + "1\n"),
        Arguments.of("form feeds", "\f".repeat(100_000) + "x = 1\n"),
        Arguments.of("tabs", "if x:\n\tif y:\n\t    z = 1\n\t    z = 2\n"),
        Arguments.of("statements", "x = 1\n".repeat(200_000)),
        Arguments.of("200 parentheses", "x = " + "(".repeat(200) + ")".repeat(200) + "\n"),
        Arguments.of("1,000 minus signs", "x = " + "-".repeat(1_000) + "1\n"),
        Arguments.of("1,000 lambdas", "x = " + "lambda: ".repeat(1_000) + "1\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("long_")
  void acceptsWhatIsLong(String name, String text) {
    assertThat(parseInTime(text)).isInstanceOf(ParseResult.Parsed.class);
  }

  /** Two seconds for each megabyte and each started one. */
  private static ParseResult parseInTime(String text) {
    Duration limit = Duration.ofSeconds(2 + 2L * text.length() / MEGA);
    return assertTimeout(limit, () -> parse(text));
  }

  static Stream<Arguments> deep() {
    return Stream.of(
        Arguments.of("too many nested parentheses", "(".repeat(100_000)),
        Arguments.of("too many nested parentheses", "[".repeat(100_000) + "]".repeat(100_000)),
        Arguments.of("too many nested operators", "-".repeat(1_000_000) + "1\n"),
        Arguments.of("too many nested operators", "not ".repeat(1_000_000) + "1\n"),
        Arguments.of("too many nested operators", "1 ** ".repeat(100_000) + "1\n"),
        Arguments.of("too many nested expressions", "lambda: ".repeat(100_000) + "1\n"),
        Arguments.of("too many nested expressions", "1 if 1 else ".repeat(100_000) + "1\n"),
        Arguments.of("too many levels of indentation", indented(150)),
        Arguments.of("inconsistent use of tabs", "if x:\n\tif y:\n        \tz\n        w\n"),
        Arguments.of("source code cannot contain null bytes", "x = 1\n\0".repeat(100_000)),
        Arguments.of("unterminated triple-quoted string literal", "'".repeat(99_999) + "\n"),
        Arguments.of("too many nested f-strings", "f'{".repeat(200)),
        Arguments.of("f-string: expressions nested too deeply", "f'" + "{x:".repeat(200)));
  }

  private static String indented(int levels) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      text.append(" ".repeat(i)).append("if x:\n");
    }
    return text.append(" ".repeat(levels)).append("pass\n").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deep")
  void rejectsWhatIsDeep(String message, String text) {
    assertThat(parseInTime(text))
        .isInstanceOfSatisfying(
            ParseResult.Rejected.class,
            rejected -> assertThat(rejected.problems().get(0).message()).startsWith(message));
  }

  @Test
  void readsDeepTextsOnSmallStacks() throws InterruptedException {
    for (String deep :
        List.of(
            "-".repeat(5_000), "lambda: ".repeat(900), "1 ** ".repeat(2_000), "(".repeat(150))) {
      String text = "x = " + deep + "1" + (deep.startsWith("(") ? ")".repeat(150) : "") + "\n";
      Object[] result = new Object[1];
      Thread small = new Thread(null, () -> result[0] = parse(text), "small", 256 << 10);
      small.start();
      small.join();
      assertThat(result[0]).isInstanceOf(ParseResult.Parsed.class);
    }
  }

  @Test
  void everyPrefixOfEveryConstruct() {
    for (String text : Constructs.ALL) {
      for (int i = 0; i <= text.length(); i++) {
        assertThat(parse(text.substring(0, i))).isNotNull();
      }
    }
  }

  @Test
  void prefixesOfFiles() throws IOException {
    Random random = new Random(11);
    List<Path> files =
        TreeParity.pythonFiles(Interpreters.library(Interpreters.usual().getValue()));
    for (int i = 0; i < PREFIXES; i++) {
      byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
      byte[] prefix = Arrays.copyOf(bytes, random.nextInt(Math.min(bytes.length, LONGEST) + 1));
      if (SourceDecoder.decode(prefix) instanceof SourceDecoder.Decoded decoded) {
        assertThat(PythonParser.parse(decoded.source(), PythonVersion.LATEST)).isNotNull();
      }
    }
  }

  @Test
  void everyPrefixOfShortFiles() throws IOException {
    int files = ALL ? 200 : 3;
    for (Path file :
        TreeParity.pythonFiles(Interpreters.library(Interpreters.usual().getValue()))) {
      if (files > 0
          && Files.size(file) > SHORT / 2
          && Files.size(file) < SHORT
          && SourceDecoder.decode(Files.readAllBytes(file))
              instanceof SourceDecoder.Decoded decoded) {
        files--;
        for (int i = 0; i <= decoded.source().text().length(); i++) {
          assertThat(parse(decoded.source().text().substring(0, i))).isNotNull();
        }
      }
    }
    assertThat(files).isZero();
  }

  @Test
  void randomBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (SourceDecoder.decode(bytes) instanceof SourceDecoder.Decoded decoded) {
        assertThat(PythonParser.parse(decoded.source(), PythonVersion.LATEST)).isNotNull();
      }
      assertThat(parse(new String(bytes, StandardCharsets.UTF_16BE))).isNotNull();
      assertThat(parse(new String(bytes, StandardCharsets.ISO_8859_1))).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "(", ")", "[", "]", "{", "}", ":", ",", "=", "*", "**", "lambda", "if", "else", "for",
            "in", "not", "async", "await", "yield", "f'", "f\"\"\"", "'", "\"\"\"", "\\", "\n",
            "\r", "\n    ", "\t", " ", "@", "->", ":=", ".", "...", "1", "0x", "1e", "x", "match ",
            "case ", "type ", "!", "!r", ";", "#", "def ", "class ", "try", "except", "with ",
            "as ", "import ", "from ", "\\N{", "\ud800", "\u202e", "é", "\f", "\0", "t'", "rb'")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 5_000)
  void anyOrderOfTokens(@ForAll("soup") String text) {
    for (int minor : new int[] {9, 11, 14}) {
      assertThat(PythonParser.parse(PythonSource.of(text), new PythonVersion(minor, false)))
          .isNotNull();
    }
  }

  private static ParseResult parse(String text) {
    return PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST);
  }
}

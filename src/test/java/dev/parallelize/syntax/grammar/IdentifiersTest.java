package dev.parallelize.syntax.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names take the characters that they take in the target's Python. */
class IdentifiersTest {
  private static final String TABLES =
      """
      import sys
      print(sys.version_info[1])
      for prefix in '', 'a':
          print(*(c for c in range(128, 0x110000) if (prefix + chr(c)).isidentifier()))
      """;

  @Test
  void tablesAreThoseOfPython() throws IOException {
    Process python = new ProcessBuilder("python3", "-c", TABLES).start();
    String[] lines =
        new String(python.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\n");
    int minor = Integer.parseInt(lines[0]);
    StringBuilder starts = new StringBuilder();
    StringBuilder parts = new StringBuilder();
    for (int c = 128; c <= Character.MAX_CODE_POINT; c++) {
      if (Identifiers.isStart(c, minor)) {
        starts.append(' ').append(c);
      }
      if (Identifiers.isPart(c, minor)) {
        parts.append(' ').append(c);
      }
    }
    assertThat(starts.substring(1).equals(lines[1])).as("starts of names").isTrue();
    assertThat(parts.substring(1).equals(lines[2])).as("parts of names").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // the first characters of Unicode 14, 15, 15.1 and 16 that start a name
    "0870, 11",
    "0CDD, 11",
    "10EFD, 12",
    "1E4D0, 12",
    "2EBF0, 13",
    "1C89, 14"
  })
  void newCharactersNeedTheirVersion(String hexadecimal, int minor) {
    int c = Integer.parseInt(hexadecimal, 16);
    assertThat(Identifiers.isPart(c, minor)).isTrue();
    assertThat(Identifiers.isPart(c, minor - 1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ﬁx, fix",
    "𝒳, X",
    "ª, a",
    "Å, Å",
    "é, é",
    // newer than the tables of JDK 17
    "𐞁, ː",
    "𞀰x, аx"
  })
  void namesAreNormalized(String spelled, String name) {
    assertThat(Normalization.of(spelled)).isEqualTo(name);
  }
}

package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The grammar is LL(1): nothing in the generated parser looks further than one token, or needs ANTLR's
 * runtime.
 */
class GeneratedParserTest {
  @Test
  void neverPredicts() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("grammar/PythonGrammar.class")) {
      byte[] code = Objects.requireNonNull(in).readAllBytes();
      assertThat(new String(code, StandardCharsets.ISO_8859_1))
          .contains("matchCase")
          .doesNotContain("adaptivePredict")
          .doesNotContain("org/antlr");
    }
  }
}

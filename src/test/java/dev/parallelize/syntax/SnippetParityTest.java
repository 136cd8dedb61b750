package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Accepts what {@code compile()} accepts, and nothing else, with the error mostly where CPython has it:
 * the texts that CPython's own syntax tests
 * compile, this project's list of constructs, and mutants of both. With {@code -Dparity=all}, every
 * interpreter of the machine and 40,000 mutants each.
 */
class SnippetParityTest {
  private static final boolean ALL = "all".equals(System.getProperty("parity"));
  private static final int MUTANTS = ALL ? 40_000 : 4_000;

  static Stream<Map.Entry<PythonVersion, Path>> interpreters() {
    return ALL
        ? new LinkedHashMap<>(Interpreters.found()).entrySet().stream()
        : Stream.of(Interpreters.usual());
  }

  /** Where errors are is compared, too: Python 3.9 says less exactly where they are than we do. */
  @ParameterizedTest
  @MethodSource("interpreters")
  void acceptsWhatCPythonAccepts(Map.Entry<PythonVersion, Path> python) {
    Set<String> snippets =
        ALL
            ? SnippetParity.allSnippets(python.getValue())
            : SnippetParity.snippets(python.getValue());
    try (Oracle oracle = new Oracle(python.getValue())) {
      SnippetParity parity = new SnippetParity(python.getKey(), oracle);
      snippets.forEach(parity::compare);
      Mutants.of(snippets, MUTANTS).forEach(parity::compare);
      System.out.println("Python " + python.getKey() + ": " + parity);
      assertThat(parity.differences()).isEmpty();
      assertThat(parity.placed()).isGreaterThan(python.getKey().atLeast(10) ? 0.8 : 0.55);
    }
  }
}

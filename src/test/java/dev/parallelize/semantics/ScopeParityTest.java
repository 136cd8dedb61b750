package dev.parallelize.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.syntax.Interpreters;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scopes, bindings, free variables, cells and globals are those that CPython's symtable module reports, for every
 * function, class, lambda and comprehension of the standard library.
 */
class ScopeParityTest {
  private static final boolean ALL = "all".equals(System.getProperty("parity"));

  /** Without {@code -Dparity=all}, one file in so many. */
  private static final int SAMPLE = 97;

  /** From 3.14 on annotations have scopes of their own (PEP 649), which are not looked at here. */
  private static final int LAZY_ANNOTATIONS = 14;

  static Stream<Map.Entry<PythonVersion, Path>> interpreters() {
    return Interpreters.found().entrySet().stream()
        .filter(i -> i.getKey().minor() < LAZY_ANNOTATIONS);
  }

  @ParameterizedTest
  @MethodSource("interpreters")
  void scopesEqualThoseOfCPython(Map.Entry<PythonVersion, Path> interpreter) throws IOException {
    Path library = Interpreters.library(interpreter.getValue());
    List<Path> files;
    try (Stream<Path> found = Files.walk(library)) {
      files =
          found
              .filter(f -> f.toString().endsWith(".py") && Files.isRegularFile(f))
              .filter(f -> !f.toString().contains("-packages"))
              .filter(f -> ALL || Math.floorMod(library.relativize(f).hashCode(), SAMPLE) == 0)
              .sorted()
              .toList();
    }
    ScopeParity.Result result =
        ScopeParity.compare(interpreter.getValue(), interpreter.getKey().minor(), files);
    assertThat(result.differences()).isEmpty();
    assertThat(result.scopes()).isGreaterThan(100);
  }
}

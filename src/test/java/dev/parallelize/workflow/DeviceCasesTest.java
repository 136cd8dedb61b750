package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.rewrite.Python;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs before and after their arrays went to a GPU. Those for CuPy are run with a module that
 * stands in for it, those for JAX on the CPU, where this Python has JAX. With {@code
 * -Dcases.update=true} the expected files are written anew.
 */
class DeviceCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/rewrite");
  private static final Path CUPY = Path.of("src/test/python/devices/cupy.py");

  @TestFactory
  Stream<DynamicTest> cases(@TempDir Path work) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String strategy : List.of("cupy", "jax")) {
      try (Stream<Path> folders = Files.list(CASES.resolve(strategy))) {
        for (Path folder : folders.sorted().toList()) {
          String name = strategy + "/" + folder.getFileName();
          tests.add(DynamicTest.dynamicTest(name, () -> check(strategy, folder, work)));
        }
      }
    }
    return tests.stream();
  }

  private static void check(String strategy, Path folder, Path work) throws Exception {
    JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    String before = Files.readString(folder.resolve("before.py"));
    Outcome<TransformAnswer> outcome =
        new ParallelizationWorkflow()
            .transform(
                new TransformRequest(
                    new ProgramText(Optional.of("before.py"), PythonSource.of(before)),
                    Optional.of(new PythonVersion(11, false)),
                    List.of(),
                    expect.get("candidate").asText(),
                    Optional.of(strategy),
                    Options.DEFAULT));
    Optional<String> code =
        outcome instanceof Outcome.Answered<TransformAnswer> a
            ? a.answer().code()
            : Optional.empty();
    if (expect.has("unchanged")) {
      assertThat(code).as("it stays unchanged").isEmpty();
      assertThat(Reasons.of(outcome)).contains(expect.get("unchanged").asText());
      return;
    }
    assertThat(code).as(Reasons.of(outcome)).isPresent();
    Path expected = folder.resolve("after.py");
    if (Boolean.getBoolean("cases.update")) {
      Files.writeString(expected, code.get());
    }
    assertThat(code.get()).isEqualTo(Files.readString(expected));
    assumeTrue(strategy.equals("cupy") || hasJax(work), "this Python has no JAX");
    assertThat(output(work, code.get())).isEqualTo(output(work, before));
  }

  private static boolean hasJax(Path work) throws Exception {
    String code = "import importlib.util, sys; sys.exit(importlib.util.find_spec('jax') is None)";
    return Python.run(code, work).status() == 0;
  }

  private static String output(Path work, String code) throws Exception {
    Files.copy(CUPY, work.resolve("cupy.py"), StandardCopyOption.REPLACE_EXISTING);
    Python.Outcome outcome = Python.run(code, work);
    assertThat(outcome.status()).as(outcome.errors()).isZero();
    return outcome.output();
  }
}

package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.PythonVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CuPy and JAX are offered where a GPU and the package are reported, and never recommended. */
class DeviceOffersTest {
  private static final String PROGRAM =
      """
      import numpy as np

      left = np.arange(3000.0)
      right = np.arange(4000.0)
      products = np.zeros((len(left), len(right)))
      for i in range(len(left)):
          for j in range(len(right)):
              products[i, j] = left[i] * right[j]
      print(products)
      """;

  @Test
  void withoutGpu() {
    assertThat(offer("jax", false, "jax").reason()).contains("no GPU");
    assertThat(offer("jax", false, "jax").applicable()).isFalse();
  }

  @Test
  void withoutPackage() {
    assertThat(offer("cupy", true, "jax").reason()).contains("`cupy` is not installed");
    assertThat(offer("jax", true, "cupy-cuda12x").reason()).contains("`jax` is not installed");
  }

  @Test
  void withBoth() {
    for (String strategy : List.of("cupy", "jax")) {
      ClassifyAnswer.RankedStrategy offer = offer(strategy, true, "cupy-cuda12x", "jax", "numpy");
      assertThat(offer.applicable()).isTrue();
      assertThat(offer.recommended()).isFalse();
    }
    assertThat(offer("numpy-vectorize", true, "jax", "numpy").recommended()).isTrue();
  }

  private static ClassifyAnswer.RankedStrategy offer(
      String strategy, boolean gpu, String... packages) {
    ClassifyRequest request =
        new ClassifyRequest(
            new ProgramText(Optional.of("program.py"), PythonSource.of(PROGRAM)),
            Optional.empty(),
            Optional.of(new PythonVersion(11, false)),
            List.of(),
            List.of("<module>/for/1"),
            new ClassifyRequest.TargetEnvironment(
                Optional.of(8),
                Optional.empty(),
                Optional.of(gpu),
                Optional.empty(),
                Optional.of(List.of(packages)),
                Optional.empty()),
            Optional.empty());
    return ((Outcome.Answered<ClassifyAnswer>)
            new ParallelizationWorkflow().classify(request, Progress.SILENT, Cancellation.NEVER))
        .answer().classifications().get(0).strategies().stream()
            .filter(s -> s.id().equals(strategy))
            .findFirst()
            .orElseThrow();
  }
}

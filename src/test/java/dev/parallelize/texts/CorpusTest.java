package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The corpus: every program runs, prints the same under every hash seed, and states its expectations properly. */
class CorpusTest {
  @Test
  void everyProgramRunsAndIsDeterministic() throws Exception {
    PythonProgram check =
        PythonProgram.run("check_corpus.py", Stream.of("src/test/resources/corpus"));

    assertThat(check.output()).contains("0 problems");
    assertThat(check.exitStatus()).as(check.output()).isZero();
  }

  @Test
  void verdictsAreTrueOfTheProgramsThemselves() throws Exception {
    PythonProgram check =
        PythonProgram.run("check_corpus_truth.py", Stream.of("src/test/resources/corpus"));

    assertThat(check.exitStatus()).as(check.output()).isZero();
    assertThat(check.output()).containsPattern("\\d{3} programs tried, 0 in doubt");
  }
}

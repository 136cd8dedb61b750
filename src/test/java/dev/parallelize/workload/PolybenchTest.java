package dev.parallelize.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.texts.PythonProgram;
import dev.parallelize.workload.Polybench.Loop;
import dev.parallelize.workload.Polybench.Mark;
import dev.parallelize.workload.Polybench.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loops of PolyBench: no dependent one is called parallelizable, and most of the others are. */
class PolybenchTest {
  private static final Map<Tables, List<Loop>> LOOPS = new EnumMap<>(Tables.class);

  @BeforeAll
  static void judge() throws Exception {
    for (Tables tables : Tables.values()) {
      LOOPS.put(tables, Polybench.loops(tables));
    }
  }

  @ParameterizedTest
  @EnumSource
  void judgesEveryLoop(Tables tables) {
    assertThat(LOOPS.get(tables)).hasSize(155);
  }

  @ParameterizedTest
  @EnumSource
  void callsNoDependentLoopParallelizable(Tables tables) {
    assertThat(LOOPS.get(tables)).filteredOn(l -> l.mark() == Mark.SEQUENTIAL).hasSize(34);
    assertThat(LOOPS.get(tables))
        .filteredOn(l -> l.mark() == Mark.SEQUENTIAL && l.isFound())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsIndependentLoops(Tables tables) {
    assertThat(share(tables, List.of(Mark.INDEPENDENT, Mark.PRIVATIZABLE))).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @EnumSource
  void findsReductions(Tables tables) {
    assertThat(share(tables, List.of(Mark.REDUCTION))).isGreaterThan(0.95);
  }

  private static double share(Tables tables, List<Mark> marks) {
    List<Loop> marked = LOOPS.get(tables).stream().filter(l -> marks.contains(l.mark())).toList();
    return (double) marked.stream().filter(Loop::isFound).count() / marked.size();
  }

  /** What the comments say is true of programs that are run with their iterations in other orders. */
  @Test
  void theMarksAreTrue() throws Exception {
    PythonProgram check =
        PythonProgram.run("check_polybench_truth.py", Stream.of(Polybench.KERNELS.toString()));
    assertThat(check.output()).contains("155 loops, 0 in doubt");
    assertThat(check.exitStatus()).isZero();
  }

  @Test
  void theArraysComputeTheSame(@TempDir Path folder) throws Exception {
    for (Path kernel : Polybench.kernels()) {
      String name = kernel.getFileName().toString();
      Files.writeString(folder.resolve(name), Polybench.text(kernel, Tables.ARRAYS));
    }
    PythonProgram check =
        PythonProgram.run(
            "check_polybench_truth.py", Stream.of(folder.toString(), Polybench.KERNELS.toString()));
    assertThat(check.output()).contains("30 kernels, 0 with other results");
    assertThat(check.exitStatus()).isZero();
  }
}

package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.rewrite.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample of the mass run: every candidate of the corpus that would be called parallelizable if no
 * work were too small is rewritten, and its program does what it did, with executors that run items out
 * of order.
 */
class MassRunTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final Path SAMPLE = Path.of("src/test/python/mass_sample.py");

  @Test
  void forcedRewritesChangeNothing(@TempDir Path work) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of(work.toString(), "process-pool,thread-pool", CORPUS.toString()));
    try (Stream<Path> folders = Files.list(CORPUS)) {
      folders
          .map(f -> f.resolve("before.py"))
          .filter(Files::exists)
          .sorted()
          .forEach(f -> arguments.add(CORPUS.relativize(f).toString()));
    }
    MassRun.main(arguments.toArray(String[]::new));

    String output = run(work);

    assertThat(output).containsPattern("[4-9]\\d\\d rewritten, [4-9]\\d\\d run, 0 different");
  }

  private static String run(Path work) throws IOException, InterruptedException {
    Path log = work.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Python.executable(), SAMPLE.toString(), work.toString(), CORPUS.toString());
    builder.environment().put("PYTHONHASHSEED", "0");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the programs end in time").isTrue();
    return Files.readString(log);
  }
}

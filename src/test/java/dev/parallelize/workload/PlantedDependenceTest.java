package dev.parallelize.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.texts.PythonProgram;
import dev.parallelize.workload.PlantedDependences.Fate;
import dev.parallelize.workload.PlantedDependences.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No dependence that is planted in a program that runs in parallel goes unseen. */
class PlantedDependenceTest {
  private static final int IN_EACH_PROGRAM = 3;
  private static final String HOST =
      """
      def work(n):
          total = 0
          for k in range(50):
              total += n * k % 7
          return total


      def run(numbers):
          results = []
          for n in numbers:
              results.append(work(n))
          return results


      if __name__ == "__main__":
          print(run([4, 2, 5, 1]))
      """;

  @Test
  void everyPlantedDependenceIsCaught() throws IOException {
    List<Host> hosts = PlantedDependences.hosts();
    List<Plant> plants = Plant.all();
    assertThat(hosts).hasSizeGreaterThan(100);
    List<String> missed = new ArrayList<>();
    int turned = 0;
    for (int i = 0; i < hosts.size(); i++) {
      for (int k = 0; k < IN_EACH_PROGRAM; k++) {
        Plant plant = plants.get((i * IN_EACH_PROGRAM + k) % plants.size());
        Fate fate = PlantedDependences.fate(hosts.get(i), plant);
        turned += fate == Fate.TURNED ? 1 : 0;
        if (fate == Fate.MISSED) {
          missed.add(plant.name() + " in " + hosts.get(i).name());
        }
      }
    }
    assertThat(missed).isEmpty();
    assertThat(turned).isGreaterThan(200);
  }

  /** Each of them matters: with calls that run apart, in another order, the program does other things. */
  @Test
  void everyPlantMatters(@TempDir Path corpus) throws Exception {
    Host host = PlantedDependences.host("host", HOST, "run/for/1").orElseThrow();
    for (Plant plant : Plant.all()) {
      Path folder = Files.createDirectory(corpus.resolve(plant.name().replace(' ', '-')));
      String text = plant.into(HOST, host.program().tree().module(), host.function());
      Files.writeString(folder.resolve("before.py"), text);
      Files.writeString(
          folder.resolve("expect.json"),
          "{\"candidate\": \"run/for/1\", \"verdict\": \"sequential\"}");
    }
    PythonProgram check = PythonProgram.run("check_corpus_truth.py", Stream.of(corpus.toString()));
    assertThat(check.output()).contains(Plant.all().size() + " programs tried, 0 in doubt");
  }
}

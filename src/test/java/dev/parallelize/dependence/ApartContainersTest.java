package dev.parallelize.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a loop fills is told from what its costly part reads, where no code can reach both. */
class ApartContainersTest {
  private static final String WORK =
      """
      def work(n):
          total = 0
          for k in range(2000):
              total += n * k % 41
          return total


      """;
  private static final String BATCH =
      """
      class Batch:
          def __init__(self, numbers):
              self.numbers = numbers
              self.results = []
              self.scale = 3

          def work(self, n):
              total = 0
              for k in range(2000):
                  total += n * k % self.scale
              return total

          def run(self):
              for n in self.numbers:
                  self.results.append(self.work(n))
              return self.results


      """;
  private static final String CALLS = "batch = Batch([1, 2, 3])\nprint(batch.run())\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "found = batch.run()\nprint(found, len(found))\n",
        "for result in batch.results:\n    print(result)\n",
        "batch.results = [0]\nprint(sorted(batch.results))\n",
      })
  void tellsAttributesOfOneObjectApart(String more) {
    assertThat(standing(BATCH + CALLS + more, "Batch.run/for/1"))
        .isEqualTo(LoopModel.Standing.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batch.numbers = batch.results\n",
        "batch.numbers = batch.run()\n",
        "found = batch.run()\nbatch.numbers = found\n",
        "batch.results = batch.numbers\n",
        "shared = [batch.results]\n",
        "other = Batch(batch.results)\n",
        "print(getattr(batch, 'results'))\n",
        "print(batch.__dict__)\n",
      })
  void followsWhatMayLeaveTheAttribute(String more) {
    assertThat(standing(BATCH + CALLS + more, "Batch.run/for/1"))
        .isNotEqualTo(LoopModel.Standing.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total = len(self.results)",
        "total = self.done()",
        "total = len(self)",
        "total = self.size",
        "total = done(self)",
      })
  void seesReadsInWhatIsCalled(String statement) {
    String batch = BATCH.replace("        total = 0\n", "        " + statement + "\n");
    String methods =
        """
            def done(self):
                return len(self.results)

            @property
            def size(self):
                return len(self.results)

            def __len__(self):
                return len(self.results)


        def done(batch):
            return len(batch.results)


        """;
    assertThat(standing(batch.stripTrailing() + "\n\n" + methods + CALLS, "Batch.run/for/1"))
        .isNotEqualTo(LoopModel.Standing.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for _ in range(3):\n    following = []\n    for value in values:\n"
            + "        following.append(work(value))\n    values = following",
        "for _ in range(3):\n    following = {}\n    for value in values:\n"
            + "        following[value] = work(value)\n    values = list(following)",
      })
  void knowsWhatWasMadeForTheLoop(String body) {
    assertThat(standing(function(body), "run/for/2")).isEqualTo(LoopModel.Standing.PROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for _ in range(3):\n    following = []\n    values = following\n    for value in values:\n"
            + "        following.append(work(value))\n",
        "following = []\nfor _ in range(3):\n    for value in values:\n"
            + "        following.append(work(value))\n    values = following",
        "for _ in range(3):\n    following = []\n    for value in values:\n"
            + "        values = following\n        following.append(work(len(values)))",
        "for _ in range(3):\n    following = values\n    for value in values:\n"
            + "        following.append(work(value))\n",
      })
  void followsOtherNamesOfIt(String body) {
    assertThat(standing(function(body), "run/for/2")).isNotEqualTo(LoopModel.Standing.PROVED);
  }

  private static String function(String body) {
    return WORK
        + "def run(numbers):\n    values = list(numbers)\n    "
        + body.replace("\n", "\n    ")
        + "\n";
  }

  private static LoopModel.Standing standing(String text, String candidate) {
    ParseResult parsed = PythonParser.parse(PythonSource.of(text), PythonVersion.DEFAULT);
    assertThat(parsed).as(text).isInstanceOf(ParseResult.Parsed.class);
    Program program =
        Analysis.analyze(
            ((ParseResult.Parsed) parsed).tree(), Knowledge.standard(), Assumptions.none());
    CostModel costs = new CostModel(program);
    return Candidates.of(program, costs).stream()
        .filter(c -> c.id().equals(candidate))
        .map(new LoopModels(program, costs)::of)
        .findFirst()
        .orElseThrow()
        .standing();
  }
}

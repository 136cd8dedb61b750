package dev.parallelize.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An assumable hazard carries the fact that discharges it. Sent back, that fact discharges every hazard that carries
 * it, and nothing else; a fact that contradicts what is proved discharges nothing.
 */
class AssumptionsTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  @Test
  void whatIsSentBackDischargesItsHazardsAndNoOthers() throws IOException {
    List<String> wrong = new ArrayList<>();
    int sent = 0;
    for (String text : programs()) {
      for (Judgement before : Judged.of(text)) {
        for (Assumption assumption : assumptions(before)) {
          sent++;
          Judgement after = Judged.candidate(text, before.candidate().id(), assumption);
          wrong.addAll(
              compare(text.lines().limit(6).toList().toString(), before, assumption, after));
        }
      }
    }
    assertThat(sent).isGreaterThan(60);
    assertThat(wrong).isEmpty();
  }

  private static List<String> compare(
      String file, Judgement before, Assumption assumption, Judgement after) {
    String place = file + " " + before.candidate().id() + " with " + assumption + ": ";
    List<String> wrong = new ArrayList<>();
    for (Hazard hazard : before.hazards()) {
      boolean discharged = hazard.assumption().filter(assumption::equals).isPresent();
      boolean there =
          after.hazards().stream()
              .anyMatch(h -> h.kind().equals(hazard.kind()) && h.symbol().equals(hazard.symbol()));
      if (discharged && assumptions(after).contains(assumption)) {
        wrong.add(place + "still asks for it");
      } else if (!discharged && !there && isOwn(hazard)) {
        wrong.add(place + "also discharges " + hazard.kind() + " of " + hazard.symbol());
      }
    }
    boolean others =
        before.hazards().stream()
            .anyMatch(h -> isOwn(h) && !h.assumption().equals(java.util.Optional.of(assumption)));
    if (others && after.verdict() == Verdict.PARALLELIZABLE) {
      wrong.add(place + "becomes parallelizable though other hazards were left");
    }
    return wrong;
  }

  /** Advice may change with the verdict, and what a vouched call returns is no longer anything. */
  private static boolean isOwn(Hazard hazard) {
    return hazard.severity() != Hazard.Severity.ADVICE
        && !hazard.symbol().equals("an object from outside");
  }

  private static Set<Assumption> assumptions(Judgement judgement) {
    return judgement.hazards().stream()
        .flatMap(h -> h.assumption().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> programs() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CORPUS)) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.exists(folder.resolve("before.py"))) {
          texts.add(Files.readString(folder.resolve("before.py")));
        }
      }
    }
    return texts;
  }

  @Test
  void aProvedEffectStaysWhoeverVouchesForTheFunction() {
    String text =
        """
        def work(n):
            print(n)
            return sum(k * n for k in range(100000))

        def run(items):
            results = []
            for n in items:
                results.append(work(n))
            return results
        """;
    Judgement judgement = Judged.candidate(text, "run/for/1", new Assumption("pure", "work"));
    assertThat(judgement.verdict()).isEqualTo(Verdict.SEQUENTIAL);
    assertThat(judgement.hazards()).anyMatch(h -> h.kind().equals("order-sensitive-output"));
  }

  @Test
  void whatIsUnknownInsideAFunctionIsDischargedByVouchingForTheFunction() {
    String text =
        """
        from somewhere import mystery

        def work(n):
            return mystery(sum(k * n for k in range(100000)))

        def run(items):
            results = []
            for n in items:
                results.append(work(n))
            return results
        """;
    assertThat(Judged.candidate(text, "run/for/1").verdict()).isEqualTo(Verdict.CONDITIONAL);
    assertThat(Judged.candidate(text, "run/for/1", new Assumption("pure", "work")).verdict())
        .isEqualTo(Verdict.PARALLELIZABLE);
  }

  @Test
  void whoVouchesForACalleeGetsItOutOfTheRemainder() {
    String text =
        """
        import somewhere

        def show(items):
            for n in items:
                print(n, somewhere.rank(n))
        """;
    Judgement before = Judged.candidate(text, "show/for/1");
    assertThat(before.verdict()).isNotEqualTo(Verdict.PARALLELIZABLE);
    Judgement after =
        Judged.candidate(text, "show/for/1", new Assumption("pure", "somewhere.rank"));
    assertThat(after.verdict()).isEqualTo(Verdict.PARALLELIZABLE);
    assertThat(after.model().fission().extractions()).hasSize(1);
  }

  @Test
  void aVouchedFunctionMayReturnWhatItWasGiven() {
    String text =
        """
        from somewhere import pick

        def run(items, table):
            results = []
            for n in items:
                row = pick(table, n)
                row.append(sum(k * n for k in range(100000)))
                results.append(len(row))
            return results
        """;
    Judgement judgement =
        Judged.candidate(text, "run/for/1", new Assumption("pure", "somewhere.pick"));
    assertThat(judgement.verdict()).isEqualTo(Verdict.SEQUENTIAL);
  }

  @Test
  void whatTheLibraryIsKnownToDoStaysWhoeverVouchesForIt() {
    String text =
        """
        def work(n):
            print(n)
            return sum(k * n for k in range(100000))

        def run(items):
            return [work(n) for n in items]
        """;
    for (String name : List.of("print", "builtins.print", "work")) {
      Judgement judgement =
          Judged.candidate(text, "run/comprehension/1", new Assumption("pure", name));
      assertThat(judgement.verdict()).as(name).isEqualTo(Verdict.SEQUENTIAL);
    }
  }
}

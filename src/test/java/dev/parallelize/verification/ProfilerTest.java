package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parallelize.source.PythonSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilerTest {
  private static final String PROGRAM =
      """
      import time

      def work(n):
          return sum(i * i for i in range(n))

      def wait():
          for _ in range(3):
              time.sleep(0.05)

      results = []
      for i in range(40):
          results.append(work(20000))
      wait()
      squares = [work(100) for _ in range(7)]
      lazy = sum(work(100) for _ in range(5))
      mapped = list(map(work, [1, 2]))
      n = 0
      while n < 9:
          n += 1
      """;

  private static ProfileResult profile(String text, CandidateRange... ranges) {
    return profile(Neighbours.NONE, PythonSource.of(text), ranges);
  }

  private static ProfileResult profile(
      Neighbours neighbours, PythonSource source, CandidateRange... ranges) {
    Profiler profiler =
        new Profiler(
            TestMachine.sandbox(),
            Interpreters.at(List.of(TestMachine.interpreter().executable())),
            RunLimits.usual());
    ProfileRequest request =
        new ProfileRequest(
            source,
            neighbours,
            Optional.empty(),
            List.of(ranges),
            Optional.of(java.time.Duration.ofSeconds(3)),
            Optional.empty());
    return profiler.profile(request, Cancellation.NEVER);
  }

  private static CandidateRange range(String id, String text) {
    PythonSource source = PythonSource.of(PROGRAM);
    int start = PROGRAM.indexOf(text);
    var first = source.position(start);
    var end = source.position(start + text.length());
    return new CandidateRange(id, first.line(), first.column(), end.line(), end.column());
  }

  @Test
  void measuresEachKindOfCandidate() {
    ProfileResult result =
        profile(
            PROGRAM,
            range("cpu", "for i in range(40):\n    results.append(work(20000))"),
            range("io", "for _ in range(3):\n        time.sleep(0.05)"),
            range("comprehension", "[work(100) for _ in range(7)]"),
            range("generator", "(work(100) for _ in range(5))"),
            range("map", "map(work, [1, 2])"),
            range("while", "while n < 9:\n    n += 1"));
    assertThat(result).isInstanceOf(ProfileResult.Profile.class);
    List<CandidateProfile> profiles = ((ProfileResult.Profile) result).profiles();
    assertThat(profiles)
        .extracting(CandidateProfile::id, CandidateProfile::iterations)
        .containsExactlyInAnyOrder(
            tuple("cpu", 40L),
            tuple("io", 3L),
            tuple("comprehension", 7L),
            tuple("generator", 5L),
            tuple("map", 2L),
            tuple("while", 9L));
    CandidateProfile io =
        profiles.stream().filter(each -> each.id().equals("io")).findFirst().orElseThrow();
    assertThat(io.wallSeconds()).isGreaterThan(0.14);
    assertThat(io.cpuSeconds()).isLessThan(io.wallSeconds() / 2);
    assertThat(profiles).allSatisfy(each -> assertThat(each.shareOfProgram()).isBetween(0.0, 1.0));
  }

  @Test
  void aProgramRunsBesideItsNeighboursInItsOwnEncoding() {
    String text =
        """
        # -*- coding: latin-1 -*-
        from shop.prices import price
        assert len("\u00e9") == 1
        for i in range(6):
            price(i)
        """;
    Neighbours neighbours =
        new Neighbours(
            "shop/report.py",
            Map.of(
                "shop/__init__.py",
                new byte[0],
                "shop/prices.py",
                Sandbox.utf8("def price(n):\n    return n\n")),
            List.of());
    ProfileResult result =
        profile(
            neighbours,
            PythonSource.of(text, StandardCharsets.ISO_8859_1, false),
            new CandidateRange("loop", 4, 1, 5, 13));
    assertThat(result).isInstanceOf(ProfileResult.Profile.class);
    assertThat(((ProfileResult.Profile) result).profiles())
        .extracting(CandidateProfile::iterations)
        .containsExactly(6L);
  }

  @Test
  void aProgramThatHangsIsNotMeasured() {
    assertThat(profile("while True:\n    pass\n", new CandidateRange("x", 1, 1, 2, 9)))
        .isInstanceOf(ProfileResult.NotMeasured.class);
  }

  @Test
  void aProgramThatIsNotPythonIsNotMeasured() {
    assertThat(profile("for for", new CandidateRange("x", 1, 1, 2, 9)))
        .isInstanceOf(ProfileResult.NotMeasured.class);
  }
}

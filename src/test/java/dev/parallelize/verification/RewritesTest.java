package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each wrong rewrite fails the check it belongs to; no right one fails any. Every third one of each kind, or all of
 * them with {@code -Drewrites=all}.
 */
class RewritesTest {
  private static final Path CASES = Path.of("src/test/resources/rewrites");
  private static final boolean ALL = "all".equals(System.getProperty("rewrites"));
  private static final String SEPARATOR = "# --- transformed\n";
  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(3);

  @AfterAll
  static void stop() {
    WORKERS.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> wrongRewritesAreCaughtByTheirCheck() throws IOException {
    return each("wrong")
        .map(
            running ->
                running.test(
                    report -> {
                      String check = running.header("check").orElseThrow();
                      assertThat(report.checklist())
                          .as(describe(report))
                          .anyMatch(
                              item ->
                                  item.item().equals(check) && item.status() == CheckStatus.FAIL);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> rightRewritesRaiseNoAlarm() throws IOException {
    return each("right")
        .map(
            running ->
                running.test(
                    report -> {
                      assertThat(report.checklist())
                          .as(describe(report))
                          .noneMatch(item -> item.status() == CheckStatus.FAIL);
                      assertThat(report.verdict())
                          .as(describe(report))
                          .isEqualTo(Verdict.EQUIVALENT);
                    }));
  }

  /** A case under way: cases are verified some at a time, each judged in its own test. */
  private record Running(String name, String text, Optional<Future<VerificationReport>> report) {
    DynamicTest test(java.util.function.Consumer<VerificationReport> judge) {
      return DynamicTest.dynamicTest(
          name,
          () -> {
            assumeTrue(report.isPresent(), "a package that the case needs is not installed");
            judge.accept(result());
          });
    }

    private VerificationReport result() throws InterruptedException, ExecutionException {
      return report.orElseThrow().get();
    }

    Optional<String> header(String name) {
      return RewritesTest.header(text, name);
    }
  }

  private static Stream<Running> each(String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(CASES.resolve(folder))) {
      files = found.sorted().toList();
    }
    List<Running> running = new ArrayList<>();
    for (int i = 0; i < files.size(); i += ALL ? 1 : 3) {
      Path file = files.get(i);
      String text = Files.readString(file);
      String name = file.getFileName().toString().replace(".py", "");
      boolean runnable =
          Stream.of(header(text, "needs").orElse("").split(", *"))
              .allMatch(
                  each ->
                      each.isEmpty() || TestMachine.interpreter().packageVersion(each).isPresent());
      running.add(
          new Running(
              name,
              text,
              runnable ? Optional.of(WORKERS.submit(() -> verify(text))) : Optional.empty()));
    }
    return running.stream();
  }

  private static VerificationReport verify(String text) throws IOException {
    int at = text.indexOf(SEPARATOR);
    String shared =
        header(text, "include").isPresent() ? Files.readString(CASES.resolve("server.txt")) : "";
    boolean wrong = header(text, "check").isPresent();
    VerificationOptions options =
        new VerificationOptions(
            wrong ? 0 : 1,
            wrong ? List.of(2) : VerificationOptions.USUAL.workers(),
            wrong ? List.of("spawn") : VerificationOptions.USUAL.startMethods(),
            VerificationOptions.USUAL.seeds(),
            Tolerance.USUAL,
            OptionalInt.of(Integer.parseInt(header(text, "timeout").orElse("30"))),
            OptionalLong.empty(),
            Optional.empty());
    return VerifierTest.verify(
        VerificationRequest.of(
            shared + text.substring(0, at),
            shared + text.substring(at + SEPARATOR.length()),
            options));
  }

  private static Optional<String> header(String text, String name) {
    String start = "# " + name + ": ";
    return text.lines()
        .filter(each -> each.startsWith(start))
        .findFirst()
        .map(each -> each.substring(start.length()));
  }

  private static String describe(VerificationReport report) {
    StringBuilder text = new StringBuilder(report.summary()).append('\n');
    report.checklist().forEach(each -> text.append(each).append('\n'));
    report.differences().forEach(each -> text.append(each.sentence()).append('\n'));
    return text.toString();
  }
}

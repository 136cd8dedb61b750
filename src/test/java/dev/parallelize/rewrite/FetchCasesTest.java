package dev.parallelize.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Decision;
import dev.parallelize.strategy.Environment;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.strategy.Strategy;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judge;
import dev.parallelize.workload.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that fetch, before and after; each emitted program is run against a real server. With {@code
 * -Dcases.update=true} the expected files are written anew.
 */
class FetchCasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/parallelize/rewrite");
  private static final Environment MACHINE =
      new Environment(2, 8L << 30, false, Set.of(), PythonVersion.DEFAULT);
  private static FetchServer server;

  @BeforeAll
  static void startServer() throws IOException {
    server = new FetchServer(CASES.resolve("server.py"));
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  static Stream<Path> cases() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String strategy : List.of("asyncio-aiohttp", "hybrid")) {
      try (Stream<Path> found = Files.list(CASES.resolve(strategy))) {
        found.filter(Files::isDirectory).sorted().forEach(folders::add);
      }
    }
    return folders.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rewritesAndRuns(Path folder, @TempDir Path work) throws IOException, InterruptedException {
    JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
    PythonSource before = PythonSource.of(Files.readString(folder.resolve("before.py")));
    String candidate = expect.get("candidate").asText();
    Strategy strategy = Strategies.named(folder.getParent().getFileName().toString()).orElseThrow();
    Judgement judgement = judgement(before, candidate);
    Decision decision = strategy.decide(judgement, MACHINE, Options.DEFAULT);
    if (expect.has("refused")) {
      assertThat(decision).isInstanceOf(Decision.DoesNotApply.class);
      assertThat(decision.reason()).contains(expect.get("refused").asText());
      return;
    }
    String after = rewritten(before, strategy, candidate);
    Path expected = folder.resolve("after.py");
    if (Boolean.getBoolean("cases.update")) {
      Files.writeString(expected, after);
    }
    assertThat(after).isEqualTo(Files.readString(expected));
    Python.Outcome was = Python.run(before.text(), work, server.address());
    Python.Outcome now = Python.run(after, work, server.address());
    assertThat(now.output()).isEqualTo(was.output());
    assertThat(now.status()).as(now.errors()).isEqualTo(was.status());
    assertThat(now.errors()).doesNotContain("never retrieved", "was destroyed");
    assertAtHome(before.text(), after, work);
  }

  private static String rewritten(PythonSource source, Strategy strategy, String candidate) {
    Judgement judgement = judgement(source, candidate);
    Decision decision = strategy.decide(judgement, MACHINE, Options.DEFAULT);
    assertThat(decision).as(decision.reason()).isInstanceOf(Decision.Applies.class);
    RewriteResult result =
        Rewriters.rewrite(
            judgement,
            ((Decision.Applies) decision).plan(),
            Options.DEFAULT,
            PythonVersion.DEFAULT);
    if (result instanceof RewriteResult.First first) {
      return rewritten(Edits.apply(source, first.edits()), strategy, candidate);
    }
    assertThat(result).isInstanceOf(RewriteResult.Rewritten.class);
    return Edits.apply(source, ((RewriteResult.Rewritten) result).rewrite().edits()).text();
  }

  private static Judgement judgement(PythonSource source, String candidate) {
    ParseResult parsed = PythonParser.parse(source, PythonVersion.DEFAULT);
    assertThat(parsed).isInstanceOf(ParseResult.Parsed.class);
    Program program =
        Analysis.analyze(
            ((ParseResult.Parsed) parsed).tree(), Knowledge.standard(), Assumptions.none());
    List<Judgement> all = Judge.judge(program);
    return all.stream()
        .filter(j -> j.candidate().id().equals(candidate))
        .findFirst()
        .orElseThrow(() -> new AssertionError(all.stream().map(j -> j.candidate().id()).toList()));
  }

  /** What ruff has nothing to say of before, it has nothing to say of after. */
  private static void assertAtHome(String before, String after, Path work)
      throws IOException, InterruptedException {
    for (List<String> check :
        List.of(List.of("check", "-q", "--no-cache"), List.of("format", "-q", "--check"))) {
      if (ruff(check, before, work).status() == 0) {
        Python.Outcome outcome = ruff(check, after, work);
        assertThat(outcome.status()).as(check + outcome.output() + "\n" + after).isZero();
      }
    }
  }

  private static Python.Outcome ruff(List<String> arguments, String code, Path work)
      throws IOException, InterruptedException {
    Path file = Files.writeString(work.resolve("checked.py"), code);
    List<String> command = new ArrayList<>(List.of(Python.tool("ruff").toString()));
    command.addAll(arguments);
    command.add("--isolated");
    boolean wide = code.lines().anyMatch(l -> l.length() > 88);
    if (arguments.get(0).equals("format")) {
      command.addAll(List.of("--line-length", wide ? "120" : "88"));
    }
    command.add(file.toString());
    return Python.command(work, command);
  }
}

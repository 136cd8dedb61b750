package dev.parallelize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, their help, and what they end with. */
class CommandLineTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("a.py"), "def f(x):\n    return x\n");
    Files.write(folder.resolve("latin.py"), new byte[] {'x', '=', '"', (byte) 0xe4, '"'});
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "analyze", "classify", "transform", "verify", "stdio", "serve"})
  void eachCommandHasHelp(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out()).contains("Usage: parallelize " + command).contains("--help");
    assertThat(err()).isEmpty();
  }

  @Test
  void theProgramNamesItsCommandsAndExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out()).contains("analyze").contains("stdio").contains("Exit codes:");
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(run()).isEqualTo(2);
    assertThat(err()).contains("Usage:");
  }

  @Test
  void wrongUsageSaysWhatIsWrong() {
    assertThat(run("transform", "a.py")).isEqualTo(2);
    assertThat(err()).contains("--candidate");
  }

  @Test
  void anAssumptionHasAKindAndATarget() {
    assertThat(run("analyze", "a.py", "--assume", "pure")).isEqualTo(2);
    assertThat(err()).contains("KIND:TARGET");
  }

  @Test
  void anUnknownAssumptionIsRefused() {
    assertThat(run("analyze", "a.py", "--assume", "nice:f")).isEqualTo(2);
    assertThat(err()).startsWith("invalid-argument: There is no assumption of kind 'nice'.");
  }

  @Test
  void sumsOfGroupsMayBeRegroupedWhereThatIsAssumed() throws IOException {
    Files.writeString(
        folder.resolve("sums.py"),
        """
        import pandas as pd

        frame = pd.DataFrame({"shop": ["a", "b", "a"], "paid": [0.1, 0.2, 0.3]})
        sums = {shop: sales["paid"].sum() for shop, sales in frame.groupby("shop")}
        """);
    String[] call = {
      "transform", "sums.py", "--candidate", "<module>/comprehension/1", "--format", "json"
    };
    String[] named =
        Stream.concat(Stream.of(call), Stream.of("--strategy=pandas-vectorize"))
            .toArray(String[]::new);

    assertThat(run(named)).isEqualTo(1);
    assertThat(out()).contains("the assumption reassociable for `paid` allows that");
    out.reset();
    String[] assumed =
        Stream.concat(Stream.of(named), Stream.of("--assume=reassociable:paid"))
            .toArray(String[]::new);
    assertThat(run(assumed)).isZero();
    assertThat(out())
        .contains("paid_sums = frame.groupby")
        .contains("\"kind\" : \"reassociable\"", "\"target\" : \"paid\"");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(run("analyze", "missing.py")).isEqualTo(2);
    assertThat(err()).startsWith("not-found: There is no file or folder 'missing.py'.");
    assertThat(out()).isEmpty();
  }

  @Test
  void anUndecodableFileIsASyntaxErrorWithItsPlace() {
    assertThat(run("analyze", "latin.py")).isEqualTo(2);
    assertThat(err()).startsWith("syntax-error: 'latin.py'").contains("line 1");
  }

  @Test
  void asJsonAnErrorIsTheToolsAnswer() {
    assertThat(run("analyze", "missing.py", "--format", "json")).isEqualTo(2);
    assertThat(out()).contains("\"code\" : \"not-found\"");
    assertThat(err()).isEmpty();
  }

  @Test
  void aServerForOthersNeedsAToken() {
    assertThat(run("serve", "--host", "0.0.0.0")).isEqualTo(2);
    assertThat(err()).contains("--token-file");
  }

  @Test
  void controlCharactersOfAProgramAreSpeltOut() {
    assertThat(Texts.visible("a\u001b[2Jb\u202ec\td\n")).isEqualTo("a\\u001b[2Jb\\u202ec\td\n");
  }

  @Test
  void columnsStandUnderEachOther() {
    Table table = new Table();
    table.row("a", "bb", "c");
    table.row("aaa", "ä", "");
    assertThat(table).hasToString("a    bb  c\naaa  ä\n");
  }

  private int run(String... arguments) {
    return CommandRun.run(folder, out, err, arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The protocol's official conformance suite against our HTTP transport: what each revision requires. The suite itself
 * fails when a listed failure no longer happens.
 */
class ConformanceTest {
  private static ConformanceServer server;

  @TempDir Path results;

  @BeforeAll
  static void serve() {
    server = new ConformanceServer();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void allThatTheNewestRevisionWithAHandshakeRequires() throws Exception {
    ForeignProgram suite = suite("2025-11-25");

    assertThat(suite.status()).as(suite.everything()).isZero();
    assertThat(suite.out()).contains("✓ elicitation-sep1330-enums").doesNotContain("✗");
  }

  @Test
  void theStatelessRevisionButForWhatIsListed() throws Exception {
    Path listed = Path.of("src/test/resources/conformance/expected-failures-2026-07-28.yml");

    ForeignProgram suite =
        suite("2026-07-28", "--expected-failures", listed.toAbsolutePath().toString());

    assertThat(suite.status()).as(suite.everything()).isZero();
    assertThat(suite.out()).contains("✓ caching", "Baseline check passed");
  }

  private ForeignProgram suite(String revision, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("server", "--url", server.url(), "--requirements", revision));
    arguments.addAll(List.of(more));
    return ForeignProgram.run(
        results, ForeignClients.npm("conformance", arguments.toArray(String[]::new)));
  }
}

package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar, used by clients that are not ours: the Inspector's command line and the SDKs of Python and TypeScript. */
class ForeignClientsIT {
  private static final Path PROGRAM = Path.of("src/test/clients/squares.py").toAbsolutePath();

  @TempDir static Path folder;
  private static Process httpServer;
  private static String url;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    Files.copy(PROGRAM, folder.resolve("squares.py"));
    int port = PackagedProgram.freePort();
    url = "http://127.0.0.1:" + port + "/mcp";
    httpServer =
        PackagedProgram.start(
            "serve", "--port", Integer.toString(port), "--root", folder.toString());
    PackagedProgram.awaitHealth(port);
  }

  @AfterAll
  static void end() throws InterruptedException {
    httpServer.destroy();
    PackagedProgram.end(httpServer);
  }

  @ParameterizedTest
  @CsvSource({"stdio, legacy", "stdio, modern", "http, legacy", "http, modern"})
  void theInspectorCallsATool(String transport, String era) throws Exception {
    List<String> command = new ArrayList<>(ForeignClients.npm("mcp-inspector", "--cli"));
    command.addAll(target(transport));
    command.addAll(List.of("--protocol-era", era, "--method", "tools/call"));
    command.addAll(List.of("--tool-name", "analyze", "--tool-arg", "path=squares.py"));

    JsonNode answer = answer(command);

    assertThat(answer.at("/structuredContent/candidates/0/id").asText()).isEqualTo("report/for/1");
    assertThat(answer.path("_meta").has("io.modelcontextprotocol/serverInfo"))
        .isEqualTo(era.equals("modern"));
  }

  @Test
  void theInspectorFindsTheToolsFitForAllHosts() throws Exception {
    List<String> command = new ArrayList<>(ForeignClients.npm("mcp-inspector", "--cli", url));
    command.addAll(List.of("--method", "tools/list", "--strict"));

    ForeignProgram strict = ForeignProgram.run(folder, command);

    assertThat(strict.status()).as(strict.everything()).isZero();
    assertThat(strict.err()).isBlank();
  }

  @ParameterizedTest
  @CsvSource({"stdio, auto, 2026-07-28", "http, legacy, 2025-11-25"})
  void thePythonSdkCallsAllTools(String transport, String mode, String protocol) throws Exception {
    List<String> command =
        ForeignClients.python("call_tools.py", mode, PROGRAM.toString(), transport);
    command.addAll(target(transport));

    assertThat(answer(command)).isEqualTo(allTools(protocol));
  }

  @ParameterizedTest
  @CsvSource({"stdio, first, 2025-11-25", "http, auto, 2026-07-28"})
  void theTypeScriptSdkCallsAllTools(String transport, String mode, String protocol)
      throws Exception {
    List<String> command =
        ForeignClients.script("call-tools.mjs", mode, PROGRAM.toString(), transport);
    command.addAll(target(transport));

    assertThat(answer(command)).isEqualTo(allTools(protocol));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, server-initialize",
    "2025-11-25, tools-list",
    "2025-11-25, resources-list",
    "2026-07-28, prompts-list",
    "2026-07-28, caching",
    "2026-07-28, http-header-validation"
  })
  void theConformanceSuiteAcceptsTheServerAsItIs(String revision, String scenario)
      throws Exception {
    ForeignProgram suite =
        ForeignProgram.run(
            folder,
            ForeignClients.npm(
                "conformance",
                "server",
                "--url",
                url,
                "--spec-version",
                revision,
                "--scenario",
                scenario));

    assertThat(suite.status()).as(suite.everything()).isZero();
  }

  private static JsonNode answer(List<String> command) throws IOException, InterruptedException {
    ForeignProgram client = ForeignProgram.run(folder, command);
    assertThat(client.status()).as(client.everything()).isZero();
    return StdioClient.JSON.readTree(client.out());
  }

  private static List<String> target(String transport) {
    return transport.equals("http")
        ? List.of(url)
        : List.of(PackagedProgram.JAVA, "-jar", PackagedProgram.JAR, "stdio");
  }

  private static JsonNode allTools(String protocol) throws IOException {
    return StdioClient.JSON.readTree(
        """
        {"protocol": "%s", "tools": ["analyze", "classify", "transform", "verify"], "pages": %d,
         "analyze": "report/for/1", "classify": "report/for/1", "transform": "transformed",
         "verify": "equivalent", "progress": true}
        """
            .formatted(protocol, SkillPages.resources().size() + 1));
  }
}

package dev.parallelize.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code tools.json} is what clients rely on: exactly what the running server answers to {@code tools/list}. */
@QuarkusTest
class ToolsJsonTest {
  private static final Path FILE = Path.of("tools.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Run with {@code -Dtools.json=write} to rewrite the file; review the difference. */
  @Test
  void toolsJsonIsTheAnswerToToolsList() throws IOException {
    String answered = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list()) + "\n";
    if ("write".equals(System.getProperty("tools.json"))) {
      Files.writeString(FILE, answered);
    }
    assertThat(Files.readString(FILE)).isEqualTo(answered);
  }

  private static JsonNode list() throws IOException {
    String session =
        post(
                "",
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}")
            .header("Mcp-Session-Id");
    return JSON.readTree(post(session, "tools/list", "{}").asString()).get("result");
  }

  private static io.restassured.response.Response post(
      String session, String method, String params) {
    return given()
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("Mcp-Session-Id", session)
        .body(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + "}")
        .post("/mcp");
  }
}

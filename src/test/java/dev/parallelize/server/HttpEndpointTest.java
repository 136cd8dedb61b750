package dev.parallelize.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP endpoint as a client with nothing but HTTP sees it. */
@QuarkusTest
class HttpEndpointTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

  @Test
  void initializeOpensASession() {
    post(null, initialize("2025-06-18"))
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .header("Mcp-Session-Id", notNullValue())
        .body("result.protocolVersion", equalTo("2025-06-18"))
        .body("result.serverInfo.name", equalTo("python-parallelization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25"})
  void eachRevisionIsAgreedOn(String revision) {
    post(null, initialize(revision)).then().body("result.protocolVersion", equalTo(revision));
  }

  @Test
  void toolsAreListedInTheOrderOfTheirUse() {
    post(open(), request("tools/list", "{}"))
        .then()
        .statusCode(200)
        .body(
            "result.tools.name",
            equalTo(java.util.List.of("analyze", "classify", "transform", "verify")))
        .body("result.tools.annotations.readOnlyHint", hasItems(true))
        .body("result.tools.outputSchema.type", hasItems("object"));
  }

  @Test
  void wrongArgumentsAreAnAnswer() {
    post(open(), request("tools/call", "{\"name\":\"analyze\",\"arguments\":{}}"))
        .then()
        .statusCode(200)
        .body("result.isError", equalTo(true))
        .body("result.structuredContent.error.code", equalTo("invalid-argument"))
        .body("result.content[0].text", containsString("invalid-argument"));
  }

  @Test
  void noFileCanBeNamedUnlessConfigured() {
    post(
            open(),
            request(
                "tools/call", "{\"name\":\"analyze\",\"arguments\":{\"path\":\"/etc/passwd\"}}"))
        .then()
        .body("result.structuredContent.error.code", equalTo("outside-roots"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Origin | http://evil.example",
        "Origin | null",
        "Origin | http://localhost.evil.example",
        "Origin | http://localhost",
        "Host | evil.example",
        "Host | localhost.evil.example",
        "Host | 127.0.0.1",
        "Host | 127.0.0.1:1"
      })
  void foreignOriginsAndHostsAreForbidden(String header, String value) {
    json().header(header, value).body(initialize("2025-06-18")).post("/mcp").then().statusCode(403);
    json().header(header, value).get("/mcp").then().statusCode(403);
    pong(open());
  }

  @Test
  void theServersOwnOriginIsAllowed() {
    String own = "http://localhost:" + io.restassured.RestAssured.port;
    json().header("Origin", own).body(initialize("2025-06-18")).post("/mcp").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "7", "[{}]", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"x\"}"})
  void bodiesThatAreNoMessageAreBadRequests(String body) {
    String session = open();
    post(session, body).then().statusCode(400).body("error.code", notNullValue());
    pong(session);
  }

  @Test
  void deepJsonIsABadRequest() {
    String session = open();
    post(session, "[".repeat(100_000)).then().statusCode(400).body("error.code", equalTo(-32700));
    pong(session);
  }

  @Test
  void largeBodiesAreRefused() {
    String session = open();
    Response refused = post(session, "\"" + "x".repeat(Limits.MESSAGE_BYTES + 1) + "\"");
    assertThat(refused.statusCode()).isEqualTo(413);
    pong(session);
  }

  @Test
  void headersMustFitTheProtocol() {
    String session = open();
    given().contentType("text/plain").accept("*/*").body(PING).post("/mcp").then().statusCode(415);
    given()
        .contentType("application/json")
        .accept("text/html")
        .body(PING)
        .post("/mcp")
        .then()
        .statusCode(406);
    json()
        .header("MCP-Protocol-Version", "1999-01-01")
        .body(PING)
        .post("/mcp")
        .then()
        .statusCode(400);
    json().body(PING).post("/mcp").then().statusCode(400);
    json().header("Mcp-Session-Id", "made-up").body(PING).post("/mcp").then().statusCode(404);
    json().body(PING).put("/mcp").then().statusCode(405);
    pong(session);
  }

  @Test
  void unknownMethodsAndNotifications() {
    String session = open();
    post(session, request("no/such", "{}")).then().body("error.code", equalTo(-32601));
    post(session, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/no-such\"}")
        .then()
        .statusCode(202);
    post(
            session,
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}")
        .then()
        .statusCode(202);
    pong(session);
  }

  @Test
  void aDeletedSessionIsGone() {
    String session = open();
    json().header("Mcp-Session-Id", session).delete("/mcp").then().statusCode(204);
    post(session, PING).then().statusCode(404);
  }

  @Test
  void manyUnclosedSessionsDoNotKeepOthersOut() {
    for (int i = 0; i < Limits.SESSIONS + 20; i++) {
      open();
    }
    pong(open());
  }

  @Test
  void theStatelessRevisionNeedsNoHandshake() {
    stateless("tools/list", "{}", Map.of())
        .then()
        .statusCode(200)
        .body("result.resultType", equalTo("complete"))
        .body("result.cacheScope", equalTo("private"))
        .body("result.tools.size()", equalTo(4));
    stateless("server/discover", "{}", Map.of())
        .then()
        .statusCode(200)
        .body("result.supportedVersions", hasItems("2026-07-28"));
    stateless("ping", "{}", Map.of()).then().statusCode(404);
    stateless("tools/list", "{}", Map.of("Mcp-Method", "tools/call"))
        .then()
        .statusCode(400)
        .body("error.code", equalTo(-32020));
  }

  @Test
  void healthIsUp() {
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
  }

  private static Response stateless(String method, String params, Map<String, String> headers) {
    String meta =
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    String body = request(method, params.equals("{}") ? "{" + meta + "}" : params);
    RequestSpecification request = json().header("MCP-Protocol-Version", "2026-07-28");
    return request
        .header("Mcp-Method", headers.getOrDefault("Mcp-Method", method))
        .body(body)
        .post("/mcp");
  }

  private static String open() {
    return post(null, initialize("2025-11-25")).then().extract().header("Mcp-Session-Id");
  }

  private static void pong(String session) {
    post(session, PING).then().statusCode(200).body("id", equalTo(1)).body("error", nullValue());
  }

  private static Response post(String session, String body) {
    RequestSpecification request = json();
    if (session != null) {
      request.header("Mcp-Session-Id", session);
    }
    return request.body(body).post("/mcp");
  }

  private static RequestSpecification json() {
    return given()
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream");
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  private static String initialize(String revision) {
    return request(
        "initialize",
        "{\"protocolVersion\":\""
            + revision
            + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}");
  }
}

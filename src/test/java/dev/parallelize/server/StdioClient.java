package dev.parallelize.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that sends raw bytes and reads what comes back, line by line. */
final class StdioClient {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;

  private final OutputStream toServer;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private int pings;

  StdioClient(OutputStream toServer, InputStream fromServer) {
    this.toServer = toServer;
    Thread reader = new Thread(() -> read(fromServer), "test-client");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream in) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        received.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      received.add(JSON.createObjectNode().put("broken", e.toString()));
    }
  }

  StdioClient sendBytes(byte[] bytes) {
    try {
      toServer.write(bytes);
      toServer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  StdioClient send(String line) {
    return sendBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The next message from the server, whatever it is. */
  JsonNode next() {
    try {
      JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the server said nothing");
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean heardNothing() {
    return received.isEmpty();
  }

  JsonNode initialize() {
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
            + "\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}");
    JsonNode answer = next();
    send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    return answer;
  }

  /** Pings, and expects the pong to be the next message. */
  void expectPong() {
    String id = "ping-" + pings++;
    send("{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"method\":\"ping\"}");
    JsonNode answer = next();
    if (!answer.path("id").asText().equals(id) || !answer.has("result")) {
      throw new AssertionError("expected a pong, got " + answer);
    }
  }

  static String callTool(Object id, String tool, JsonNode arguments) {
    return JSON.createObjectNode()
        .put("jsonrpc", "2.0")
        .putPOJO("id", id)
        .put("method", "tools/call")
        .<com.fasterxml.jackson.databind.node.ObjectNode>set(
            "params",
            JSON.createObjectNode()
                .put("name", tool)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("arguments", arguments)
                .set("_meta", JSON.createObjectNode().putPOJO("progressToken", id)))
        .toString();
  }
}

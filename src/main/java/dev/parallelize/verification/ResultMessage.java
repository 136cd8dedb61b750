package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What the sandbox's process 1 says of a run that it has watched to the end. */
final class ResultMessage {
  private ResultMessage() {}

  /** The run as the message tells it; its time is what was measured here. */
  static SandboxRun toRun(JsonNode result, SandboxTier tier, double seconds) {
    Map<String, Long> peaks = new LinkedHashMap<>();
    result
        .path("peaks")
        .properties()
        .forEach(each -> peaks.put(each.getKey(), each.getValue().asLong()));
    Map<String, String> reports = new LinkedHashMap<>();
    result
        .path("reports")
        .properties()
        .forEach(each -> reports.put(each.getKey(), each.getValue().asText()));
    return new SandboxRun(
        outcome(result),
        tier,
        seconds,
        result.path("cpuSeconds").asDouble(),
        integer(result.path("exitStatus")),
        integer(result.path("signal")),
        result.path("stdout").asText(),
        result.path("stderr").asText(),
        peaks,
        Json.texts(result.path("leftoverProcesses")),
        Json.texts(result.path("sharedMemory")),
        Json.texts(result.path("temporaryFiles")),
        result.path("files"),
        reports);
  }

  private static Outcome outcome(JsonNode result) {
    String limit = result.path("limit").asText("");
    if (limit.equals("wall")) {
      return new Outcome.TimedOut();
    }
    if (!result.path("limit").isNull()) {
      return new Outcome.Limit(limit);
    }
    if (result.path("signal").isInt()) {
      return new Outcome.Failed("ended by signal " + result.path("signal").asInt());
    }
    int status = result.path("exitStatus").asInt(-1);
    return status == 0 ? new Outcome.Ok() : new Outcome.Failed("exit status " + status);
  }

  private static OptionalInt integer(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }
}

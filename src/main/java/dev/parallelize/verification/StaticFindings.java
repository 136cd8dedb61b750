package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the texts of the two versions show without running them; found by Python itself, in the sandbox.
 *
 * @param found the answer of {@code static.py}; empty when it could not look
 */
record StaticFindings(Optional<JsonNode> found) {
  /** A module that a version imports. */
  record Imported(String module, int line, boolean installed, boolean optional) {}

  /** A name that a version reads and never binds. */
  record Undefined(String name, int line) {}

  Optional<String> syntaxError(Version version) {
    JsonNode error = of(version).path("syntaxError");
    return error.isObject()
        ? Optional.of(
            error.path("message").asText() + " (line " + error.path("line").asText("?") + ")")
        : Optional.empty();
  }

  List<Imported> imports(Version version) {
    List<Imported> imports = new ArrayList<>();
    of(version)
        .path("imports")
        .forEach(
            each ->
                imports.add(
                    new Imported(
                        each.path("module").asText(),
                        each.path("line").asInt(),
                        each.path("found").asBoolean(),
                        each.path("optional").asBoolean())));
    return imports;
  }

  List<Undefined> undefined(Version version) {
    List<Undefined> names = new ArrayList<>();
    of(version)
        .path("undefined")
        .forEach(
            each ->
                names.add(new Undefined(each.path("name").asText(), each.path("line").asInt())));
    return names;
  }

  /** The functions that have another body, where nothing else changed and runs tell of their calls; else none. */
  List<String> changedInside() {
    return found.map(each -> Json.texts(each.path("changedInside"))).orElse(List.of());
  }

  /** Variables that the version binds outside loops. */
  List<String> lasting(Version version) {
    return Json.texts(of(version).path("lasting"));
  }

  /** Lines of blocks that a failure leaves while a pool's results are still on their way. */
  List<Integer> abandonedPools(Version version) {
    List<Integer> lines = new ArrayList<>();
    of(version).path("abandonedPools").forEach(each -> lines.add(each.asInt()));
    return lines;
  }

  /** The text that runs in place of the program's own: with functions that report, or with loops that can be replayed. */
  Optional<String> text(RunPlan plan) {
    if (plan.replays()) {
      return replayed();
    }
    return plan.instrumented()
        ? Optional.ofNullable(of(plan.version()).path("instrumented").textValue())
        : Optional.empty();
  }

  /** The original with loops that can be replayed; empty when the rewrite spreads none that was found. */
  Optional<String> replayed() {
    return Optional.ofNullable(replay().path("text").textValue());
  }

  int replayedLoops() {
    return replay().path("loops").asInt();
  }

  /** Imported functions that the transformed version hands to workers, and the original does not. */
  List<String> handedOn() {
    return Json.texts(replay().path("handed"));
  }

  /** Shared functions that a function which the rewrite adds calls once an item. */
  List<String> calledBy(String added) {
    return Json.texts(replay().path("calls").path(added));
  }

  private JsonNode replay() {
    return found.map(each -> each.path("replay")).orElse(Json.object());
  }

  List<String> sharedFunctions() {
    return found.map(each -> Json.texts(each.path("shared"))).orElse(List.of());
  }

  private JsonNode of(Version version) {
    return found.map(each -> each.path(version.label())).orElse(Json.object().path("none"));
  }
}

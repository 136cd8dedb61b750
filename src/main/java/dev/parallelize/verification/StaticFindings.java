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

  /** The text whose shared functions report that they are reached. */
  Optional<String> instrumented(Version version) {
    return Optional.ofNullable(of(version).path("instrumented").textValue());
  }

  List<String> sharedFunctions() {
    return found.map(each -> Json.texts(each.path("shared"))).orElse(List.of());
  }

  private JsonNode of(Version version) {
    return found.map(each -> each.path(version.label())).orElse(Json.object().path("none"));
  }
}

package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compares two captured values: type-strict, order kept, NaN equal to NaN, floats within the tolerance.
 *
 * <p>The form of the values is that of {@code snapshot.py}. Sets compare without order.
 */
final class ValueComparison {
  private static final int ENOUGH = 20;

  /** What an object may be given for its parallel work, which its user need not know of. */
  private static final Pattern OF_WORKERS =
      Pattern.compile("(_thread|threading|concurrent\\.futures|multiprocessing|asyncio)\\..*");

  private final Tolerance tolerance;
  private final List<Difference> differences = new ArrayList<>();
  private int roundings;

  ValueComparison(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  List<Difference> differences() {
    return differences;
  }

  /** Floats that were accepted although not every bit agreed. */
  int roundings() {
    return roundings;
  }

  void compare(String path, JsonNode a, JsonNode b) {
    if (differences.size() >= ENOUGH || a.equals(b)) {
      return;
    }
    if (a.isArray() && b.isArray()) {
      elements(path, a, b);
    } else if (a.isObject() && b.isObject()) {
      typed(path, a, b);
    } else {
      differ(path, a, b);
    }
  }

  private void elements(String path, JsonNode a, JsonNode b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      compare(path + "[" + i + "]", a.get(i), b.get(i));
    }
    if (a.size() != b.size()) {
      add("len(" + path + ")", Integer.toString(a.size()), Integer.toString(b.size()));
    }
  }

  private void typed(String path, JsonNode a, JsonNode b) {
    if (isEmptyColumn(a) && isEmptyColumn(b)) {
      return;
    }
    if (!a.path("$").equals(b.path("$")) || !a.path("dtype").equals(b.path("dtype"))) {
      differ(path, a, b);
      return;
    }
    if (a.path("$").asText().equals("float")) {
      floats(path, a, b);
    } else if (a.has("set") && b.has("set")) {
      sets(path, a.get("set"), b.get("set"));
    } else if (a.has("items") && b.has("items")) {
      items(path, a.get("items"), b.get("items"));
      attributes(path, a, b);
    } else if (a.has("raw") && b.has("raw")) {
      arrays(path, a, b);
    } else {
      fields(path, a, b);
    }
  }

  /** What type pandas gives to a column of nothing depends on how it was made, and tells nothing. */
  private static boolean isEmptyColumn(JsonNode value) {
    JsonNode shape = value.path("v").path("shape");
    return value.path("$").asText().equals("column") && shape.path(0).asInt(-1) == 0;
  }

  private void fields(String path, JsonNode a, JsonNode b) {
    int before = differences.size();
    for (String field :
        List.of(
            "columns",
            "index",
            "shape",
            "name",
            "re",
            "im",
            "up",
            "typecode",
            "sha256",
            "length",
            "v")) {
      if (a.has(field) || b.has(field)) {
        compare(field.equals("v") ? path : path + "." + field, a.path(field), b.path(field));
      }
    }
    attributes(path, a, b);
    if (before == differences.size()
        && !a.has("attributes")
        && !b.has("attributes")
        && a.path("opaque").asBoolean() != b.path("opaque").asBoolean()) {
      differ(path, a, b);
    }
  }

  private void attributes(String path, JsonNode a, JsonNode b) {
    if (!a.has("attributes") && !b.has("attributes")) {
      return;
    }
    TreeMap<String, JsonNode> theirs = new TreeMap<>();
    b.path("attributes").forEach(each -> theirs.put(each.path(0).asText(), each.path(1)));
    for (JsonNode each : a.path("attributes")) {
      String name = each.path(0).asText();
      JsonNode other = theirs.remove(name);
      if (other == null) {
        add(path + "." + name, Values.show(each.path(1)), "no such attribute");
      } else {
        compare(path + "." + name, each.path(1), other);
      }
    }
    theirs.values().removeIf(each -> OF_WORKERS.matcher(each.path("$").asText()).matches());
    theirs.forEach(
        (name, value) -> add(path + "." + name, "no such attribute", Values.show(value)));
  }

  private void items(String path, JsonNode a, JsonNode b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int before = differences.size();
      compare("key " + i + " of " + path, a.get(i).path(0), b.get(i).path(0));
      if (differences.size() > before) {
        return;
      }
      compare(path + "[" + Values.show(a.get(i).path(0)) + "]", a.get(i).path(1), b.get(i).path(1));
    }
    if (a.size() != b.size()) {
      add("len(" + path + ")", Integer.toString(a.size()), Integer.toString(b.size()));
    }
  }

  private void sets(String path, JsonNode a, JsonNode b) {
    List<String> left = sorted(a);
    List<String> right = sorted(b);
    if (!left.equals(right)) {
      List<String> lost = new ArrayList<>(left);
      right.forEach(lost::remove);
      left.forEach(right::remove);
      add(
          path,
          lost.isEmpty() ? "without more" : "with " + lost.get(0),
          right.isEmpty() ? "without" : "with " + right.get(0));
    }
  }

  private static List<String> sorted(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(Values.show(each)));
    texts.sort(null);
    return texts;
  }

  private void floats(String path, JsonNode a, JsonNode b) {
    Optional<Double> left = Values.number(a);
    Optional<Double> right = Values.number(b);
    if (left.isEmpty() || right.isEmpty() || !tolerance.accepts(left.get(), right.get())) {
      differ(path, a, b);
    } else {
      roundings++;
    }
  }

  /** Arrays and scalars of NumPy: equal bytes, or equal floats within the tolerance. */
  private void arrays(String path, JsonNode a, JsonNode b) {
    if (!a.path("shape").equals(b.path("shape"))) {
      add(path + ".shape", a.path("shape").toString(), b.path("shape").toString());
      return;
    }
    String type = a.path("dtype").asText();
    Optional<double[]> left = Values.doubles(type, a.path("raw").asText());
    Optional<double[]> right = Values.doubles(type, b.path("raw").asText());
    if (left.isEmpty() || right.isEmpty() || left.get().length != right.get().length) {
      bytes(path, a, b);
      return;
    }
    for (int i = 0; i < left.get().length; i++) {
      double x = left.get()[i];
      double y = right.get()[i];
      if (!tolerance.accepts(x, y)) {
        add(
            path + (left.get().length == 1 ? "" : ".flat[" + i + "]"),
            Double.toString(x),
            Double.toString(y));
        return;
      }
      roundings += Double.doubleToLongBits(x) == Double.doubleToLongBits(y) ? 0 : 1;
    }
  }

  private void bytes(String path, JsonNode a, JsonNode b) {
    byte[] left = Base64.getDecoder().decode(a.path("raw").asText());
    byte[] right = Base64.getDecoder().decode(b.path("raw").asText());
    int at = java.util.Arrays.mismatch(left, right);
    if (at >= 0) {
      int width = Math.max(1, Values.width(a.path("dtype").asText()));
      add(
          path + ".flat[" + at / width + "]",
          Values.element(a, at / width),
          Values.element(b, at / width));
    }
  }

  private void differ(String path, JsonNode a, JsonNode b) {
    add(path, Values.show(a), Values.show(b));
  }

  private void add(String path, String a, String b) {
    differences.add(new Difference(path, a, b, ""));
  }

  static ByteBuffer buffer(String base64) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
  }
}

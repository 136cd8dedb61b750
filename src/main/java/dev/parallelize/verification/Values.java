package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and shows single captured values. */
final class Values {
  private static final int SHOWN_ELEMENTS = 6;

  private Values() {}

  /** Roughly as Python would write it. */
  static String show(JsonNode value) {
    if (value.isMissingNode()) {
      return "nothing";
    }
    if (value.isNull()) {
      return "None";
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? "True" : "False";
    }
    if (value.isTextual()) {
      return "'" + value.asText() + "'";
    }
    if (value.isArray()) {
      return "[" + elements(value) + "]";
    }
    return value.isObject() ? object(value) : value.asText();
  }

  private static String object(JsonNode value) {
    String type = value.path("$").asText();
    if (type.equals("float") || type.equals("int") || value.path("v").isTextual()) {
      return type.equals("float") || type.equals("int")
          ? value.path("v").asText()
          : type + "(" + value.path("v").asText() + ")";
    }
    if (type.equals("tuple")) {
      return "(" + elements(value.path("v")) + ")";
    }
    if (value.has("items")) {
      List<String> items = new ArrayList<>();
      for (JsonNode each : value.path("items")) {
        if (items.size() == SHOWN_ELEMENTS) {
          items.add("…");
          break;
        }
        items.add(show(each.path(0)) + ": " + show(each.path(1)));
      }
      return (type.equals("dict") ? "" : type) + "{" + String.join(", ", items) + "}";
    }
    if (value.has("set")) {
      return type + "{" + elements(value.path("set")) + "}";
    }
    if (value.has("attributes")) {
      List<String> shown = new ArrayList<>();
      value
          .path("attributes")
          .forEach(each -> shown.add(each.path(0).asText() + "=" + show(each.path(1))));
      return type + "(" + String.join(", ", shown) + ")";
    }
    if (value.has("raw")) {
      return type
          + "(dtype="
          + value.path("dtype").asText()
          + ", "
          + element(value, 0)
          + (value.has("shape") ? ", …" : "")
          + ")";
    }
    return value.has("v") ? type + "(" + show(value.path("v")) + ")" : "a " + type;
  }

  private static String elements(JsonNode array) {
    List<String> shown = new ArrayList<>();
    for (JsonNode each : array) {
      if (shown.size() == SHOWN_ELEMENTS) {
        shown.add("… " + array.size() + " in all");
        break;
      }
      shown.add(show(each));
    }
    return String.join(", ", shown);
  }

  static Optional<Double> number(JsonNode value) {
    String text = value.path("v").asText();
    return switch (text) {
      case "nan" -> Optional.of(Double.NaN);
      case "inf" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
      default -> {
        try {
          yield Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException notOurs) {
          yield Optional.empty();
        }
      }
    };
  }

  /** Bytes of one element of a NumPy type such as {@code <f8}. */
  static int width(String dtype) {
    String digits = dtype.replaceFirst("^[<>|=]?[a-zA-Z?]", "");
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException structured) {
      return 1;
    }
  }

  /** The elements of a little-endian floating or complex array; empty for every other type. */
  static Optional<double[]> doubles(String dtype, String base64) {
    ByteBuffer buffer = ValueComparison.buffer(base64);
    return switch (dtype) {
      case "<f8", "<c16" -> {
        double[] values = new double[buffer.remaining() / 8];
        buffer.asDoubleBuffer().get(values);
        yield Optional.of(values);
      }
      case "<f4", "<c8" -> {
        double[] values = new double[buffer.remaining() / 4];
        for (int i = 0; i < values.length; i++) {
          values[i] = buffer.getFloat();
        }
        yield Optional.of(values);
      }
      default -> Optional.empty();
    };
  }

  /** One element of an array for a person. */
  static String element(JsonNode array, int at) {
    String type = array.path("dtype").asText();
    ByteBuffer buffer = ValueComparison.buffer(array.path("raw").asText());
    int width = width(type);
    if ((at + 1) * width > buffer.capacity()) {
      return "nothing";
    }
    return switch (type) {
      case "<f8" -> Double.toString(buffer.getDouble(at * 8));
      case "<f4" -> Float.toString(buffer.getFloat(at * 4));
      case "<i8" -> Long.toString(buffer.getLong(at * 8));
      case "<i4" -> Integer.toString(buffer.getInt(at * 4));
      case "<i2" -> Short.toString(buffer.getShort(at * 2));
      case "|u1" -> Integer.toString(Byte.toUnsignedInt(buffer.get(at)));
      case "|b1" -> buffer.get(at) == 0 ? "False" : "True";
      default -> "element " + at + " of type " + type;
    };
  }
}

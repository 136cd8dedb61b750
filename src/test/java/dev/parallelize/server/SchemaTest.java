package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.ClassifyAnswer;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.TransformAnswer;
import dev.parallelize.workflow.VerifyAnswer;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools' schemas say what the answer records hold, field by field, in words that all hosts understand. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PLAIN =
      Set.of(
          "type", "description", "properties", "required", "items", "enum", "minimum", "maximum");
  private static final Map<Class<?>, String> SCALARS =
      Map.of(
          String.class, "string",
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          Long.class, "integer",
          double.class, "number",
          Double.class, "number",
          boolean.class, "boolean");

  @Test
  void answersAreWhatTheOutputSchemasSay() throws IOException {
    Map<String, Class<?>> answers =
        Map.of(
            "analyze", AnalyzeAnswer.class,
            "classify", ClassifyAnswer.class,
            "transform", TransformAnswer.class,
            "verify", VerifyAnswer.class);
    for (Map.Entry<String, Class<?>> answer : answers.entrySet()) {
      JsonNode schema = description(answer.getKey()).get("outputSchema");
      Set<String> fields = names(schema.get("properties"));
      assertThat(fields.remove("error")).as("errors fit the schema").isTrue();
      assertThat(schema.has("required")).as("errors have none of the fields").isFalse();
      assertThat(fields).isEqualTo(components(answer.getValue()).keySet());
      components(answer.getValue())
          .forEach(
              (name, c) -> compare(c.getGenericType(), schema.at("/properties/" + name), name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "classify", "transform", "verify"})
  void descriptionsAreComplete(String tool) throws IOException {
    JsonNode description = description(tool);
    assertThat(description.get("name").asText()).isEqualTo(tool);
    assertThat(description.get("description").asText()).matches("(?s)[A-Z][^.]*; use it .*");
    assertThat(names(description.get("annotations")))
        .containsExactlyInAnyOrder(
            "title", "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
    plain(description.get("inputSchema"));
    plain(description.get("outputSchema"));
  }

  /** Compares a type with its schema, and so on downwards. */
  private static void compare(Type type, JsonNode schema, String path) {
    if (type instanceof ParameterizedType p && p.getRawType() == Optional.class) {
      compare(p.getActualTypeArguments()[0], schema, path);
    } else if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      assertThat(schema.get("type").asText()).as(path).isEqualTo("array");
      compare(p.getActualTypeArguments()[0], schema.get("items"), path + "[]");
    } else {
      compare((Class<?>) type, schema, path);
    }
  }

  private static void compare(Class<?> type, JsonNode schema, String path) {
    if (type.isRecord()) {
      assertThat(schema.get("type").asText()).as(path).isEqualTo("object");
      Map<String, RecordComponent> components = components(type);
      assertThat(names(schema.get("properties"))).as(path).isEqualTo(components.keySet());
      Set<String> required = new TreeSet<>();
      schema.path("required").forEach(r -> required.add(r.asText()));
      components.values().removeIf(c -> c.getType() == Optional.class);
      assertThat(path.endsWith("error") ? components.keySet() : required)
          .as("required of " + path)
          .isEqualTo(components.keySet());
      components(type)
          .forEach(
              (n, c) -> compare(c.getGenericType(), schema.at("/properties/" + n), path + "." + n));
    } else if (type.isEnum()) {
      assertThat(schema.get("type").asText()).as(path).isEqualTo("string");
      if (type != ErrorCode.class) {
        List<String> words =
            Arrays.stream(type.getEnumConstants()).map(e -> AnswerJson.word((Enum<?>) e)).toList();
        assertThat(
                StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(JsonNode::asText))
            .as(path)
            .containsExactlyInAnyOrderElementsOf(words);
      }
    } else {
      assertThat(schema.get("type").asText()).as(path).isEqualTo(SCALARS.get(type));
    }
  }

  private static Map<String, RecordComponent> components(Class<?> type) {
    Map<String, RecordComponent> components = new TreeMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
      components.put(other == null ? component.getName() : other.value(), component);
    }
    return components;
  }

  private static void plain(JsonNode schema) {
    assertThat(PLAIN).containsAll(names(schema));
    schema.path("properties").forEach(SchemaTest::plain);
    if (schema.has("items")) {
      plain(schema.get("items"));
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode description(String tool) throws IOException {
    return JSON.readTree(SchemaTest.class.getResourceAsStream(tool + ".json"));
  }
}

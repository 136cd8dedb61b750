package dev.parallelize.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.WorkflowError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Answers as JSON: fields in camelCase, enum values in kebab-case, absent values left out. */
public final class AnswerJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new SimpleModule().addSerializer(new KebabCase()))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private AnswerJson() {}

  /** The answer, or {@code {"error": …}}, on one line. */
  public static String line(Outcome<?> outcome) {
    try {
      return MAPPER.writeValueAsString(content(outcome));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same on many lines, for people. */
  public static String pretty(Outcome<?> outcome) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content(outcome));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as a map. */
  static Map<String, Object> map(Outcome<?> outcome) {
    return MAPPER.convertValue(content(outcome), OBJECT);
  }

  /** The word that JSON, options and messages use for an enum value. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object content(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      return new Failure(refused.error());
    }
    return ((Outcome.Answered<?>) outcome).answer();
  }

  private record Failure(WorkflowError error) {}

  private static final class KebabCase extends JsonSerializer<Enum<?>> {
    @Override
    @SuppressWarnings("unchecked")
    public Class<Enum<?>> handledType() {
      return (Class<Enum<?>>) (Class<?>) Enum.class;
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(word(value));
    }
  }
}

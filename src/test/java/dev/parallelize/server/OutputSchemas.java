package dev.parallelize.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;
import java.util.Set;

/** What an independent validator says of an answer and its schema. */
final class OutputSchemas {
  /** For the SDK's client, which then refuses answers that do not fit. */
  static final JsonSchemaValidator VALIDATOR = OutputSchemas::validate;

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private OutputSchemas() {}

  static Set<ValidationMessage> problems(JsonNode schema, JsonNode content) {
    return FACTORY.getSchema(schema).validate(content);
  }

  private static JsonSchemaValidator.ValidationResponse validate(
      Map<String, Object> schema, Object content) {
    Set<ValidationMessage> problems =
        problems(StdioClient.JSON.valueToTree(schema), StdioClient.JSON.valueToTree(content));
    return problems.isEmpty()
        ? JsonSchemaValidator.ValidationResponse.asValid(null)
        : JsonSchemaValidator.ValidationResponse.asInvalid(problems.toString());
  }
}

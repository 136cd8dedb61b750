package dev.parallelize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs read: SARIF and diffs. */
class FormatsTest {
  private static final String PROGRAM =
      """
      def weight(n):
          return sum(k * k % 97 for k in range(n))


      def weights(numbers):
          found = []
          for number in numbers:
              found.append(weight(number))
          return found


      def level(values):
          now = 0.0
          for value in values:
              now = 0.9 * now + value
          return now


      print(weights(range(20000, 20100)), level([1.0, 2.0]))
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void sarifIsValidAndTellsVerdictsAndHazards() throws IOException {
    Files.createDirectories(folder.resolve("my code"));
    Files.writeString(folder.resolve("my code/ä.py"), PROGRAM);
    Files.writeString(folder.resolve("my code/broken.py"), "def f(:\n");

    assertThat(run("analyze", "my code", "--format", "sarif")).isZero();

    JsonNode log = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(schema().validate(log)).isEmpty();
    JsonNode results = log.at("/runs/0/results");
    assertThat(texts(results, "ruleId")).contains("parallelizable", "sequential");
    JsonNode sequential =
        StreamSupport.stream(results.spliterator(), false)
            .filter(r -> r.get("ruleId").asText().equals("sequential"))
            .findFirst()
            .orElseThrow();
    assertThat(sequential.get("level").asText()).isEqualTo("none");
    assertThat(sequential.at("/relatedLocations/0/message/text").asText())
        .startsWith("loop-carried-dependence");
    assertThat(sequential.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .endsWith("%C3%A4.py");
    assertThat(log.at("/runs/0/invocations/0/toolExecutionNotifications").toString())
        .contains("broken.py");
  }

  @ParameterizedTest
  @CsvSource({"a.py,'\n',0", "b.py,'\r\n',0", "un ended.py,'\n',1", "ä.py,'\r\n',2"})
  void diffsApplyWithGit(String name, String lineEnd, int cutOff) throws Exception {
    String program = PROGRAM.replace("\n", lineEnd);
    Files.writeString(folder.resolve(name), program.substring(0, program.length() - cutOff));
    assertThat(rewrite(name, "code")).isZero();
    byte[] code = out.toByteArray();
    out.reset();
    assertThat(rewrite(name, "diff")).isZero();
    Files.write(folder.resolve("change.diff"), out.toByteArray());

    Process git =
        new ProcessBuilder("git", "apply", "change.diff")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();

    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    assertThat(Files.readAllBytes(folder.resolve(name))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"analyze,diff", "classify,sarif", "run,code"})
  void aFormatThatACommandDoesNotOfferIsRefused(String command, String format) throws IOException {
    Files.writeString(folder.resolve("a.py"), PROGRAM);

    assertThat(run(command, "a.py", "--format", format)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--format " + format);
    assertThat(out.size()).isZero();
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream text =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
    }
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.get(field).asText())
        .toList();
  }

  private int rewrite(String name, String format) {
    return run(
        "transform",
        name,
        "--candidate",
        "weights/for/1",
        "--strategy",
        "process-pool",
        "--format",
        format);
  }

  private int run(String... arguments) {
    return CommandRun.run(folder, out, err, arguments);
  }
}

package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code server.json} as the MCP registry wants it: the rules of its published schema of 2025-12-11 for the fields that are
 * used here, and those for images.
 */
class ServerJsonTest {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");
  private static final Pattern PROJECT_VERSION =
      Pattern.compile("<artifactId>python-parallelization</artifactId>\\s*<version>([^<]+)<");
  private static final Pattern LABEL =
      Pattern.compile("(?m)^LABEL io\\.modelcontextprotocol\\.server\\.name=\"([^\"]+)\"$");

  @Test
  void theServerIsDescribedWithinBounds() throws IOException {
    JsonNode server = server();

    assertThat(server.fieldNames())
        .toIterable()
        .containsExactly("$schema", "name", "title", "description", "version", "packages");
    assertThat(server.get("$schema").asText())
        .isEqualTo("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json");
    assertThat(server.get("name").asText()).matches(NAME).hasSizeBetween(3, 200);
    assertThat(server.get("title").asText()).hasSizeBetween(1, 100);
    assertThat(server.get("description").asText()).hasSizeBetween(1, 100);
    assertThat(server.get("version").asText()).matches(VERSION).hasSizeLessThan(256);
  }

  @Test
  void itsVersionIsTheProjects() throws IOException {
    Matcher project = PROJECT_VERSION.matcher(Files.readString(Path.of("pom.xml")));

    assertThat(project.find()).isTrue();
    assertThat(server().get("version").asText()).isEqualTo(project.group(1));
  }

  @Test
  void itsPackageIsAnImageOfThisVersionThatSpeaksOverStdio() throws IOException {
    JsonNode server = server();
    List<JsonNode> packages = List.copyOf(server.findValues("packages"));

    assertThat(packages).hasSize(1);
    JsonNode image = packages.get(0).get(0);
    // An image has its version in its name, and no other place of it.
    assertThat(image.fieldNames())
        .toIterable()
        .containsExactly("registryType", "identifier", "transport");
    assertThat(image.get("registryType").asText()).isEqualTo("oci");
    assertThat(image.get("identifier").asText())
        .matches("[a-z0-9./-]+:[\\w.-]+")
        .endsWith(":" + server.get("version").asText());
    assertThat(image.get("transport").toString()).isEqualTo("{\"type\":\"stdio\"}");
  }

  @Test
  void theImageSaysWhichServerItIs() throws IOException {
    Matcher label = LABEL.matcher(Files.readString(Path.of("Dockerfile")));

    assertThat(label.find()).isTrue();
    assertThat(label.group(1)).isEqualTo(server().get("name").asText());
  }

  private static JsonNode server() throws IOException {
    return new ObjectMapper().readTree(Path.of("server.json").toFile());
  }
}

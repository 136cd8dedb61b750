package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.hazard.Hazards;
import dev.parallelize.library.PackageData;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.workflow.ParallelizationWorkflow;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server offers besides its tools: a prompt, the skill's pages, completions. */
class PromptsAndPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path root;
  private PipedOutputStream toServer;
  private StdioClient client;
  private int asked;

  @BeforeEach
  void start() throws IOException {
    toServer = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(toServer, 1 << 20);
    PipedInputStream fromServer = new PipedInputStream(1 << 20);
    PipedOutputStream out = new PipedOutputStream(fromServer);
    new Thread(() -> StdioServer.run(new ParallelizationWorkflow(), List.of(root), in, out))
        .start();
    client = new StdioClient(toServer, fromServer);
    JsonNode capabilities = client.initialize().at("/result/capabilities");
    assertThat(capabilities.fieldNames())
        .toIterable()
        .contains("tools", "prompts", "resources", "completions");
  }

  @AfterEach
  void end() throws IOException {
    toServer.close();
  }

  @Test
  void thePromptWalksTheWorkflow() {
    assertThat(ask("prompts/list", "{}").at("/result/prompts/0/name").asText())
        .isEqualTo("parallelize-python");

    String text =
        prompt("{'path':'a b.py','strategy':'process-pool'}")
            .at("/result/messages/0/content/text")
            .asText();

    assertThat(text).contains("`a b.py`", "`process-pool`", "`analyze`", "`verify`");
  }

  @Test
  void aPromptWithoutItsFileSaysWhatIsMissing() {
    JsonNode answer = prompt("{}");

    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.at("/error/message").asText()).contains("path");
  }

  @Test
  void everyPageThatIsListedCanBeRead() {
    JsonNode listed = ask("resources/list", "{}").at("/result/resources");

    assertThat(listed).hasSize(4 + Hazards.kinds().size() + Strategies.all().size());
    assertThat(listed).extracting(each -> each.get("uri").asText()).isSorted();
    for (JsonNode resource : listed) {
      JsonNode page = read(resource.get("uri").asText()).at("/result/contents/0");
      assertThat(page.get("text").asText()).hasSizeGreaterThan(200);
      assertThat(page.get("mimeType")).isEqualTo(resource.get("mimeType"));
    }
  }

  @Test
  void theKnowledgeOfAPackageIsItsFile() throws IOException {
    assertThat(
            ask("resources/templates/list", "{}")
                .at("/result/resourceTemplates/0/uriTemplate")
                .asText())
        .isEqualTo("parallelize://library/{package}");

    JsonNode page = read("parallelize://library/requests").at("/result/contents/0");

    assertThat(JSON.readTree(page.get("text").asText()).has("modules")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parallelize://library/no_such_package",
        "parallelize://library/../server/analyze",
        "parallelize://library/",
        "parallelize://skill/../../analyze.json",
        "file:///etc/passwd"
      })
  void whatIsNotOfferedIsNotFound(String uri) {
    JsonNode answer = read(uri);

    assertThat(answer.at("/error/code").asInt()).isIn(-32002, -32602);
    client.expectPong();
  }

  @Test
  void strategiesAndPackagesAreCompleted() {
    JsonNode strategies = complete("ref/prompt", "strategy", "process", "{}");
    assertThat(texts(strategies)).contains("process-pool").allMatch(s -> s.startsWith("process"));

    JsonNode packages = complete("ref/resource", "package", "", "{}");
    assertThat(packages).hasSize(100);
    assertThat(PackageData.packages()).startsWith(texts(packages).toArray(String[]::new));
  }

  @Test
  void candidatesOfTheFileAreCompleted() throws IOException {
    Files.writeString(
        root.resolve("a.py"),
        "def f(xs):\n    out = []\n    for x in xs:\n        out.append(x * x)\n    return out\n");

    assertThat(texts(complete("ref/prompt", "candidate", "f/", "{'path':'a.py'}")))
        .containsExactly("f/for/1");
    assertThat(complete("ref/prompt", "candidate", "", "{'path':'../outside.py'}")).isEmpty();
    assertThat(complete("ref/prompt", "candidate", "", "{}")).isEmpty();
  }

  private JsonNode prompt(String arguments) {
    return ask("prompts/get", "{'name':'parallelize-python','arguments':" + arguments + "}");
  }

  private JsonNode read(String uri) {
    return ask("resources/read", "{'uri':'" + uri + "'}");
  }

  private JsonNode complete(String type, String argument, String value, String others) {
    String reference =
        type.equals("ref/prompt")
            ? "{'type':'ref/prompt','name':'parallelize-python'}"
            : "{'type':'ref/resource','uri':'parallelize://library/{package}'}";
    JsonNode answer =
        ask(
            "completion/complete",
            "{'ref':%s,'argument':{'name':'%s','value':'%s'},'context':{'arguments':%s}}"
                .formatted(reference, argument, value, others));
    return answer.at("/result/completion/values");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private JsonNode ask(String method, String parameters) {
    client.send(
        ("{'jsonrpc':'2.0','id':"
                + ++asked
                + ",'method':'"
                + method
                + "','params':"
                + parameters
                + "}")
            .replace('\'', '"'));
    return client.next();
  }
}

package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The table of tools that people read first says what clients are told. */
class ReadmeTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|(.*)$");
  private static final Pattern WORD = Pattern.compile("`(\\w+)`");

  @Test
  void theTableOfToolsIsTrueOfTheTools() throws IOException {
    JsonNode tools = new ObjectMapper().readTree(Path.of("tools.json").toFile()).get("tools");

    List<MatchResult> rows = ROW.matcher(table()).results().toList();

    assertThat(rows)
        .extracting(row -> row.group(1))
        .containsExactlyElementsOf(
            StreamSupport.stream(tools.spliterator(), false)
                .map(each -> each.get("name").asText())
                .toList());
    for (int i = 0; i < rows.size(); i++) {
      String schemas = tools.get(i).toString();
      assertThat(WORD.matcher(rows.get(i).group(2)).results())
          .as(rows.get(i).group())
          .allSatisfy(word -> assertThat(schemas).contains("\"" + word.group(1) + "\""));
    }
  }

  private static String table() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("## The four tools");
    return readme.substring(from, readme.indexOf("\n## ", from + 1));
  }
}

package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples and the table that lists them. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");

  @Test
  void tableListsEveryProgram() throws IOException {
    List<String> listed =
        Pattern.compile("(?m)^\\| `(\\w+\\.py)`")
            .matcher(Files.readString(EXAMPLES.resolve("README.md")))
            .results()
            .map(row -> row.group(1))
            .sorted()
            .toList();

    assertThat(listed).isEqualTo(programs());
  }

  @Test
  void programsHaveTheSizeThatReadersBear() throws IOException {
    for (String program : programs()) {
      assertThat(Files.readAllLines(EXAMPLES.resolve(program))).as(program).hasSizeBetween(55, 200);
    }
  }

  private static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .sorted()
          .toList();
    }
  }
}

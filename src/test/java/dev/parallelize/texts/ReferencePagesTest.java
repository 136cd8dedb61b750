package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.hazard.Hazards;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.strategy.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The skill's page of each strategy and each kind of hazard is the Javadoc of its class. Run with {@code -Dpages=write}
 * to write the pages anew; review the difference.
 */
class ReferencePagesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/parallelize");
  private static final Path PAGES = Path.of("skill/references");

  @Test
  void everyStrategyHasItsPage() throws IOException {
    assertPages("strategies", Strategies.all().stream().map(Strategy::id), this::strategy);
  }

  @Test
  void everyKindOfHazardHasItsPage() throws IOException {
    assertPages("hazards", Hazards.kinds().stream(), HazardSource::of);
  }

  @Test
  void theOverviewTellsWhichKindsAnswersCarry() throws IOException {
    String overview = Files.readString(PAGES.resolve("hazards.md"));
    List<String> rows =
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
            .matcher(overview)
            .results()
            .map(each -> each.group(1))
            .toList();
    List<String> kept = rows.stream().filter(each -> !Hazards.kinds().contains(each)).toList();

    assertThat(rows).doesNotHaveDuplicates().containsAll(Hazards.kinds());
    assertThat(kept)
        .containsExactly("exception-semantics", "live-out-variable", "float-reassociation");
    assertThat(overview.replace('\n', ' '))
        .contains(
            "Answers never carry `%s`, `%s` and `%s`: no loop is refused"
                .formatted(kept.toArray()));
  }

  private static void assertPages(
      String folder, Stream<String> names, Function<String, String> source) throws IOException {
    Map<String, String> wanted =
        names.collect(
            Collectors.toMap(
                name -> name + ".md",
                name -> JavadocPage.of(name, source.apply(name)),
                (a, b) -> a,
                TreeMap::new));
    if ("write".equals(System.getProperty("pages"))) {
      write(PAGES.resolve(folder), wanted);
    }
    assertThat(written(PAGES.resolve(folder))).isEqualTo(wanted);
  }

  private String strategy(String id) {
    Strategy strategy =
        Strategies.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return read(SOURCES.resolve("strategy").resolve(strategy.getClass().getSimpleName() + ".java"));
  }

  private static void write(Path folder, Map<String, String> pages) throws IOException {
    Files.createDirectories(folder);
    for (String old : written(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> written(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(
          Collectors.toMap(
              f -> f.getFileName().toString(),
              ReferencePagesTest::read,
              (a, b) -> a,
              TreeMap::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.strategy.Strategies;
import dev.parallelize.strategy.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The skill's page of each strategy is the Javadoc of its class. Run with {@code -Dpages=write} to write the pages anew;
 * review the difference.
 */
class ReferencePagesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/parallelize/strategy");
  private static final Path PAGES = Path.of("skill/references/strategies");

  @Test
  void everyStrategyHasItsPage() throws IOException {
    Map<String, String> wanted =
        Strategies.all().stream()
            .collect(
                Collectors.toMap(
                    s -> s.id() + ".md", ReferencePagesTest::page, (a, b) -> a, TreeMap::new));
    if ("write".equals(System.getProperty("pages"))) {
      write(wanted);
    }
    assertThat(written()).isEqualTo(wanted);
  }

  private static String page(Strategy strategy) {
    return JavadocPage.of(
        strategy.id(), read(SOURCES.resolve(strategy.getClass().getSimpleName() + ".java")));
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(PAGES);
    for (String old : written().keySet()) {
      Files.delete(PAGES.resolve(old));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
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

package dev.parallelize.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The text of the class that tells one kind of hazard. */
public final class HazardSource {
  private static final Path FOLDER = Path.of("src/main/java/dev/parallelize/hazard");

  private HazardSource() {}

  /** The file that gives itself this kind as its name. */
  public static String of(String kind) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(HazardSource::read)
          .filter(
              text ->
                  text.contains("return \"" + kind + "\";")
                      || text.contains("KIND = \"" + kind + "\";"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

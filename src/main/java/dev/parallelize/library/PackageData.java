package dev.parallelize.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The knowledge of each package as it is written down, for people and agents who ask why a call was judged so. */
public final class PackageData {
  private PackageData() {}

  /** All packages, {@code builtins} first. */
  public static List<String> packages() {
    return List.copyOf(DataFile.packageNames());
  }

  /** The JSON of one package's file; empty for a package that nothing is known of. */
  public static Optional<String> json(String packageName) {
    if (!DataFile.packageNames().contains(packageName)) {
      return Optional.empty();
    }
    try (InputStream file = PackageData.class.getResourceAsStream(DataFile.fileName(packageName))) {
      return Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

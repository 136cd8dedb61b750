package dev.parallelize.verification;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which distributions are installed from the names of their metadata folders, without starting Python. */
final class PythonPackages {
  private static final Pattern METADATA =
      Pattern.compile("(?<name>[A-Za-z0-9_.]+)-(?<version>[^-]+)(-py[0-9.]+)?\\.(dist|egg)-info");

  private PythonPackages() {}

  /** PEP 503: names differ neither in case nor in which of {@code -_.} joins their words. */
  static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  static Map<String, String> in(List<Path> prefixes, String language) {
    Map<String, String> found = new TreeMap<>();
    for (Path prefix : prefixes) {
      for (String folder :
          List.of(
              "lib/python" + language + "/site-packages",
              "local/lib/python" + language + "/dist-packages",
              "lib/python3/dist-packages")) {
        collect(prefix.resolve(folder), found);
      }
    }
    return found;
  }

  private static void collect(Path folder, Map<String, String> found) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*-info")) {
      for (Path entry : entries) {
        Matcher name = METADATA.matcher(entry.getFileName().toString());
        if (name.matches()) {
          found.putIfAbsent(normalized(name.group("name")), name.group("version"));
        }
      }
    } catch (IOException unreadable) {
      // A folder that cannot be read holds no package that a program could import.
      return;
    }
  }
}

package dev.parallelize.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The CPython interpreters of this machine: on the PATH, and those that pyenv holds. */
public final class Interpreters {
  private Interpreters() {}

  /** One interpreter a version, from 3.9 to 3.14; {@code python3} itself comes first. */
  public static Map<PythonVersion, Path> found() {
    Map<PythonVersion, Path> found = new LinkedHashMap<>();
    for (Path candidate : candidates()) {
      version(candidate).ifPresent(version -> found.putIfAbsent(version, candidate));
    }
    return found;
  }

  /** The interpreter that every machine with this project has. */
  static Map.Entry<PythonVersion, Path> usual() {
    return found().entrySet().iterator().next();
  }

  private static List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    onPath("python3").ifPresent(candidates::add);
    candidates.addAll(pyenv());
    for (int minor = 9; minor <= PythonVersion.LATEST.minor(); minor++) {
      onPath("python3." + minor).ifPresent(candidates::add);
    }
    return candidates;
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<Path> pyenv() {
    String root = System.getenv("PYENV_ROOT");
    Path versions =
        (root == null ? Path.of(System.getProperty("user.home"), ".pyenv") : Path.of(root))
            .resolve("versions");
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    try (Stream<Path> installed = Files.list(versions)) {
      return installed
          .map(version -> version.resolve("bin/python3"))
          .filter(Files::isExecutable)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for a version that this parser does not know. */
  static Optional<PythonVersion> version(Path python) {
    String code = "import sys; print('%d.%d' % sys.version_info[:2])";
    return PythonVersion.parse(ask(python, code).strip());
  }

  /** The folder of the interpreter's standard library. */
  public static Path library(Path python) {
    return Path.of(ask(python, "import os; print(os.path.dirname(os.__file__))").strip());
  }

  private static String ask(Path python, String code) {
    try {
      Process process =
          new ProcessBuilder(python.toString(), "-c", code)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

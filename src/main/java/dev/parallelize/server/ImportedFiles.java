package dev.parallelize.server;

import dev.parallelize.semantics.ModuleFiles;
import dev.parallelize.semantics.Neighbourhood;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import dev.parallelize.workflow.ProgramText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the files that programs import from their own folders: those in the folder of the outermost package that a
 * program belongs to, and nothing above it. Links are not followed. When there are too many, nothing is known of any.
 */
final class ImportedFiles {
  private static final int MOST_FILES = 400;
  private static final long MOST_BYTES = 6L << 20;
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^[ \\t]*(?:from[ \\t]*([.\\w]+)[ \\t]*import[ \\t]*(\\([^)]*\\)|[^\\n#;]+)"
              + "|import[ \\t]+([^\\n#;]+))");

  private final Path top;
  private final Map<String, PythonSource> files = new LinkedHashMap<>();
  private final Deque<String> unread = new ArrayDeque<>();
  private long bytes;
  private int added;

  private ImportedFiles(Path top) {
    this.top = top;
  }

  /** A file of the workspace with its text. */
  record Seed(Path root, Path real, ProgramText program) {}

  /** The same programs, each among the modules that it imports. */
  static List<ProgramText> around(List<Seed> seeds) {
    Map<Path, List<Seed>> byTop = new LinkedHashMap<>();
    for (Seed seed : seeds) {
      byTop.computeIfAbsent(top(seed), t -> new ArrayList<>()).add(seed);
    }
    Map<Seed, ProgramText> found = new LinkedHashMap<>();
    byTop.forEach((top, group) -> new ImportedFiles(top).read(group, found));
    return seeds.stream().map(found::get).toList();
  }

  private void read(List<Seed> group, Map<Seed, ProgramText> found) {
    for (Seed seed : group) {
      String name = name(seed.real());
      files.put(name, seed.program().source());
      unread.add(name);
    }
    while (!unread.isEmpty() && fits()) {
      String importer = unread.remove();
      imports(importer, files.get(importer).text());
    }
    Neighbourhood neighbourhood =
        new Neighbourhood(fits() ? new ModuleFiles(files) : ModuleFiles.NONE);
    group.forEach(s -> found.put(s, s.program().beside(name(s.real()), neighbourhood)));
  }

  private boolean fits() {
    return added <= MOST_FILES && bytes <= MOST_BYTES;
  }

  private void imports(String importer, String text) {
    Matcher matcher = IMPORT.matcher(text);
    while (matcher.find() && fits()) {
      if (matcher.group(3) != null) {
        names(matcher.group(3)).forEach(n -> add(importer, n));
      } else {
        String module = matcher.group(1);
        add(importer, module);
        String prefix = module.endsWith(".") ? module : module + ".";
        names(matcher.group(2)).forEach(n -> add(importer, prefix + n));
      }
    }
  }

  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String line : list.replace("(", "").replace(")", "").replace("\\", "").split("\n")) {
      String code = line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
      for (String one : code.split(",")) {
        String name = one.strip().split("\\s+")[0];
        if (!name.isEmpty() && !name.equals("*")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private void add(String importer, String module) {
    for (String part : ModuleFiles.withPackages(module)) {
      for (String candidate : ModuleFiles.candidates(importer, part)) {
        if (files.containsKey(candidate) || load(candidate)) {
          break;
        }
      }
    }
  }

  private boolean load(String name) {
    Optional<PythonSource> source = read(name);
    source.ifPresent(
        s -> {
          files.put(name, s);
          unread.add(name);
          added++;
        });
    return source.isPresent();
  }

  private Optional<PythonSource> read(String name) {
    try {
      Path file = top.resolve(name);
      boolean inside = file.normalize().startsWith(top) && file.toRealPath().equals(file);
      if (!inside || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] content = in.readNBytes(Limits.SOURCE_BYTES);
        bytes += content.length;
        return SourceDecoder.decode(content) instanceof SourceDecoder.Decoded decoded
            ? Optional.of(decoded.source())
            : Optional.empty();
      }
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  /** The folder above the outermost package that the file lies in, or its own. */
  private static Path top(Seed seed) {
    Path folder = seed.real().getParent();
    while (Files.isRegularFile(folder.resolve("__init__.py"))
        && !folder.equals(seed.root())
        && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  private String name(Path file) {
    return top.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}

package dev.parallelize.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that a program is run beside: copies of those in its folder, or in the folder of the outermost package that it
 * belongs to.
 *
 * <p>Copies, so that nothing the program does reaches the real ones. Links are not followed; hidden folders, virtual
 * environments and caches are left out. Python files come first, then small files before large ones, until there is
 * no more room.
 *
 * @param programName the program's path relative to that folder, such as {@code pkg/report.py}
 * @param files contents by relative path, the program itself left out
 * @param leftOut relative paths of files for which there was no room
 */
public record Neighbours(String programName, Map<String, byte[]> files, List<String> leftOut) {
  /** A program of which only the text is known. */
  public static final Neighbours NONE = new Neighbours("program.py", Map.of(), List.of());

  private static final long MOST_BYTES = 16L << 20;
  private static final int MOST_FILES = 2_000;
  private static final int MOST_SEEN = 20_000;
  private static final int MOST_DEPTH = 24;
  private static final Set<String> FOREIGN =
      Set.of("__pycache__", "node_modules", "site-packages", "target", "build", "dist");

  public Neighbours {
    files = Map.copyOf(files);
    leftOut = List.copyOf(leftOut);
    if (!programName.matches("([^/\\x00]+/)*[^/\\x00]+\\.py")
        || ("/" + programName).contains("/../")) {
      throw new IllegalArgumentException("not the name of a program: " + programName);
    }
  }

  /**
   * Reads them.
   *
   * @param root above this folder nothing is read
   * @param program a file inside it
   */
  public static Neighbours of(Path root, Path program) {
    Path folder = folder(root, program);
    String name = slashes(folder.relativize(program));
    String python = name.endsWith(".py") ? name : name.replaceFirst("(\\.\\w*)?$", ".py");
    Found found = new Found(folder, program);
    try {
      Files.walkFileTree(folder, Set.of(), MOST_DEPTH, found);
    } catch (IOException unreadable) {
      return new Neighbours(python, Map.of(), List.of());
    }
    return chosen(folder, python, found.files);
  }

  private static Neighbours chosen(Path folder, String programName, List<Sized> found) {
    found.sort(
        Comparator.comparing((Sized each) -> !each.path().toString().endsWith(".py"))
            .thenComparingLong(Sized::bytes)
            .thenComparing(Sized::path));
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    long room = MOST_BYTES;
    for (Sized each : found) {
      String name = slashes(folder.relativize(each.path()));
      byte[] content =
          each.bytes() <= room && files.size() < MOST_FILES ? read(each.path(), room) : TOO_MUCH;
      if (content == TOO_MUCH) {
        leftOut.add(name);
      } else {
        files.put(name, content);
        room -= content.length;
      }
    }
    return new Neighbours(programName, files, leftOut.stream().limit(20).toList());
  }

  private static final byte[] TOO_MUCH = new byte[0];

  private static byte[] read(Path file, long room) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = in.readNBytes((int) room + 1);
      return content.length > room ? TOO_MUCH : content;
    } catch (IOException | UncheckedIOException unreadable) {
      return TOO_MUCH;
    }
  }

  /** The folder above the outermost package that the program lies in, or its own. */
  private static Path folder(Path root, Path program) {
    Path folder = program.getParent();
    if (!program.startsWith(root)) {
      return folder;
    }
    while (Files.isRegularFile(folder.resolve("__init__.py"))
        && !folder.equals(root)
        && folder.getParent() != null
        && folder.getParent().startsWith(root)) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private record Sized(Path path, long bytes) {}

  private static final class Found extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Path program;
    private final List<Sized> files = new ArrayList<>();
    private int seen;

    Found(Path top, Path program) {
      this.top = top;
      this.program = program;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(top) && ForeignFolders.isForeign(folder, FOREIGN)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean hidden = String.valueOf(file.getFileName()).startsWith(".");
      if (attributes.isRegularFile() && !hidden && !file.equals(program)) {
        files.add(new Sized(file, attributes.size()));
      }
      return ++seen < MOST_SEEN ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }
}

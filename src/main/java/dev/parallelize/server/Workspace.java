package dev.parallelize.server;

import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import dev.parallelize.verification.ForeignFolders;
import dev.parallelize.workflow.AnalyzeAnswer.SkippedFile;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.ProgramPlace;
import dev.parallelize.workflow.ProgramText;
import dev.parallelize.workflow.WorkflowError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The folders whose files calls may name. Every path is resolved once to its real path, which must lie inside the real
 * path of a root: links that lead out, and siblings whose names merely begin alike, are refused.
 */
public final class Workspace {
  private static final Set<String> NOT_THE_PROJECTS_OWN =
      Set.of("__pycache__", "node_modules", "site-packages");

  private final Supplier<List<Path>> roots;
  private final boolean anywhere;
  private final Map<Path, PythonSource> shown;

  private Workspace(Supplier<List<Path>> roots, boolean anywhere, Map<Path, PythonSource> shown) {
    this.roots = roots;
    this.anywhere = anywhere;
    this.shown = shown;
  }

  /** Files inside these folders; the folders are asked for when a call names a path. */
  public static Workspace of(Supplier<List<Path>> roots) {
    return new Workspace(roots, false, Map.of());
  }

  /** Any file that the process can read: for the command line, whose user could read it anyway. */
  public static Workspace unrestricted(Path workingFolder) {
    return new Workspace(() -> List.of(workingFolder), true, Map.of());
  }

  /** The same files, but this one with another text. */
  public Workspace showing(Place place, PythonSource text) {
    return new Workspace(roots, anywhere, Map.of(place.real(), text));
  }

  /** A file or folder that may be read. */
  public record Place(Path root, Path real) {
    boolean isFolder() {
      return Files.isDirectory(real);
    }

    ProgramPlace ofProgram() {
      return new ProgramPlace(root, real);
    }

    /** How answers name it. */
    public String name() {
      return slashes(real.startsWith(root) ? root.relativize(real) : real.getFileName());
    }
  }

  /**
   * The file or folder that a call named.
   *
   * @throws InvalidArgument if there is none, or it may not be read
   */
  public Place find(String path) {
    if (path.isBlank()) {
      throw new InvalidArgument("'path' is empty.", "Give the path of a file.");
    }
    List<Path> real = realRoots();
    for (Path root : real) {
      Optional<Path> inside = lexical(root, path).filter(p -> anywhere || p.startsWith(root));
      if (inside.isPresent() && Files.exists(inside.get(), LinkOption.NOFOLLOW_LINKS)) {
        return inReality(real, root, inside.get(), path);
      }
    }
    boolean named =
        real.stream().anyMatch(r -> lexical(r, path).filter(p -> p.startsWith(r)).isPresent());
    throw named || anywhere ? notFound(path) : outside(path, real.isEmpty());
  }

  /** The program in a file. */
  public ProgramText read(Place place) {
    ProgramText program = read(place, place.name());
    return ImportedFiles.around(List.of(seed(place.root(), place.real(), program))).get(0);
  }

  private static ImportedFiles.Seed seed(Path root, Path file, ProgramText program) {
    return new ImportedFiles.Seed(root, file, program);
  }

  /** The Python files of a folder, in order of their names relative to it, and those that cannot be read. */
  record Folder(List<ProgramText> programs, List<SkippedFile> skipped) {}

  Folder readFolder(Place folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(folder.real(), new PythonFiles(folder.real(), files));
    } catch (IOException e) {
      throw notFound(folder.name());
    }
    files.sort(Comparator.comparing(p -> slashes(folder.real().relativize(p))));
    List<ImportedFiles.Seed> programs = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    long total = 0;
    for (Path file : files) {
      String name = slashes(folder.real().relativize(file));
      try {
        ProgramText program = read(new Place(folder.root(), file), name);
        programs.add(seed(folder.root(), file, program));
        total += program.source().text().length();
      } catch (InvalidArgument e) {
        skipped.add(new SkippedFile(name, e.error()));
      }
      if (total > Limits.FOLDER_BYTES) {
        throw tooLarge("The Python files of '" + folder.name() + "' are too large together.");
      }
    }
    return new Folder(ImportedFiles.around(programs), skipped);
  }

  private ProgramText read(Place place, String name) {
    if (shown.containsKey(place.real())) {
      return new ProgramText(Optional.of(name), shown.get(place.real()));
    }
    if (!Files.isRegularFile(place.real(), LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidArgument(
          WorkflowError.of(
              ErrorCode.NOT_FOUND, "'" + name + "' is not a file.", "Give the path of a file."));
    }
    try (InputStream in = Files.newInputStream(place.real(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(Limits.SOURCE_BYTES + 1);
      if (bytes.length > Limits.SOURCE_BYTES) {
        throw tooLarge("'" + name + "' has more than " + Limits.SOURCE_BYTES + " bytes.");
      }
      return new ProgramText(Optional.of(name), decode(name, bytes));
    } catch (IOException e) {
      throw new InvalidArgument(
          WorkflowError.of(
              ErrorCode.NOT_FOUND,
              "'" + name + "' cannot be read.",
              "Check the file's permissions."));
    }
  }

  private static PythonSource decode(String name, byte[] bytes) {
    SourceDecoder.Result result = SourceDecoder.decode(bytes);
    if (result instanceof SourceDecoder.Decoded decoded) {
      return decoded.source();
    }
    SourceDecoder.Undecodable problem = (SourceDecoder.Undecodable) result;
    throw new InvalidArgument(
        new WorkflowError(
            ErrorCode.SYNTAX_ERROR,
            "'" + name + "': " + problem.message(),
            Optional.of(problem.line()),
            Optional.of(problem.column()),
            Optional.of(problem.hint())));
  }

  private Place inReality(List<Path> allowed, Path root, Path path, String asked) {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      throw notFound(asked);
    }
    if (anywhere) {
      return new Place(root, real);
    }
    return allowed.stream()
        .filter(real::startsWith)
        .findFirst()
        .map(r -> new Place(r, real))
        .orElseThrow(() -> outside(asked, false));
  }

  private List<Path> realRoots() {
    List<Path> real = new ArrayList<>();
    for (Path root : roots.get()) {
      try {
        real.add(root.toRealPath());
      } catch (IOException e) {
        // A root that does not exist holds no files.
      }
    }
    return real;
  }

  private static Optional<Path> lexical(Path root, String path) {
    try {
      return Optional.of(root.resolve(path).normalize());
    } catch (InvalidPathException e) {
      boolean ascii = path.chars().allMatch(c -> c > 0 && c < 128);
      throw new InvalidArgument(
          "'" + path.replace("\0", "\\0") + "' cannot be the path of a file here.",
          ascii || path.indexOf(0) >= 0
              ? "Give the path of a file."
              : "Start the server in a UTF-8 locale, as with LC_ALL=C.UTF-8, or send the text as"
                  + " 'source'.");
    }
  }

  private static InvalidArgument notFound(String path) {
    return new InvalidArgument(
        WorkflowError.of(
            ErrorCode.NOT_FOUND,
            "There is no file or folder '" + path + "'.",
            "Check the path; relative paths start at the workspace root."));
  }

  private static InvalidArgument outside(String path, boolean noRoots) {
    return new InvalidArgument(
        WorkflowError.of(
            ErrorCode.OUTSIDE_ROOTS,
            "'" + path + "' is outside the folders that this server may read.",
            noRoots
                ? "No folder was configured: send the text as 'source', or start the server with"
                    + " --root."
                : "Name a file inside the workspace, or send the text as 'source'."));
  }

  private static InvalidArgument tooLarge(String message) {
    return new InvalidArgument(
        WorkflowError.of(ErrorCode.TOO_LARGE, message, "Name a smaller file or folder."));
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Collects the files that belong to the project: links and hidden, generated or installed folders are left out. */
  private static final class PythonFiles extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> found;

    PythonFiles(Path top, List<Path> found) {
      this.top = top;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(top) && ForeignFolders.isForeign(folder, NOT_THE_PROJECTS_OWN)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && file.toString().endsWith(".py")) {
        found.add(file);
      }
      if (found.size() > Limits.FOLDER_FILES) {
        throw tooLarge("The folder has more than " + Limits.FOLDER_FILES + " Python files.");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }
}

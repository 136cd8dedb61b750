package dev.parallelize.semantics;

import dev.parallelize.source.PythonSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The Python files among which a program stands, by their paths relative to the folder that imports start from, with
 * {@code /} between folders: {@code helpers.py}, {@code package/__init__.py}.
 *
 * @param files texts by path; the program's own is among them
 */
public record ModuleFiles(Map<String, PythonSource> files) {
  public static final ModuleFiles NONE = new ModuleFiles(Map.of());

  static final String PACKAGE = "__init__.py";

  public ModuleFiles {
    files = Map.copyOf(files);
  }

  String fingerprint() {
    if (files.isEmpty()) {
      return "";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String path : new TreeSet<>(files.keySet())) {
        for (String part : List.of(path, files.get(path).text())) {
          digest.update(part.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) -1);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The file that an import of the module, as {@code package.part} or {@code ..part}, runs when it stands in another
   * file (section 5 of the language reference).
   */
  public Optional<String> file(String importer, String module) {
    return candidates(importer, module).stream().filter(files::containsKey).findFirst();
  }

  /** Where the file may be, in the order in which Python looks. */
  public static List<String> candidates(String importer, String module) {
    int level = 0;
    while (level < module.length() && module.charAt(level) == '.') {
      level++;
    }
    String name = module.substring(level).replace('.', '/');
    if (level > 0) {
      return folder(importer, level).map(f -> in(f, name)).orElse(List.of());
    }
    List<String> all = new ArrayList<>();
    if (!name.isEmpty()) {
      all.addAll(in("", name));
      folder(importer, 1).filter(f -> !f.isEmpty()).ifPresent(f -> all.addAll(in(f, name)));
    }
    return all;
  }

  /** The module and the packages around it, which are run before it. */
  public static List<String> withPackages(String module) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i < module.length(); i++) {
      if (module.charAt(i) == '.' && module.charAt(i - 1) != '.') {
        all.add(module.substring(0, i));
      }
    }
    all.add(module);
    return all;
  }

  /** Whether the module's first name is one of these files, and so stands before any library's. */
  public boolean shadows(String importer, String module) {
    boolean relative = module.startsWith(".");
    int dot = module.indexOf('.');
    String first = dot < 0 ? module : module.substring(0, dot);
    return !relative && !first.isEmpty() && file(importer, first).isPresent();
  }

  /** True for the folder of the standard library itself, of which the library knowledge tells more. */
  public boolean isStandardLibrary() {
    return files.containsKey("os.py");
  }

  private static Optional<String> folder(String importer, int level) {
    String folder = importer;
    for (int i = 0; i < level; i++) {
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
    }
    return Optional.of(folder);
  }

  private static List<String> in(String folder, String name) {
    String path = folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
    String asPackage = path.isEmpty() ? PACKAGE : path + "/" + PACKAGE;
    return name.isEmpty() ? List.of(asPackage) : List.of(asPackage, path + ".py");
  }
}

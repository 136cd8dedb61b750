package dev.parallelize.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Folders below a project's that are not the project's own: hidden, generated or installed ones. */
public final class ForeignFolders {
  private ForeignFolders() {}

  /**
   * True for a hidden folder, a virtual environment, or one of these names.
   *
   * @param names of folders that tools make
   */
  public static boolean isForeign(Path folder, Set<String> names) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".")
        || names.contains(name)
        || Files.exists(folder.resolve("pyvenv.cfg"));
  }
}

package dev.parallelize.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command line that confines a program.
 *
 * <p>Started by root, the chain first makes the interpreter's folders reachable in a mount namespace of its own and
 * becomes an unprivileged user, since bubblewrap started by root confines nothing that matters. The two shell texts are
 * constants; paths reach them as arguments only.
 *
 * <p>Not {@code --die-with-parent}: it kills the outer process alone, and when that happens while the inner one still
 * waits for its word to go on, the inner one waits for ever. Process 1 inside ends itself when its standard input does.
 *
 * @param asRoot this process runs as root
 * @param relocate folders may be reached by bind mounts under {@code stage}, for a user who cannot walk to them
 * @param stage a folder that any user can reach, with subfolders {@code 0}, {@code 1}, …
 * @param filter a compiled system call filter
 */
record Bubblewrap(boolean asRoot, boolean relocate, Path stage, Optional<Path> filter) {
  static final int STAGES = 6;

  private static final String UNPRIVILEGED = "65534";
  private static final String OPEN_FILTER = "exec 9<\"$1\"; shift; exec \"$@\"";
  private static final String RELOCATE =
      "set -e; exec 9<\"$1\"; n=$2; shift 2; "
          + "while [ \"$n\" -gt 0 ]; do mount --bind \"$1\" \"$2\"; shift 2; n=$((n-1)); done; exec \"$@\"";
  private static final List<String> BECOME_NOBODY =
      List.of(
          "setpriv",
          "--reuid",
          UNPRIVILEGED,
          "--regid",
          UNPRIVILEGED,
          "--clear-groups",
          "--no-new-privs",
          "--inh-caps=-all",
          "--bounding-set=-all");
  private static final List<String> ISOLATE =
      List.of(
          "bwrap",
          "--unshare-user",
          "--unshare-ipc",
          "--unshare-pid",
          "--unshare-net",
          "--unshare-uts",
          "--unshare-cgroup-try",
          "--disable-userns",
          "--new-session",
          "--as-pid-1",
          "--hostname",
          "sandbox",
          "--cap-drop",
          "ALL",
          "--uid",
          "1000",
          "--gid",
          "1000");
  private static final List<String> SYSTEM_LINKS =
      List.of("/lib", "/lib64", "/lib32", "/bin", "/sbin");
  private static final List<String> SYSTEM_FILES = List.of("/etc/ld.so.cache", "/etc/alternatives");
  private static final String HOSTS = "127.0.0.1 localhost sandbox\n::1 localhost\n";
  private static final String PASSWD = "user:x:1000:1000::/sandbox/home:/bin/false\n";

  /** The whole command line: the program that follows reads its job from standard input. */
  List<String> command(Interpreter interpreter, RunLimits limits, List<String> program) {
    List<Path> folders = foreignFolders(interpreter);
    List<String> command = new ArrayList<>();
    if (asRoot && relocate) {
      command.addAll(
          List.of("unshare", "--mount", "--propagation", "private", "sh", "-c", RELOCATE, "sh"));
      command.add(filterPath());
      command.add(Integer.toString(folders.size()));
      for (int i = 0; i < folders.size(); i++) {
        command.add(folders.get(i).toString());
        command.add(stage.resolve(Integer.toString(i)).toString());
      }
    } else {
      command.addAll(List.of("sh", "-c", OPEN_FILTER, "sh", filterPath()));
    }
    if (asRoot) {
      command.addAll(BECOME_NOBODY);
    }
    command.addAll(ISOLATE);
    system(command);
    scratch(command, limits);
    // After the scratch folders: an interpreter may live under /tmp.
    for (int i = 0; i < folders.size(); i++) {
      String source =
          asRoot && relocate
              ? stage.resolve(Integer.toString(i)).toString()
              : folders.get(i).toString();
      command.addAll(List.of("--ro-bind", source, folders.get(i).toString()));
    }
    // bubblewrap leaves these writable: an unbounded place in memory, and sysctls of the new
    // namespaces.
    command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/proc", "--remount-ro", "/"));
    if (filter.isPresent()) {
      command.addAll(List.of("--seccomp", "9"));
    }
    command.add("--");
    command.addAll(program);
    return command;
  }

  /** The folders to bind besides the system's own, each named by one path. */
  static List<Path> foreignFolders(Interpreter interpreter) {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path prefix : interpreter.prefixes()) {
      Path folder = prefix.toAbsolutePath().normalize();
      if (!folder.startsWith("/usr") && folders.stream().noneMatch(folder::startsWith)) {
        folders.add(folder);
      }
    }
    return List.copyOf(folders);
  }

  private String filterPath() {
    return filter.map(Path::toString).orElse("/dev/null");
  }

  private static void system(List<String> command) {
    command.addAll(List.of("--ro-bind", "/usr", "/usr"));
    for (String link : SYSTEM_LINKS) {
      Path path = Path.of(link);
      if (Files.isSymbolicLink(path)) {
        command.addAll(List.of("--symlink", "usr" + link, link));
      } else if (Files.isDirectory(path)) {
        command.addAll(List.of("--ro-bind", link, link));
      }
    }
    for (String file : SYSTEM_FILES) {
      command.addAll(List.of("--ro-bind-try", file, file));
    }
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
  }

  private void scratch(List<String> command, RunLimits limits) {
    String scratch = Long.toString(limits.scratchBytes());
    String report = Long.toString(limits.reportBytes() + (4L << 20));
    tmpfs(command, scratch, "/sandbox/work");
    tmpfs(command, scratch, "/tmp");
    tmpfs(command, scratch, "/sandbox/home");
    tmpfs(command, report, "/sandbox/harness");
    tmpfs(command, Long.toString(limits.sharedMemoryBytes()), "/dev/shm");
    command.addAll(List.of("--dir", "/sandbox/harness/reports"));
    command.addAll(List.of("--ro-bind", stage.resolve("hosts").toString(), "/etc/hosts"));
    command.addAll(List.of("--ro-bind", stage.resolve("passwd").toString(), "/etc/passwd"));
    command.addAll(List.of("--chdir", "/sandbox/work"));
  }

  private static void tmpfs(List<String> command, String size, String path) {
    command.addAll(List.of("--perms", "0700", "--size", size, "--tmpfs", path));
  }

  static String hosts() {
    return HOSTS;
  }

  static String passwd() {
    return PASSWD;
  }
}

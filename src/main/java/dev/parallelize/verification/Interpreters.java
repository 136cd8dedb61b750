package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Finds the Pythons of this machine; what was found is remembered for the life of the process.
 *
 * <p>In order: the operator's {@code PARALLELIZE_PYTHON}, an active virtual environment, {@code venv} beside the
 * jar, and {@code python3} on the path. Each is asked once, outside the sandbox and without its site packages, so a
 * client may name only one of these or a virtual environment built on one of them.
 */
public final class Interpreters {
  private static final String QUESTION =
      "import sys, json, sysconfig\n"
          + "import multiprocessing as m\n"
          + "print(json.dumps({'executable': sys.executable, 'version': '%d.%d.%d' % sys.version_info[:3],"
          + " 'base': sorted({sys.base_prefix, sys.base_exec_prefix}),"
          + " 'freeThreaded': bool(sysconfig.get_config_var('Py_GIL_DISABLED')),"
          + " 'startMethod': m.get_context().get_start_method(), 'startMethods': m.get_all_start_methods()}))\n";

  private final List<Path> places;
  private final Map<Path, Optional<Interpreter>> known = new ConcurrentHashMap<>();

  private Interpreters(List<Path> places) {
    this.places = List.copyOf(places);
  }

  /** Looks in the usual places of this machine. */
  public static Interpreters ofThisMachine() {
    return of(System.getenv(), besideTheJar());
  }

  /** Looks at these executables alone. */
  public static Interpreters at(List<Path> executables) {
    return new Interpreters(executables);
  }

  static Interpreters of(Map<String, String> environment, Optional<Path> venvBeside) {
    Set<Path> places = new LinkedHashSet<>();
    Optional.ofNullable(environment.get("PARALLELIZE_PYTHON")).map(Path::of).ifPresent(places::add);
    Optional.ofNullable(environment.get("VIRTUAL_ENV"))
        .map(folder -> Path.of(folder, "bin", "python"))
        .ifPresent(places::add);
    venvBeside.map(folder -> folder.resolve("bin/python")).ifPresent(places::add);
    for (String folder : environment.getOrDefault("PATH", "/usr/bin").split(File.pathSeparator)) {
      if (folder.startsWith("/")) {
        places.add(Path.of(folder, "python3"));
      }
    }
    places.add(Path.of("/usr/bin/python3"));
    return new Interpreters(places.stream().filter(Files::isExecutable).toList());
  }

  /** The one that is used when nothing else is asked for. */
  public Optional<Interpreter> preferred() {
    return places.stream().map(this::ask).flatMap(Optional::stream).findFirst();
  }

  /** All that were found, the preferred one first. */
  public List<Interpreter> all() {
    Map<Path, Interpreter> found = new LinkedHashMap<>();
    places.stream()
        .map(this::ask)
        .flatMap(Optional::stream)
        .forEach(each -> found.putIfAbsent(each.executable(), each));
    return List.copyOf(found.values());
  }

  /**
   * The one that a client names by its path or its version. A path is accepted when the file behind it is one of the
   * interpreters known here, since asking any other file would run it outside the sandbox.
   */
  public Optional<Interpreter> named(String name) {
    if (name.matches("3\\.\\d+t?")) {
      return all().stream().filter(each -> each.language().equals(name)).findFirst();
    }
    Path path = Path.of(name).toAbsolutePath().normalize();
    if (!Files.isExecutable(path)) {
      return Optional.empty();
    }
    boolean trusted =
        all().stream().anyMatch(each -> real(each.executable()).equals(real(path)))
            || places.contains(path);
    return trusted ? ask(path) : Optional.empty();
  }

  private Optional<Interpreter> ask(Path executable) {
    return known.computeIfAbsent(executable, Interpreters::question);
  }

  private static Optional<Interpreter> question(Path executable) {
    try {
      Process process =
          new ProcessBuilder(executable.toString(), "-I", "-S", "-c", QUESTION)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] answer = process.getInputStream().readNBytes(1 << 16);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Json.parse(new String(answer, StandardCharsets.UTF_8)).map(Interpreters::describe);
    } catch (IOException unusable) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Interpreter describe(JsonNode answer) {
    Path executable = Path.of(answer.path("executable").asText());
    String version = answer.path("version").asText();
    List<Path> prefixes = new ArrayList<>();
    Path environment = executable.toAbsolutePath().getParent().getParent();
    if (Files.isRegularFile(environment.resolve("pyvenv.cfg"))) {
      prefixes.add(environment);
    }
    answer.path("base").forEach(each -> prefixes.add(Path.of(each.asText())));
    String language = version.substring(0, version.lastIndexOf('.'));
    boolean isolated =
        !prefixes.isEmpty() && Files.isRegularFile(prefixes.get(0).resolve("pyvenv.cfg"));
    List<Path> searched = isolated ? prefixes.subList(0, 1) : prefixes;
    return new Interpreter(
        executable,
        version,
        answer.path("freeThreaded").asBoolean(),
        answer.path("startMethod").asText(),
        Json.texts(answer.path("startMethods")),
        prefixes,
        PythonPackages.in(searched, language));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException gone) {
      return path;
    }
  }

  private static Optional<Path> besideTheJar() {
    String first = System.getProperty("java.class.path", "").split(File.pathSeparator)[0];
    Path parent = Path.of(first).toAbsolutePath().getParent();
    return Optional.ofNullable(parent)
        .map(folder -> folder.resolve("venv"))
        .filter(Files::isDirectory);
  }
}

package dev.parallelize.verification;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Python of this machine.
 *
 * @param executable the path that starts it; in a virtual environment the environment's own
 * @param version such as {@code 3.11.7}
 * @param freeThreaded built without a global interpreter lock
 * @param startMethod how {@code multiprocessing} starts processes by default: {@code fork}, {@code spawn} or {@code
 *     forkserver}
 * @param startMethods all that it knows
 * @param prefixes folders that hold its library and packages, in the order in which they are looked at
 * @param packages versions by normalized distribution name
 */
public record Interpreter(
    Path executable,
    String version,
    boolean freeThreaded,
    String startMethod,
    List<String> startMethods,
    List<Path> prefixes,
    Map<String, String> packages) {

  public Interpreter {
    startMethods = List.copyOf(startMethods);
    prefixes = List.copyOf(prefixes);
    packages = Map.copyOf(packages);
  }

  /** The language version, such as {@code 3.11}, with a {@code t} when free-threaded. */
  public String language() {
    String[] parts = version.split("\\.");
    return parts[0] + "." + parts[1] + (freeThreaded ? "t" : "");
  }

  /** The installed version of a distribution, by any spelling of its name. */
  public Optional<String> packageVersion(String name) {
    return Optional.ofNullable(packages.get(PythonPackages.normalized(name)));
  }
}

package dev.parallelize.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How two versions are run and compared. */
final class VerifyOptions {
  @Option(
      names = "--driver",
      paramLabel = "FILE",
      description = "Python file run after the module is loaded. Default: its __main__ part.")
  Optional<Path> driver = Optional.empty();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Timed runs of each version. Default: 5.")
  Optional<Integer> repeats = Optional.empty();

  @Option(
      names = "--workers",
      paramLabel = "N",
      split = ",",
      description = "Worker counts to try, separated by commas.")
  List<Integer> workers = new ArrayList<>();

  @Option(
      names = "--start-methods",
      paramLabel = "M",
      split = ",",
      description = "Of fork, spawn, forkserver, separated by commas.")
  List<String> startMethods = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      description = "Schedules to try, separated by commas. Default: 1,2,3.")
  List<Integer> seeds = new ArrayList<>();

  @Option(
      names = "--relative-tolerance",
      paramLabel = "X",
      description = "For floating-point numbers. Default: 1e-9.")
  Optional<Double> relative = Optional.empty();

  @Option(
      names = "--absolute-tolerance",
      paramLabel = "X",
      description = "For floating-point numbers. Default: 0.")
  Optional<Double> absolute = Optional.empty();

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "Of one run.")
  Optional<Double> timeout = Optional.empty();

  @Option(
      names = "--memory",
      paramLabel = "BYTES",
      description = "Of one run, over all its processes.")
  Optional<Long> memory = Optional.empty();

  @Option(names = "--network", paramLabel = "WHICH", description = "none (default) or loopback.")
  Optional<String> network = Optional.empty();

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The interpreter to use. Default: the one found.")
  Optional<String> python = Optional.empty();

  ToolCall addTo(ToolCall call, ProgramOptions program) {
    Map<String, Object> tolerance = new LinkedHashMap<>();
    relative.ifPresent(v -> tolerance.put("relative", v));
    absolute.ifPresent(v -> tolerance.put("absolute", v));
    Map<String, Object> options = new LinkedHashMap<>();
    repeats.ifPresent(v -> options.put("repeats", v));
    options.put("workers", workers);
    options.put("startMethods", startMethods);
    options.put("seeds", seeds);
    options.put("tolerance", tolerance);
    timeout.ifPresent(v -> options.put("timeoutSeconds", v));
    memory.ifPresent(v -> options.put("memoryBytes", v));
    network.ifPresent(v -> options.put("network", v));
    python.ifPresent(v -> options.put("python", v));
    return call.with("driver", program.text(driver)).with("options", options);
  }
}

package dev.parallelize.cli;

import dev.parallelize.server.ClassifyTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classify FILE}. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = "Say what the time of candidates goes into and rank ways to run them.")
final class ClassifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ProgramOptions program;

  @Parameters(paramLabel = "FILE", description = "A Python file, or - for stdin.")
  String file = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  Format format = Format.TEXT;

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "A candidate that analyze found; may be repeated. Default: all.")
  List<String> candidates = new ArrayList<>();

  @Option(
      names = "--driver",
      paramLabel = "FILE",
      description = "Python file that exercises the program: run it and measure.")
  Optional<Path> driver = Optional.empty();

  @Option(names = "--cpus", paramLabel = "N", description = "Processors where it will run.")
  Optional<Integer> cpus = Optional.empty();

  @Option(names = "--memory", paramLabel = "BYTES", description = "Memory where it will run.")
  Optional<Long> memory = Optional.empty();

  @Option(names = "--gpu", negatable = true, description = "There is a GPU (or none).")
  Optional<Boolean> gpu = Optional.empty();

  @Option(names = "--cluster", negatable = true, description = "There is a cluster (or none).")
  Optional<Boolean> cluster = Optional.empty();

  @Option(
      names = "--packages",
      paramLabel = "NAME",
      split = ",",
      description = "Installed distributions, separated by commas.")
  List<String> packages = new ArrayList<>();

  ClassifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, Object> environment = new LinkedHashMap<>();
    cpus.ifPresent(v -> environment.put("cpus", v));
    memory.ifPresent(v -> environment.put("memoryBytes", v));
    gpu.ifPresent(v -> environment.put("gpu", v));
    cluster.ifPresent(v -> environment.put("cluster", v));
    if (!packages.isEmpty()) {
      environment.put("packages", packages);
    }
    ToolCall call =
        program
            .addProgram(new ToolCall(console), file, console)
            .with("candidateIds", candidates)
            .with("environment", environment)
            .with("driver", program.text(driver));
    return call.print(
        new ClassifyTool(console.workflow()),
        format,
        Map.of(Format.TEXT, ClassifyText::of),
        a -> ExitCode.DONE);
  }
}

package dev.parallelize.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.rewrite.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs many programs with real Python, under a start method of {@code multiprocessing} each. */
final class ProgramRuns {
  private static final Path RUNNER = Path.of("src/test/python/run_programs.py");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final String python;
  private final List<String> arguments;
  private final List<Map<String, Object>> requests = new ArrayList<>();
  private final Map<String, String> errors = new HashMap<>();

  ProgramRuns(Path folder) {
    this(folder, Python.executable());
  }

  ProgramRuns(Path folder, String python) {
    this(folder, python, List.of());
  }

  /**
   * @param arguments what every program gets on its command line
   */
  ProgramRuns(Path folder, String python, List<String> arguments) {
    this.folder = folder;
    this.python = python;
    this.arguments = List.copyOf(arguments);
  }

  /**
   * What somebody who runs the program can tell.
   *
   * @param raised class and message of the exception that left the program; empty for none
   */
  record Seen(String output, String raised, int status) {}

  /** Asks for a run; the file is called {@code program.py} in a folder of its own. */
  void add(String id, String code, String method) throws IOException {
    Path own = Files.createDirectories(folder.resolve(Integer.toString(requests.size())));
    Path file = Files.writeString(own.resolve("program.py"), code);
    String path = file.toAbsolutePath().toString();
    requests.add(Map.of("id", id, "path", path, "method", method, "arguments", arguments));
  }

  /** Runs what was asked for. */
  Map<String, Seen> run() throws IOException, InterruptedException {
    if (requests.isEmpty()) {
      return Map.of();
    }
    Path wanted = folder.resolve("requests.json");
    Path results = folder.resolve("results.json");
    Path log = folder.resolve("log.txt");
    JSON.writeValue(wanted.toFile(), requests);
    ProcessBuilder builder =
        new ProcessBuilder(python, RUNNER.toString(), wanted.toString(), results.toString());
    builder.environment().put("PYTHONHASHSEED", "0");
    builder.environment().put("PYTHONUTF8", "1");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("the programs could not be run: " + Files.readString(log));
    }
    Map<String, Seen> seen = new HashMap<>();
    JsonNode answers = JSON.readTree(results.toFile());
    answers
        .properties()
        .forEach(
            entry -> {
              errors.put(entry.getKey(), entry.getValue().get("errors").asText());
              seen.put(
                  entry.getKey(),
                  new Seen(
                      entry.getValue().get("output").asText(),
                      entry.getValue().get("raised").asText(),
                      entry.getValue().get("status").asInt()));
            });
    return seen;
  }

  /** What each run wrote to its standard error, the last of it. */
  Map<String, String> errors() {
    return Map.copyOf(errors);
  }
}

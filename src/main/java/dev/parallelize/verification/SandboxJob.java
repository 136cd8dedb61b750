package dev.parallelize.verification;

import java.util.List;
import java.util.Map;

/**
 * One program to run in the sandbox, in a scratch folder that holds copies of the given files.
 *
 * @param interpreter runs the program
 * @param arguments what follows the interpreter on its command line
 * @param environment variables in addition to the sandbox's own few
 * @param files contents by path relative to the scratch folder, which is the current folder
 * @param harness contents by path of what is loaded beside the program, outside its folder
 * @param configuration what the harness inside the program's processes is told to do
 * @param limits what the run may use
 */
public record SandboxJob(
    Interpreter interpreter,
    List<String> arguments,
    Map<String, String> environment,
    Map<String, byte[]> files,
    Map<String, byte[]> harness,
    Map<String, Object> configuration,
    RunLimits limits) {

  public SandboxJob {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    files = Map.copyOf(files);
    harness = Map.copyOf(harness);
    configuration = Map.copyOf(configuration);
  }

  /** A program that is a single text, run plainly. */
  public static SandboxJob program(Interpreter interpreter, String text, RunLimits limits) {
    return new SandboxJob(
        interpreter,
        List.of("program.py"),
        Map.of(),
        Map.of("program.py", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        Map.of(),
        Map.of(),
        limits);
  }
}

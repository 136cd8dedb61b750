package dev.parallelize.verification;

import dev.parallelize.source.PythonSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program set up to run as its user runs it, {@code python program.py}, or under a driver that imports it, with the
 * harness loaded beside it.
 *
 * @param interpreter runs it
 * @param fileName its own path, relative to the folder it runs in
 * @param driver Python text that exercises it
 * @param companions other files of its folder
 * @param limits what a run may use
 */
record HarnessedProgram(
    Interpreter interpreter,
    String fileName,
    Optional<String> driver,
    Map<String, byte[]> companions,
    RunLimits limits) {
  private static final Map<String, String> HARNESS =
      Map.of(
          "sitecustomize.py", "sitecustomize.py",
          "_parallelize_observer.py", "observer.py",
          "_parallelize_snapshot.py", "snapshot.py",
          "_parallelize_bounds.py", "bounds.py",
          "_parallelize_schedule.py", "schedule.py",
          "_parallelize_reach.py", "reach.py",
          "_parallelize_vary.py", "vary.py",
          "_parallelize_replay.py", "replay.py",
          "_parallelize_http.py", "http.py",
          "_parallelize_profile.py", "profile.py");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The job that runs this text of the program under the plan's circumstances. */
  SandboxJob job(byte[] text, RunPlan plan) {
    Map<String, byte[]> files = new HashMap<>(companions);
    files.put(fileName, text);
    Map<String, byte[]> harness = new HashMap<>();
    HARNESS.forEach((name, resource) -> harness.put(name, Resources.bytes(resource)));
    List<String> arguments = new ArrayList<>(plan.flags());
    if (driver.isPresent()) {
      harness.put("main/driver.py", Sandbox.utf8(driverScript(driver.get())));
      arguments.add("/sandbox/harness/main/driver.py");
    } else if (isRunAsModule(new String(text, StandardCharsets.ISO_8859_1))) {
      arguments.addAll(List.of("-m", moduleName()));
    } else {
      arguments.add(fileName);
    }
    Map<String, Object> configuration = new HashMap<>(plan.configuration());
    configuration.put("program", moduleName());
    Map<String, String> environment = new HashMap<>();
    environment.put("PYTHONPATH", "/sandbox/harness");
    environment.put("_PARALLELIZE_MAIN", "1");
    plan.hashSeed().ifPresent(seed -> environment.put("PYTHONHASHSEED", seed));
    return new SandboxJob(
        interpreter, arguments, environment, files, harness, configuration, limits);
  }

  /** The bytes that the file would have with another text in it. */
  static byte[] encoded(PythonSource source, String text) {
    byte[] bytes = text.getBytes(source.encoding());
    if (!source.byteOrderMark()) {
      return bytes;
    }
    byte[] marked = new byte[bytes.length + BYTE_ORDER_MARK.length];
    System.arraycopy(BYTE_ORDER_MARK, 0, marked, 0, BYTE_ORDER_MARK.length);
    System.arraycopy(bytes, 0, marked, BYTE_ORDER_MARK.length, bytes.length);
    return marked;
  }

  /** A module of a package that imports from its package can only be run as {@code python -m pkg.module}. */
  private boolean isRunAsModule(String text) {
    if (!fileName.contains("/")) {
      return false;
    }
    String top = Pattern.quote(fileName.substring(0, fileName.indexOf('/')));
    return Pattern.compile("(?m)^\\s*(from\\s*\\.|(from|import)\\s+" + top + "\\b)")
        .matcher(text)
        .find();
  }

  private String moduleName() {
    return fileName.substring(0, fileName.length() - 3).replace('/', '.');
  }

  /** JSON texts are Python string literals too. */
  private String driverScript(String text) {
    return "_parallelize_program = "
        + literal(moduleName())
        + "\n_parallelize_text = "
        + literal(text)
        + "\n"
        + Resources.text("driver.py");
  }

  private static String literal(String text) {
    return new String(Json.bytes(text), StandardCharsets.UTF_8);
  }
}

package dev.parallelize.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The interpreter and the sandbox that the tests of this package share. */
final class TestMachine {
  private static final Interpreter INTERPRETER = findInterpreter();
  private static final Sandbox SANDBOX = Sandbox.open(INTERPRETER);

  private TestMachine() {}

  static Interpreter interpreter() {
    return INTERPRETER;
  }

  static Sandbox sandbox() {
    return SANDBOX;
  }

  private static Interpreter findInterpreter() {
    Path venv = Path.of(System.getProperty("python.venv", "target/venv"), "bin", "python");
    Optional<Interpreter> prepared =
        Files.isExecutable(venv) ? Interpreters.at(List.of(venv)).preferred() : Optional.empty();
    return prepared.or(() -> Interpreters.ofThisMachine().preferred()).orElseThrow();
  }
}

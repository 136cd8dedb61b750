package dev.parallelize.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all four calls take. */
final class ProgramOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--target-python",
      paramLabel = "VERSION",
      description = "Python version the program is for: 3.9 to 3.14, 3.13t, 3.14t.")
  Optional<String> targetPython = Optional.empty();

  @Option(
      names = "--assume",
      paramLabel = "KIND:TARGET",
      description = {
        "A fact you vouch for; may be repeated. Kinds: pure, independent, thread-safe, picklable,"
            + " unique-keys, order-irrelevant, reassociable."
      })
  List<String> assumptions = new ArrayList<>();

  ToolCall addTo(ToolCall call) {
    return call.with("targetPython", targetPython).with("assumptions", assumptionObjects());
  }

  private List<Map<String, Object>> assumptionObjects() {
    return assumptions.stream().map(this::assumption).toList();
  }

  private Map<String, Object> assumption(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new ParameterException(
          spec.commandLine(), "--assume takes KIND:TARGET, as in pure:fetch, not '" + text + "'");
    }
    return Map.of("kind", text.substring(0, colon), "target", text.substring(colon + 1));
  }

  /** The program itself: a path, or {@code -} for standard input. */
  ToolCall addProgram(ToolCall call, String file, Console console) {
    addTo(call);
    if (!file.equals("-")) {
      return call.with("path", file);
    }
    try {
      return call.with("source", new String(console.in().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "standard input cannot be read");
    }
  }

  /** The text of a driver file. */
  Optional<String> text(Optional<Path> file) {
    return file.map(
        f -> {
          try {
            return Files.readString(f, StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new ParameterException(
                spec.commandLine(), "the driver '" + f + "' cannot be read as UTF-8 text");
          }
        });
  }
}

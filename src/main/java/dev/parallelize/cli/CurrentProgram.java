package dev.parallelize.cli;

import dev.parallelize.server.InvalidArgument;
import dev.parallelize.server.Workspace;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceEncoder;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.ProgramText;
import dev.parallelize.workflow.WorkflowError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A program between two steps: what it now reads, and where it came from.
 *
 * @param place where the original stands; empty for standard input
 * @param workspace shows the present text at that place
 */
record CurrentProgram(PythonSource source, Optional<Workspace.Place> place, Workspace workspace) {
  static CurrentProgram read(String file, Console console) {
    Workspace workspace = console.workspace();
    if (file.equals("-")) {
      return new CurrentProgram(
          PythonSource.of(standardInput(console)), Optional.empty(), workspace);
    }
    Workspace.Place place = workspace.find(file);
    ProgramText program = workspace.read(place);
    return new CurrentProgram(program.source(), Optional.of(place), workspace);
  }

  private static String standardInput(Console console) {
    try {
      return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InvalidArgument(
          WorkflowError.of(
              ErrorCode.NOT_FOUND, "Standard input cannot be read.", "Give a file instead."));
    }
  }

  /** The same file with another text. */
  CurrentProgram changed(String text) {
    PythonSource changed = source.withText(text);
    return new CurrentProgram(
        changed, place, place.map(p -> workspace.showing(p, changed)).orElse(workspace));
  }

  ToolCall addTo(ToolCall call) {
    return place.isPresent()
        ? call.with("path", place.get().real().toString())
        : call.with("source", source.text());
  }

  String name() {
    return place.map(Workspace.Place::name).orElse("standard input");
  }

  Optional<Path> file() {
    return place.map(Workspace.Place::real);
  }

  /** Writes the text in its own encoding; false when that fails. */
  boolean writeTo(Path file) {
    try {
      Files.write(file, SourceEncoder.encode(source));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

package dev.parallelize.cli;

import dev.parallelize.server.AnswerJson;
import dev.parallelize.server.Arguments;
import dev.parallelize.server.Call;
import dev.parallelize.server.InvalidArgument;
import dev.parallelize.server.Tool;
import dev.parallelize.server.Workspace;
import dev.parallelize.workflow.Cancellation;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.WorkflowError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A call of a tool from the command line: the arguments are gathered by name, as a client would send them. */
final class ToolCall {
  private final Console console;
  private final Workspace workspace;
  private final Map<String, Object> arguments = new LinkedHashMap<>();

  ToolCall(Console console) {
    this(console, console.workspace());
  }

  /** A call that reads files as this workspace shows them. */
  ToolCall(Console console, Workspace workspace) {
    this.console = console;
    this.workspace = workspace;
  }

  /** Adds an argument unless it is absent or an empty list or object. */
  ToolCall with(String name, Optional<?> value) {
    value.filter(v -> !isEmpty(v)).ifPresent(v -> arguments.put(name, v));
    return this;
  }

  ToolCall with(String name, Object value) {
    return with(name, Optional.of(value));
  }

  <A> Outcome<A> answer(Tool<A> tool) {
    try {
      ProgressLines progress = new ProgressLines(console.err());
      return tool.call(Arguments.of(arguments), new Call(workspace, progress, Cancellation.NEVER));
    } catch (InvalidArgument e) {
      return new Outcome.Refused<>(e.error());
    }
  }

  /**
   * Calls, prints, and says what to exit with.
   *
   * @param texts how the answer looks in each format besides JSON that the command offers
   */
  <A> int print(
      Tool<A> tool,
      Format format,
      Map<Format, Function<A, String>> texts,
      ToIntFunction<A> exitCode) {
    if (format != Format.JSON && !texts.containsKey(format)) {
      console.err().println(notOffered(format));
      return ExitCode.BAD_INPUT;
    }
    Outcome<A> outcome = answer(tool);
    if (format == Format.JSON) {
      console.out().println(AnswerJson.pretty(outcome));
    }
    if (outcome instanceof Outcome.Answered<A> answered) {
      if (format != Format.JSON) {
        console.out().print(texts.get(format).apply(answered.answer()));
      }
      return exitCode.applyAsInt(answered.answer());
    }
    WorkflowError error = ((Outcome.Refused<A>) outcome).error();
    if (format != Format.JSON) {
      console.err().print(Texts.error(error));
    }
    return ExitCode.of(error.code());
  }

  static String notOffered(Format format) {
    return "This command does not offer --format " + format + "; --help names those that it does.";
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof List<?> l && l.isEmpty())
        || (value instanceof Map<?, ?> m && m.isEmpty());
  }
}

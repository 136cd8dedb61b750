package dev.parallelize.cli;

import dev.parallelize.server.AnswerJson;
import dev.parallelize.workflow.Outcome;
import dev.parallelize.workflow.VerifyAnswer;
import dev.parallelize.workflow.WorkflowError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run FILE}: the whole workflow on one file. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "The whole workflow on one file: find, choose, rewrite, run both versions and compare.",
      "Writes nothing unless told to, and only what was found equivalent."
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ProgramOptions program;
  @Mixin RewriteOptions rewrite;
  @Mixin VerifyOptions verify;

  @Parameters(paramLabel = "FILE", description = "A Python file, or - for stdin.")
  String file = "";

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "Rewrite this one. Default: the best that is safe and worth it.")
  Optional<String> candidate = Optional.empty();

  @Option(names = "--all", description = "Rewrite one after the other, as long as there are any.")
  boolean all;

  @Option(names = "--write", description = "Write the new program over the old one.")
  boolean write;

  @Option(names = "--output", paramLabel = "FILE", description = "Write the new program here.")
  Optional<Path> output = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  Format format = Format.TEXT;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (format != Format.TEXT && format != Format.JSON) {
      console.err().println(ToolCall.notOffered(format));
      return ExitCode.BAD_INPUT;
    }
    Consumer<String> say =
        format == Format.TEXT
            ? text -> {
              console.out().print(text);
              console.out().flush();
            }
            : text -> {};
    Outcome<RunAnswer> outcome = new WholeRun(console, this, say).run();
    if (format == Format.JSON) {
      console.out().println(AnswerJson.pretty(outcome));
    }
    if (outcome instanceof Outcome.Answered<RunAnswer> answered) {
      boolean same =
          answered
              .answer()
              .verify()
              .filter(v -> v.verdict() == VerifyAnswer.Verdict.EQUIVALENT)
              .isPresent();
      return same ? ExitCode.DONE : ExitCode.REFUSED_OR_DIFFERENT;
    }
    WorkflowError error = ((Outcome.Refused<RunAnswer>) outcome).error();
    console.err().print(Texts.error(error));
    return ExitCode.of(error.code());
  }
}

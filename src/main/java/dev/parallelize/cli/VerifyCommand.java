package dev.parallelize.cli;

import dev.parallelize.server.VerifyTool;
import dev.parallelize.workflow.VerifyAnswer;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify ORIGINAL TRANSFORMED}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Run two versions of a program in a sandbox, compare them, measure the speedup.")
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ProgramOptions program;
  @Mixin VerifyOptions verify;

  @Parameters(index = "0", paramLabel = "ORIGINAL", description = "The file before.")
  String original = "";

  @Parameters(index = "1", paramLabel = "TRANSFORMED", description = "The file after.")
  String transformed = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  Format format = Format.TEXT;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ToolCall call =
        verify
            .addTo(program.addTo(new ToolCall(console)), program)
            .with("original", Map.of("path", original))
            .with("transformed", Map.of("path", transformed));
    return call.print(
        new VerifyTool(console.workflow()),
        format,
        Map.of(Format.TEXT, VerifyText::of),
        VerifyCommand::exitCode);
  }

  static int exitCode(VerifyAnswer answer) {
    return answer.verdict() == VerifyAnswer.Verdict.EQUIVALENT
        ? ExitCode.DONE
        : ExitCode.REFUSED_OR_DIFFERENT;
  }
}

package dev.parallelize.cli;

import dev.parallelize.server.TransformTool;
import dev.parallelize.workflow.TransformAnswer;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code transform FILE --candidate ID}. */
@Command(
    name = "transform",
    mixinStandardHelpOptions = true,
    description = "Rewrite one candidate to run in parallel, or say why not. Writes no file.")
final class TransformCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ProgramOptions program;
  @Mixin RewriteOptions rewrite;

  @Parameters(paramLabel = "FILE", description = "A Python file, or - for stdin.")
  String file = "";

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      required = true,
      description = "A candidate that analyze found.")
  String candidate = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json, diff (for git apply) or code (the new file).")
  Format format = Format.TEXT;

  TransformCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ToolCall call =
        rewrite
            .addTo(program.addProgram(new ToolCall(console), file, console))
            .with("candidateId", candidate);
    return call.print(
        new TransformTool(console.workflow()),
        format,
        Map.of(Format.TEXT, TransformText::of, Format.DIFF, this::bare, Format.CODE, this::bare),
        TransformCommand::exitCode);
  }

  /** The diff or the file alone, so that it can be piped; a refusal goes to the other stream. */
  private String bare(TransformAnswer answer) {
    if (answer.status() == TransformAnswer.Status.REFUSED) {
      console.err().print(TransformText.of(answer));
      return "";
    }
    return (format == Format.DIFF ? answer.diff() : answer.code()).orElse("");
  }

  private static int exitCode(TransformAnswer answer) {
    return answer.status() == TransformAnswer.Status.TRANSFORMED
        ? ExitCode.DONE
        : ExitCode.REFUSED_OR_DIFFERENT;
  }
}

package dev.parallelize.cli;

import dev.parallelize.server.AnalyzeTool;
import dev.parallelize.workflow.AnalyzeAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze FILE}. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Find what could run in parallel and what stands in the way.")
final class AnalyzeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin ProgramOptions program;

  @Parameters(paramLabel = "FILE", description = "A Python file, a folder, or - for stdin.")
  String file = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json or sarif (for code scanning).")
  Format format = Format.TEXT;

  @Option(names = "--function", paramLabel = "NAME", description = "Only in this function.")
  Optional<String> function = Optional.empty();

  @Option(names = "--lines", paramLabel = "FIRST[-LAST]", description = "Only in these lines.")
  Optional<LineRange> lines = Optional.empty();

  @Option(names = "--detail", paramLabel = "HOW", description = "concise (default) or full.")
  Optional<String> detail = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Candidates in one answer.")
  Optional<Integer> limit = Optional.empty();

  @Option(names = "--cursor", paramLabel = "TEXT", description = "The next page of an answer.")
  Optional<String> cursor = Optional.empty();

  AnalyzeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, Object> focus = new LinkedHashMap<>();
    function.ifPresent(f -> focus.put("function", f));
    lines.ifPresent(
        l -> {
          focus.put("startLine", l.first());
          focus.put("endLine", l.last());
        });
    ToolCall call =
        program
            .addProgram(new ToolCall(console), file, console)
            .with("focus", focus)
            .with("detail", detail)
            .with("limit", limit)
            .with("cursor", cursor);
    if (format == Format.SARIF && limit.isEmpty()) {
      call.with("limit", AnalyzeTool.MOST_CANDIDATES);
    }
    return call.print(
        new AnalyzeTool(console.workflow()),
        format,
        Map.of(Format.TEXT, AnalyzeText::of, Format.SARIF, AnalyzeSarif::of),
        AnalyzeCommand::exitCode);
  }

  private static int exitCode(AnalyzeAnswer answer) {
    return ExitCode.DONE;
  }
}

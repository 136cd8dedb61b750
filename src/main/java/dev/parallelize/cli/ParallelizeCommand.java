package dev.parallelize.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program as a whole. */
@Command(
    name = "parallelize",
    mixinStandardHelpOptions = true,
    versionProvider = ParallelizeCommand.Version.class,
    description = "Turns sequential Python into parallel Python, and proves it by running both.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:The rewrite was refused, or the versions differ.",
      "2:Wrong usage, or a program that cannot be read.",
      "3:Programs cannot be run here: sandbox, interpreter or package missing.",
      "4:A defect of this program.",
      "130:Cancelled."
    })
public final class ParallelizeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private ParallelizeCommand() {}

  /** Runs one command line to its end; what to exit with. */
  public static int run(Console console, String... arguments) {
    CommandLine line =
        new CommandLine(new ParallelizeCommand())
            .addSubcommand(new RunCommand(console))
            .addSubcommand(new AnalyzeCommand(console))
            .addSubcommand(new ClassifyCommand(console))
            .addSubcommand(new TransformCommand(console))
            .addSubcommand(new VerifyCommand(console))
            .addSubcommand(new StdioCommand(console))
            .addSubcommand(new ServeCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LineRange.class, new LineRange.Reader())
        .setUsageHelpAutoWidth(false)
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setExecutionExceptionHandler((e, failed, result) -> defect(console, e));
    return line.execute(arguments);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.BAD_INPUT;
  }

  private static int defect(Console console, Exception e) {
    if (e instanceof CommandLine.ParameterException wrong) {
      console.err().println(wrong.getMessage());
      return ExitCode.BAD_INPUT;
    }
    console.err().println("internal-error: " + e);
    if (System.getenv("PARALLELIZE_DEBUG") != null) {
      e.printStackTrace(console.err());
    }
    return ExitCode.DEFECT;
  }

  private static java.io.PrintWriter writer(java.io.PrintStream stream) {
    return new java.io.PrintWriter(stream, true, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The version that {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"parallelize " + dev.parallelize.server.ProgramVersion.text()};
    }
  }
}

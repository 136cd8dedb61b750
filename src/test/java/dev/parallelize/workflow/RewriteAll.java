package dev.parallelize.workflow;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Options;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites every candidate called parallelizable in the given files, each with a forced strategy, and
 * writes the results beside each other: {@code FILE.py} and {@code FILE@N.py}. The script {@code
 * compare_rewrites.py} runs and compares them.
 */
public final class RewriteAll {
  private RewriteAll() {}

  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    String strategy = arguments[1];
    ParallelizationWorkflow workflow = new ParallelizationWorkflow();
    int rewritten = 0;
    int refused = 0;
    for (int i = 2; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String text = Files.readString(file);
      ProgramText program = new ProgramText(Optional.of(file.toString()), PythonSource.of(text));
      String name = (file.getParent().getFileName() + "_" + file.getFileName()).replace(".py", "");
      if (!(workflow.analyze(AnalyzeRequest.of(program))
          instanceof Outcome.Answered<AnalyzeAnswer> answered)) {
        System.out.println(name + ": not analyzed");
        continue;
      }
      Files.writeString(out.resolve(name + ".py"), text);
      int number = 0;
      for (AnalyzeAnswer.Candidate candidate : answered.answer().candidates()) {
        if (candidate.verdict() != Verdict.PARALLELIZABLE) {
          continue;
        }
        TransformRequest request =
            new TransformRequest(
                program,
                Optional.of(new PythonVersion(11, false)),
                List.<Assumption>of(),
                candidate.id(),
                strategy.equals("best") ? Optional.empty() : Optional.of(strategy),
                Options.DEFAULT);
        Outcome<TransformAnswer> outcome;
        try {
          outcome = workflow.transform(request);
        } catch (RuntimeException e) {
          System.out.println("FAILED " + name + " " + candidate.id() + ": " + e);
          e.printStackTrace(System.out);
          continue;
        }
        if (outcome instanceof Outcome.Answered<TransformAnswer> done
            && done.answer().code().isPresent()) {
          number++;
          rewritten++;
          Files.writeString(out.resolve(name + "@" + number + ".py"), done.answer().code().get());
          Files.writeString(
              out.resolve(name + "@" + number + ".diff"), done.answer().diff().orElse(""));
        } else {
          refused++;
          String why =
              outcome instanceof Outcome.Refused<TransformAnswer> r
                  ? r.error().message()
                  : "not worth it";
          System.out.println("refused " + name + " " + candidate.id() + ": " + why);
        }
      }
    }
    System.out.println(rewritten + " rewritten, " + refused + " refused");
  }
}

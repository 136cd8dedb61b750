package dev.parallelize.workflow;

import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.WholeColumns;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.SyntaxProblem;
import dev.parallelize.workload.Judge;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Every candidate of one program, judged; or why the program could not be read. */
record Judged(PythonSource source, List<Judgement> judgements) {
  /** Deep enough for what CPython itself accepts: thousands of nested operators or branches. */
  private static final long STACK_BYTES = 512L << 20;

  static Outcome<Judged> of(ProgramText text, PythonVersion target, List<Assumption> assumptions) {
    return onDeepStack(
        () -> {
          Outcome<Program> outcome = analyzed(text, target, assumptions);
          if (outcome instanceof Outcome.Refused<Program> refused) {
            return new Outcome.Refused<>(refused.error());
          }
          Program program = ((Outcome.Answered<Program>) outcome).answer();
          return new Outcome.Answered<>(
              new Judged(
                  text.source(), Judge.judge(program).stream().map(WholeColumns::judged).toList()));
        });
  }

  /** The program that a text is; to be called on a deep stack. */
  static Outcome<Program> analyzed(
      ProgramText text, PythonVersion target, List<Assumption> assumptions) {
    ProgramText.Beside beside = text.surroundings();
    Assumptions given = new Assumptions(assumptions);
    ParseResult parsed = PythonParser.parse(text.source(), target);
    if (parsed instanceof ParseResult.Rejected rejected) {
      return new Outcome.Refused<>(syntaxError(rejected.problems().get(0)));
    }
    return new Outcome.Answered<>(
        Analysis.analyze(
            ((ParseResult.Parsed) parsed).tree(),
            beside.neighbourhood().knowledge(beside.name(), Knowledge.standard(), target, given),
            given));
  }

  private static WorkflowError syntaxError(SyntaxProblem problem) {
    return new WorkflowError(
        ErrorCode.SYNTAX_ERROR,
        problem.message(),
        Optional.of(problem.line()),
        Optional.of(problem.column()),
        problem.hint().isEmpty() ? Optional.empty() : Optional.of(problem.hint()));
  }

  /** Runs work whose recursion follows the program's nesting. */
  static <T> Outcome<T> onDeepStack(Callable<Outcome<T>> work) {
    FutureTask<Outcome<T>> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "analysis", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Refused<>(
          WorkflowError.of(ErrorCode.CANCELLED, "The call was cancelled.", "Send it again."));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackOverflowError) {
        return new Outcome.Refused<>(
            WorkflowError.of(
                ErrorCode.TOO_LARGE,
                "The program is nested too deeply to be analyzed.",
                "Analyze the function of interest alone."));
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  Optional<Judgement> candidate(String id) {
    return judgements.stream().filter(j -> j.candidate().id().equals(id)).findFirst();
  }

  WorkflowError unknown(String id) {
    List<String> known = judgements.stream().map(j -> j.candidate().id()).limit(8).toList();
    return WorkflowError.of(
        ErrorCode.UNKNOWN_CANDIDATE,
        "There is no candidate `" + id + "` in this program.",
        known.isEmpty()
            ? "The program has no candidates at all."
            : "Use one that analyze gives for this very text: " + String.join(", ", known) + ".");
  }
}

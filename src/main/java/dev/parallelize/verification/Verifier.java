package dev.parallelize.verification;

import dev.parallelize.verification.ProgramRunner.CancelledException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs both versions of a program against each other and says whether the transformed one does what the original did.
 *
 * <p>Verifications beyond the number that may run at once wait their turn, and say so to their progress.
 */
public final class Verifier {
  private static final long LOOK_MILLIS = 200;
  private static final int LOOKS_PER_REPORT = 10;

  private final Sandbox sandbox;
  private final Interpreters interpreters;
  private final RunLimits limits;
  private final Semaphore turns;

  /**
   * @param sandbox where programs run
   * @param interpreters what runs them
   * @param limits the operator's limits for each run
   * @param atOnce verifications that may run at the same time
   */
  public Verifier(Sandbox sandbox, Interpreters interpreters, RunLimits limits, int atOnce) {
    this.sandbox = sandbox;
    this.interpreters = interpreters;
    this.limits = limits;
    this.turns = new Semaphore(atOnce, true);
  }

  /** Verifies; blocks until done, and ends within a second of a cancellation. */
  public VerificationResult verify(
      VerificationRequest request, Progress progress, Cancellation cancellation) {
    if (sandbox.status() instanceof SandboxStatus.Unavailable unavailable) {
      return new VerificationResult.SandboxUnavailable(unavailable.cause(), unavailable.fix());
    }
    Optional<String> wanted = request.options().python();
    Optional<Interpreter> interpreter =
        wanted.map(interpreters::named).orElseGet(interpreters::preferred);
    if (interpreter.isEmpty()) {
      return new VerificationResult.NoInterpreter(
          wanted
              .map(
                  each ->
                      "No interpreter known here answers to "
                          + each
                          + "; known are "
                          + versions()
                          + ".")
              .orElse(
                  "No Python was found; set PARALLELIZE_PYTHON to one, or put python3 on the path."));
    }
    try {
      waitForTurn(progress, cancellation);
    } catch (CancelledException cancelled) {
      return new VerificationResult.Cancelled();
    }
    try {
      return new VerificationRun(
              runner(request, interpreter.get(), progress, cancellation),
              request,
              interpreter.get(),
              sandbox)
          .report();
    } catch (CancelledException cancelled) {
      return new VerificationResult.Cancelled();
    } finally {
      turns.release();
    }
  }

  private ProgramRunner runner(
      VerificationRequest request,
      Interpreter interpreter,
      Progress progress,
      Cancellation cancellation) {
    RunLimits tightened = limits;
    VerificationOptions options = request.options();
    if (options.timeoutSeconds().isPresent()) {
      tightened =
          tightened.within(java.time.Duration.ofSeconds(options.timeoutSeconds().getAsInt()));
    }
    if (options.memoryBytes().isPresent()) {
      tightened = tightened.withinMemory(options.memoryBytes().getAsLong());
    }
    return new ProgramRunner(sandbox, interpreter, request, tightened, progress, cancellation);
  }

  private List<String> versions() {
    return interpreters.all().stream()
        .map(each -> each.language() + " (" + each.executable() + ")")
        .toList();
  }

  private void waitForTurn(Progress progress, Cancellation cancellation) throws CancelledException {
    try {
      for (int looks = 0; !turns.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
        if (looks % LOOKS_PER_REPORT == 0) {
          progress.report(0, 1, "waiting for other verifications to end");
        }
        if (cancellation.requested()) {
          throw new CancelledException();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}

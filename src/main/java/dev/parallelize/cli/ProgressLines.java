package dev.parallelize.cli;

import dev.parallelize.workflow.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Progress as lines for people: one for each thing that is begun, not for each step of it. */
final class ProgressLines implements Progress {
  private final PrintStream err;
  private String last = "";

  ProgressLines(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void report(double fraction, String message) {
    if (!message.equals(last)) {
      last = message;
      err.printf(Locale.ROOT, "[%3d%%] %s%n", Math.round(fraction * 100), Texts.visible(message));
      err.flush();
    }
  }
}

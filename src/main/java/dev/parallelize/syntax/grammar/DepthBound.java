package dev.parallelize.syntax.grammar;

import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.SyntaxProblem;
import dev.parallelize.syntax.SyntaxTree;
import dev.parallelize.syntax.checks.CompileChecks;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps any text from exhausting the stack. What nests as code usually does is read on the caller's
 * thread; what nests deeper is read again on a thread whose stack is measured for the deepest text
 * that is accepted.
 */
public final class DepthBound {
  /** Open grammar rules that any thread's stack has room for: less than 100 kB. */
  private static final int SHALLOW = 250;

  /** Open grammar rules at which a text is rejected; CPython's own bound is about 6,000 levels. */
  private static final int DEEPEST = 13_000;

  private static final long STACK_BYTES = 64L << 20;

  private DepthBound() {}

  /** A tree, and what the compiler would reject in it. */
  public record Reading(SyntaxTree tree, List<SyntaxProblem> problems) {}

  /**
   * Reads a text on a stack that has room for it.
   *
   * @throws Rejection if the text is not Python
   */
  public static Reading read(PythonSource source, PythonVersion version) {
    try {
      return checked(source, version, SHALLOW);
    } catch (FlatParser.TooDeep shallow) {
      return onDeepStack(source, version);
    }
  }

  private static Reading checked(PythonSource source, PythonVersion version, int depth) {
    SyntaxTree tree = GrammarReader.read(source, version, depth);
    return new Reading(tree, CompileChecks.of(tree));
  }

  private static Reading onDeepStack(PythonSource source, PythonVersion version) {
    AtomicReference<Object> result = new AtomicReference<>();
    Thread reader =
        new Thread(
            null,
            () -> {
              try {
                result.set(checked(source, version, DEEPEST));
              } catch (FlatParser.TooDeep deep) {
                result.set(
                    new Rejection(
                        0,
                        "too many nested expressions",
                        "give inner expressions names of their own"));
              } catch (Rejection rejection) {
                result.set(rejection);
              }
            },
            "python-parser",
            STACK_BYTES);
    reader.start();
    boolean interrupted = false;
    while (true) {
      try {
        reader.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Object read = result.get();
    if (read instanceof Reading reading) {
      return reading;
    }
    if (read instanceof Rejection rejection) {
      throw rejection;
    }
    throw new IllegalStateException("the parser ended without a result");
  }
}

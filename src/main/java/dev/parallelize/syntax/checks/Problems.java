package dev.parallelize.syntax.checks;

import dev.parallelize.source.Position;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.SyntaxProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the checks find. */
final class Problems {
  private static final int MOST = 100;

  private record Found(int offset, String message, String hint) {}

  private final PythonSource source;
  private final List<Found> found = new ArrayList<>(0);

  Problems(PythonSource source) {
    this.source = source;
  }

  void add(int offset, String message, String hint) {
    Found problem = new Found(offset, message, hint);
    if (found.size() < MOST && !found.contains(problem)) {
      found.add(problem);
    }
  }

  /** In the order of the text. */
  List<SyntaxProblem> all() {
    if (found.isEmpty()) {
      return List.of();
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Found::offset))
        .map(
            problem -> {
              Position position = source.position(problem.offset());
              return new SyntaxProblem(
                  position.line(), position.column(), problem.message(), problem.hint());
            })
        .toList();
  }
}

package dev.parallelize.rewrite;

import dev.parallelize.dependence.Progress;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a call that shows a loop's progress, around something else than the loop's items. */
record ShownProgress(Progress progress, PythonSource source) {
  /** Whether it counts by itself: then it goes along with the results. */
  boolean counts() {
    return progress.items().isEmpty();
  }

  /** The call as it stands. */
  String call() {
    return source.text(progress.call().span());
  }

  /** What the items are without it. */
  String items() {
    return progress
        .items()
        .map(i -> source.text(i.span()))
        .orElseGet(() -> "range(" + String.join(", ", positional(0)) + ")");
  }

  /** {@code tqdm(}. */
  String open() {
    return source.text(progress.call().function().span()) + "(";
  }

  /**
   * The arguments around what is shown.
   *
   * @param sized what says how many there are; empty if nothing does
   */
  List<String> arguments(String shown, String sized) {
    List<String> all = new ArrayList<>(List.of(shown));
    all.addAll(positional(1));
    boolean told =
        all.size() > 2
            || progress.call().keywords().stream()
                .anyMatch(k -> k.name().equals(Optional.of("total")));
    if (!told && !sized.isEmpty()) {
      all.add("total=len(" + sized + ")");
    }
    progress.call().keywords().forEach(k -> all.add(source.text(k.span())));
    return all;
  }

  String around(String shown, String sized) {
    return open() + String.join(", ", arguments(shown, sized)) + ")";
  }

  private List<String> positional(int from) {
    List<Expression> given = progress.call().arguments();
    return given.subList(Math.min(from, given.size()), given.size()).stream()
        .map(a -> source.text(a.span()))
        .toList();
  }
}

package dev.parallelize.workflow;

import dev.parallelize.semantics.Assumptions.Assumption;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.PythonVersion;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The programs that were judged last, since whoever asks for candidates soon asks for their strategies and for rewrites
 * of the same text. A judged program answers some questions only when they are asked, so each is lent to one call at a
 * time; who comes in between judges the text anew.
 */
final class JudgedPrograms {
  /** Of all texts together, if there is more than one; what is known of a program takes 150 bytes for each. */
  private static final int MOST_CHARACTERS = 100_000;

  /** Of one text. */
  private static final int LONGEST = 250_000;

  /** Those that were used last stand last. */
  private final Map<Key, Judged> kept = new LinkedHashMap<>();

  /**
   * What a judgement depends on.
   *
   * @param neighbours what tells the files around the program from others
   */
  private record Key(
      String text,
      Charset encoding,
      boolean byteOrderMark,
      String name,
      String neighbours,
      PythonVersion target,
      List<Assumption> assumptions) {
    static Key of(ProgramText program, PythonVersion target, List<Assumption> assumptions) {
      PythonSource source = program.source();
      ProgramText.Beside beside = program.surroundings();
      return new Key(
          source.text(),
          source.encoding(),
          source.byteOrderMark(),
          beside.name(),
          beside.neighbourhood().fingerprint(),
          target,
          List.copyOf(assumptions));
    }
  }

  /** The programs that one call works with. */
  final class Loan {
    private final Map<Key, Judged> lent = new LinkedHashMap<>();

    private Loan() {}

    Outcome<Judged> judged(
        ProgramText program, PythonVersion target, List<Assumption> assumptions) {
      Key key = Key.of(program, target, assumptions);
      Optional<Judged> known = Optional.ofNullable(lent.get(key)).or(() -> take(key));
      Outcome<Judged> outcome =
          known
              .<Outcome<Judged>>map(Outcome.Answered::new)
              .orElseGet(() -> Judged.of(program, target, assumptions));
      if (outcome instanceof Outcome.Answered<Judged> answered) {
        lent.put(key, answered.answer());
      }
      return outcome;
    }
  }

  /** Makes a call and keeps the programs that it used, unless it fails or is left in the middle. */
  <T> Outcome<T> lend(Function<Loan, Outcome<T>> call) {
    Loan loan = new Loan();
    Outcome<T> outcome = call.apply(loan);
    boolean left =
        Thread.currentThread().isInterrupted()
            || (outcome instanceof Outcome.Refused<T> refused
                && refused.error().code() == ErrorCode.CANCELLED);
    if (!left) {
      loan.lent.forEach(this::keep);
    }
    return outcome;
  }

  private synchronized Optional<Judged> take(Key key) {
    return Optional.ofNullable(kept.remove(key));
  }

  private synchronized void keep(Key key, Judged judged) {
    if (key.text().length() > LONGEST) {
      return;
    }
    kept.remove(key);
    kept.put(key, judged);
    long characters = kept.keySet().stream().mapToLong(k -> k.text().length()).sum();
    Iterator<Key> oldest = kept.keySet().iterator();
    while (characters > MOST_CHARACTERS && kept.size() > 1) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
  }
}

package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Changes texts at random for a while, {@code -Dfuzz.seconds} or 30: whatever comes, there is an answer,
 * its tokens tile the text, and its problems lie inside it. A failure names the seed of its text.
 */
class FuzzTest {
  private static final long SECONDS = Long.getLong("fuzz.seconds", 30);
  private static final double NANOS = 1e9;

  private static final String INTERESTING =
      "()[]{}:,.;=!*@\\'\"#\n\r\t\f \0-+<>|&^%~`$?0123456789_abefijklmnoprstuwxyBFRTU"
          + "\u00aa\u0301\u200b\u202e\u2028\ufeff\ufffd\ud800\udfff\ud835\udcb3";

  @Test
  void everyTextGetsAnAnswer() {
    long first = System.nanoTime();
    long seed = first;
    while ((System.nanoTime() - first) / NANOS < SECONDS) {
      String text = text(new Random(seed));
      for (int minor : new int[] {9, 11, 12, 14}) {
        answers(text, new PythonVersion(minor, false), seed);
      }
      seed++;
    }
    assertThat(seed - first).as("texts").isGreaterThan(100);
  }

  private static void answers(String text, PythonVersion version, long seed) {
    String which = "seed " + seed + ", Python " + version + ": " + text;
    ParseResult result;
    try {
      result = PythonParser.parse(PythonSource.of(text), version);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(which, e);
    }
    if (result instanceof ParseResult.Parsed parsed) {
      StringBuilder printed = new StringBuilder();
      parsed.tree().tokens().forEach(t -> printed.append(text, t.start(), t.end()));
      assertThat(printed.toString()).as(which).isEqualTo(text);
      Walk.each(parsed.tree().module(), n -> assertThat(n.start()).as(which).isBetween(0, n.end()));
    } else if (result instanceof ParseResult.Rejected rejected) {
      int lines = PythonSource.of(text).lineCount();
      assertThat(rejected.problems()).as(which).isNotEmpty();
      rejected.problems().forEach(p -> assertThat(p.line()).as(which).isBetween(1, lines));
    }
  }

  /** A few constructs, cut and joined, with characters deleted, doubled, swapped and thrown in. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String construct = Constructs.ALL.get(random.nextInt(Constructs.ALL.size()));
      int from = random.nextInt(4) == 0 ? random.nextInt(construct.length()) : 0;
      text.append(construct, from, construct.length()).append(random.nextBoolean() ? "\n" : "");
    }
    for (int i = random.nextInt(6); i > 0 && text.length() > 0; i--) {
      change(text, random);
    }
    return text.toString();
  }

  private static void change(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(8));
    char any = INTERESTING.charAt(random.nextInt(INTERESTING.length()));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
      case 3 -> text.setCharAt(at, any);
      case 4 -> text.insert(at, String.valueOf(any).repeat(1 + random.nextInt(3)));
      default -> text.setLength(at);
    }
  }
}

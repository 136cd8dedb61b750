package dev.parallelize.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Short Python texts with one or two pieces deleted, doubled, swapped, inserted or replaced. */
final class Mutants {
  private static final int LONGEST_MUTATED = 400;
  private static final long SEED = 20_240_517;
  private static final Pattern PIECE = Pattern.compile("\\w+|[ \\t]+|\\n|.", Pattern.DOTALL);

  private static final List<String> INSERTED =
      List.of(
          "(", ")", "[", "]", "{", "}", ":", ",", "=", "*", "**", "lambda", "if", "else", "for",
          "in", "not", "async", "await", "yield", "f'", "'", "\\", "\n", " ", "@", "->", ":=", ".",
          "...", "is", "1", "x", "_", "match", "case", "type", "!", ";", "\t", "#", "0x", "1e", "r",
          "b", "None", "return", "del", "as", "import", "from", "with", "global", "{x!r}", "{x:");

  private Mutants() {}

  /** So many different mutants of those texts, the same ones in every run. */
  static Set<String> of(Collection<String> texts, int count) {
    List<String> seeds = texts.stream().filter(s -> s.length() < LONGEST_MUTATED).toList();
    Random random = new Random(SEED);
    Set<String> mutants = new LinkedHashSet<>();
    while (mutants.size() < count) {
      List<String> pieces = pieces(seeds.get(random.nextInt(seeds.size())));
      int changes = 1 + random.nextInt(4) / 3;
      for (int i = 0; i < changes && !pieces.isEmpty(); i++) {
        change(pieces, random);
      }
      mutants.add(String.join("", pieces));
    }
    return mutants;
  }

  private static List<String> pieces(String text) {
    return new ArrayList<>(PIECE.matcher(text).results().map(MatchResult::group).toList());
  }

  private static void change(List<String> pieces, Random random) {
    int at = random.nextInt(pieces.size());
    switch (random.nextInt(5)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, pieces.get(at));
      case 2 -> Collections.swap(pieces, at, random.nextInt(pieces.size()));
      case 3 -> pieces.add(at, INSERTED.get(random.nextInt(INSERTED.size())));
      default -> pieces.set(at, INSERTED.get(random.nextInt(INSERTED.size())));
    }
  }
}

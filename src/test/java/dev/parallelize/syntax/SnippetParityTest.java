package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Accepts what {@code compile()} accepts, and nothing else: the texts that CPython's own syntax tests
 * compile, this project's list of constructs, and mutants of both.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnippetParityTest {
  private static final boolean ALL = "all".equals(System.getProperty("parity"));
  private static final int MUTANTS = ALL ? 40_000 : 4_000;
  private static final int LONGEST_MUTATED = 400;
  private static final long SEED = 20_240_517;
  private static final Pattern PIECE = Pattern.compile("\\w+|[ \\t]+|\\n|.", Pattern.DOTALL);

  private static final List<String> MODULES =
      List.of(
          "test_syntax",
          "test_grammar",
          "test_fstring",
          "test_patma",
          "test_named_expressions",
          "test_exceptions",
          "test_type_params",
          "test_positional_only_arg",
          "test_unpack_ex",
          "test_string_literals");

  private static final List<String> INSERTED =
      List.of(
          "(", ")", "[", "]", "{", "}", ":", ",", "=", "*", "**", "lambda", "if", "else", "for",
          "in", "not", "async", "await", "yield", "f'", "'", "\\", "\n", " ", "@", "->", ":=", ".",
          "...", "is", "1", "x", "_", "match", "case", "type", "!", ";", "\t", "#", "0x", "1e", "r",
          "b", "None", "return", "del", "as", "import", "from", "with", "global", "{x!r}", "{x:");

  private final Map.Entry<PythonVersion, Path> python = Interpreters.usual();
  private final List<String> snippets = new ArrayList<>();
  private final Oracle oracle = new Oracle(python.getValue());

  @BeforeAll
  void collect() {
    snippets.addAll(Constructs.ALL);
    snippets.addAll(Oracle.snippets(python.getValue(), MODULES));
  }

  @AfterAll
  void stop() {
    oracle.close();
  }

  @Test
  void snippetsOfCPythonsOwnTests() {
    assertThat(differences(snippets)).isEmpty();
  }

  @Test
  void mutants() {
    assertThat(differences(mutated())).isEmpty();
  }

  private List<String> differences(Iterable<String> texts) {
    List<String> differences = new ArrayList<>();
    for (String text : texts) {
      Oracle.Judgement expected = oracle.judge(text);
      String found = verdict(text, expected);
      if (!found.isEmpty()) {
        differences.add(found + ": " + text + "\n  CPython: " + expected);
      }
    }
    return differences;
  }

  private String verdict(String text, Oracle.Judgement expected) {
    ParseResult result = PythonParser.parse(PythonSource.of(text), python.getKey());
    boolean valid = expected.verdict() == Oracle.Verdict.VALID;
    if (result instanceof ParseResult.Rejected rejected) {
      return valid ? "rejected " + rejected.problems() : "";
    }
    SyntaxTree tree = ((ParseResult.Parsed) result).tree();
    if (!valid) {
      return "accepted";
    }
    return AstDump.digest(tree).equals(expected.detail()) ? "" : "another tree";
  }

  /** Each mutant deletes, doubles, swaps, inserts or replaces a piece of a snippet, or two. */
  private Set<String> mutated() {
    List<String> seeds = snippets.stream().filter(s -> s.length() < LONGEST_MUTATED).toList();
    Random random = new Random(SEED);
    Set<String> mutants = new LinkedHashSet<>();
    while (mutants.size() < MUTANTS) {
      List<String> pieces =
          new ArrayList<>(
              PIECE
                  .matcher(seeds.get(random.nextInt(seeds.size())))
                  .results()
                  .map(MatchResult::group)
                  .toList());
      int changes = 1 + random.nextInt(4) / 3;
      for (int i = 0; i < changes && !pieces.isEmpty(); i++) {
        change(pieces, random);
      }
      mutants.add(String.join("", pieces));
    }
    return mutants;
  }

  private static void change(List<String> pieces, Random random) {
    int at = random.nextInt(pieces.size());
    switch (random.nextInt(5)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, pieces.get(at));
      case 2 -> java.util.Collections.swap(pieces, at, random.nextInt(pieces.size()));
      case 3 -> pieces.add(at, INSERTED.get(random.nextInt(INSERTED.size())));
      default -> pieces.set(at, INSERTED.get(random.nextInt(INSERTED.size())));
    }
  }
}

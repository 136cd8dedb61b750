package dev.parallelize.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The skill's pages: what clients demand of their form, and that their code is right. */
class SkillPagesTest {
  private static final Path SKILL = Path.of("SKILL.md");
  private static final Path REFERENCES = Path.of("skill/references");

  /** Words, signs and line breaks; a tokenizer of a language model makes about as many. */
  private static final Pattern TOKEN = Pattern.compile("\\w{1,6}|[^\\w\\s]|\\n+| {2,}");

  @Test
  void frontmatterIsWithinBounds() throws IOException {
    String text = Files.readString(SKILL);

    assertThat(text).startsWith("---\nname: python-parallelization\n");
    assertThat(first(text, "(?m)^description: (.+)$")).hasSizeBetween(100, 1_024);
  }

  @Test
  void pageIsShort() throws IOException {
    assertThat(Files.readAllLines(SKILL)).hasSizeLessThan(500);
    assertThat(TOKEN.matcher(Files.readString(SKILL)).results().count()).isLessThan(5_000);
  }

  @Test
  void pagesThatAreNamedExist() throws IOException {
    List<String> named =
        Pattern.compile("skill/references/[\\w.-]+")
            .matcher(Files.readString(SKILL))
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(named).isNotEmpty().allSatisfy(page -> assertThat(Path.of(page)).exists());
  }

  @Test
  void everyCodeBlockIsRight() throws Exception {
    try (Stream<Path> pages = Files.list(REFERENCES)) {
      Stream<Path> markdown = pages.filter(page -> page.toString().endsWith(".md")).sorted();
      PythonProgram check =
          PythonProgram.run(
              "check_pages.py", Stream.concat(Stream.of(SKILL), markdown).map(Path::toString));

      assertThat(check.exitStatus()).as(check.output()).isZero();
    }
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
  }
}

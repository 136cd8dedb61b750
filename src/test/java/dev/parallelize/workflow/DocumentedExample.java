package dev.parallelize.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code in a section of a class's Javadoc. */
final class DocumentedExample {
  private DocumentedExample() {}

  static String section(String file, String title) {
    Matcher section =
        Pattern.compile(
                "<(?:h2|b)>"
                    + title
                    + "\\.?</(?:h2|b)>\\s*\\*\\s*\\* <pre>\\{@code\\n(.*?) \\* }</pre>",
                Pattern.DOTALL)
            .matcher(file);
    assertThat(section.find()).as("the section " + title).isTrue();
    return section
        .group(1)
        .lines()
        .map(line -> line.replaceFirst("^ \\* ?", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}

package dev.parallelize.texts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Javadoc of a class as Markdown: headings, paragraphs and code blocks. */
final class JavadocPage {
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?s)/\\*\\*(.*?)\\*/\\s*(?:public |final |sealed |abstract )*(?:class|record) ");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)}</pre>");
  private static final Pattern HEADING = Pattern.compile("(?:<p>)?<(h2|b)>([^<]+?)\\.?</\\1>");
  private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link|linkplain)\\s+([^}]*)}");

  private JavadocPage() {}

  /** The page of the first documented class in a source file. */
  static String of(String title, String source) {
    Matcher comment = COMMENT.matcher(source);
    if (!comment.find()) {
      throw new IllegalArgumentException("no documented class under " + title);
    }
    String javadoc =
        comment
            .group(1)
            .lines()
            .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
            .collect(Collectors.joining("\n"));
    return "# " + title + "\n\n" + markdown(javadoc) + "\n";
  }

  private static String markdown(String javadoc) {
    StringBuilder page = new StringBuilder();
    Matcher block = CODE_BLOCK.matcher(javadoc);
    int from = 0;
    while (block.find()) {
      page.append(prose(javadoc.substring(from, block.start())));
      page.append("\n```python\n").append(block.group(1).stripTrailing()).append("\n```\n");
      from = block.end();
    }
    return page.append(prose(javadoc.substring(from))).toString().strip();
  }

  private static String prose(String javadoc) {
    String marked = HEADING.matcher(javadoc).replaceAll("\n\n## $2\n\n");
    String plain = INLINE.matcher(marked.replaceAll("</?[a-z]+>", "\n\n")).replaceAll("`$1`");
    return List.of(plain.split("\\n\\s*\\n")).stream()
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .map(JavadocPage::unescaped)
        .collect(Collectors.joining("\n\n", "\n", "\n"));
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}

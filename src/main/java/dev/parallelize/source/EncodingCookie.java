package dev.parallelize.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that names the file's encoding (PEP 263).
 *
 * @param name as Python writes it
 * @param line 1 or 2
 */
record EncodingCookie(String name, int line) {
  private static final int LONGEST = 4_096;

  /** Compiled when a file may have a cookie: most have none, and a cold start pays for patterns. */
  private static final class Patterns {
    private static final Pattern COOKIE =
        Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+).*");
    private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:#.*)?");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  }

  /** The cookie of the first two lines; the second counts only after a blank or comment line. */
  static Optional<EncodingCookie> find(byte[] content) {
    int length = Math.min(content.length, LONGEST);
    String head = new String(content, 0, length, StandardCharsets.ISO_8859_1);
    if (!head.contains("coding")) {
      return Optional.empty();
    }
    String[] lines = Patterns.LINE_END.split(head, 3);
    for (int i = 0; i < Math.min(2, lines.length); i++) {
      Matcher matcher = Patterns.COOKIE.matcher(lines[i]);
      if (matcher.matches()) {
        return Optional.of(new EncodingCookie(normalized(matcher.group(1)), i + 1));
      }
      if (!Patterns.BLANK.matcher(lines[i]).matches()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean isUtf8() {
    return name.equals("utf-8");
  }

  /** The encoding, if the JDK knows it and its first 128 characters are those of ASCII. */
  Optional<Charset> charset() {
    for (String spelling :
        List.of(name, name.replace('_', '-'), name.replace("_", ""), "x-" + name)) {
      try {
        Charset charset = Charset.forName(spelling);
        if (charset.canEncode() && holdsAscii(charset)) {
          return Optional.of(charset);
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        // the next spelling may be one that the JDK knows
      }
    }
    return Optional.empty();
  }

  private static boolean holdsAscii(Charset charset) {
    String sample = "# coding: x\r\n\"'()[]{}\\~^$";
    return sample.equals(new String(sample.getBytes(StandardCharsets.US_ASCII), charset));
  }

  /** CPython folds the spellings of the two encodings that it decodes itself. */
  private static String normalized(String name) {
    String folded = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (folded.equals("utf-8") || folded.startsWith("utf-8-")) {
      return "utf-8";
    }
    for (String latin : List.of("latin-1", "iso-8859-1", "iso-latin-1")) {
      if (folded.equals(latin) || folded.startsWith(latin + "-")) {
        return "iso-8859-1";
      }
    }
    return name.toLowerCase(Locale.ROOT);
  }
}

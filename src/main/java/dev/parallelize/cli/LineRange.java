package dev.parallelize.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lines of a file, 1-based, both ends included. */
record LineRange(int first, int last) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  /** Reads {@code 12} and {@code 12-20}. */
  static final class Reader implements ITypeConverter<LineRange> {
    @Override
    public LineRange convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("takes a line or two, as in 12-20, not '" + text + "'");
      }
      int first = Integer.parseInt(matcher.group(1));
      return new LineRange(
          first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2)));
    }
  }
}

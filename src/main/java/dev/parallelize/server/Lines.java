package dev.parallelize.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Lines of a byte stream, none longer than a limit: the rest of a longer one is read and thrown away. */
final class Lines {
  private final InputStream in;
  private final int longest;

  Lines(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /** A line without its end; {@code tooLong} when it went beyond the limit. */
  record Line(byte[] bytes, boolean tooLong) {
    boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /** The next line; empty at the end of input. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int length = 0;
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (length < longest) {
        line.write(b);
      }
      length = Math.min(length + 1, longest + 1);
    }
    byte[] bytes = line.toByteArray();
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return Optional.of(
        new Line(
            carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes, length > longest));
  }
}

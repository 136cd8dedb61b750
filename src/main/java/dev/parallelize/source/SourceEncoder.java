package dev.parallelize.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text to bytes: the inverse of {@link SourceDecoder}. */
public final class SourceEncoder {
  private static final byte[] MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

  private SourceEncoder() {}

  /**
   * The bytes of a file with this text.
   *
   * @throws IllegalArgumentException if an edit brought in a character that the file's encoding lacks
   */
  public static byte[] encode(PythonSource source) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.text().length() + MARK.length);
    if (source.byteOrderMark()) {
      out.writeBytes(MARK);
    }
    try {
      ByteBuffer content = source.encoding().newEncoder().encode(CharBuffer.wrap(source.text()));
      out.write(content.array(), content.arrayOffset(), content.remaining());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the text holds a character that "
              + source.encoding().name()
              + " cannot encode; declare utf-8",
          e);
    }
    return out.toByteArray();
  }
}

package dev.parallelize.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes to text as Python reads a file: UTF-8, unless a cookie in one of the first two lines names
 * another encoding (PEP 263). As strict as running the file: {@code ast.parse} would let undecodable
 * bytes in comments pass.
 */
public final class SourceDecoder {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final char REPLACEMENT = '\ufffd';

  private SourceDecoder() {}

  /** What the bytes are: a source text, or the problem that prevents one. */
  public sealed interface Result {}

  /** A text that {@link SourceEncoder} turns back into the same bytes. */
  public record Decoded(PythonSource source) implements Result {}

  /**
   * Why the bytes are no Python text.
   *
   * @param line 1-based
   * @param column 1-based, in code points
   * @param message in CPython's words where it has some
   * @param hint what to do next
   */
  public record Undecodable(int line, int column, String message, String hint) implements Result {}

  /** Reads the bytes of a file. */
  public static Result decode(byte[] bytes) {
    boolean mark = bytes.length >= MARK.length && Arrays.equals(bytes, 0, 3, MARK, 0, 3);
    byte[] content = mark ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
    Optional<EncodingCookie> cookie = EncodingCookie.find(content);
    if (cookie.isEmpty() || cookie.get().isUtf8()) {
      return decode(content, StandardCharsets.UTF_8, mark);
    }
    EncodingCookie named = cookie.get();
    if (mark) {
      return new Undecodable(
          named.line(),
          1,
          "encoding problem: " + named.name() + " with BOM",
          "delete the byte order mark at the start of the file, or declare utf-8");
    }
    Optional<Charset> charset = named.charset();
    if (charset.isEmpty()) {
      return new Undecodable(
          named.line(),
          1,
          "unknown encoding: " + named.name(),
          "save the file as UTF-8 and delete the coding comment");
    }
    return decode(content, charset.get(), false);
  }

  private static Result decode(byte[] content, Charset charset, boolean mark) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = new String(content, StandardCharsets.UTF_8);
      // without a replacement character, nothing was malformed
      if (text.indexOf(REPLACEMENT) < 0 && text.indexOf('\0') < 0) {
        return new Decoded(PythonSource.of(text, charset, mark));
      }
    }
    return decodeStrictly(content, charset, mark);
  }

  private static Result decodeStrictly(byte[] content, Charset charset, boolean mark) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content);
    CharBuffer out = CharBuffer.allocate((int) (content.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    String text = out.flip().toString();
    if (result.isError()) {
      String message =
          String.format(
              "(unicode error) '%s' codec can't decode byte 0x%02x in position %d",
              charset.name().toLowerCase(java.util.Locale.ROOT),
              content[in.position()],
              in.position());
      return problem(
          text,
          text.length(),
          message,
          "save the file as UTF-8, or name its encoding in a comment: # -*- coding: latin-1 -*-");
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      return problem(
          text,
          nul,
          "source code cannot contain null bytes",
          "delete the byte, or write \\0 in a string; UTF-16 files must be saved as UTF-8");
    }
    PythonSource source = PythonSource.of(text, charset, mark);
    return reversible(content, text, charset) ? new Decoded(source) : irreversible(charset);
  }

  /** UTF-8 and Latin-1 decode one way only; others may have several spellings of one text. */
  private static boolean reversible(byte[] content, String text, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    try {
      ByteBuffer again = charset.newEncoder().encode(CharBuffer.wrap(text));
      return again.equals(ByteBuffer.wrap(content));
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Result irreversible(Charset charset) {
    return new Undecodable(
        1,
        1,
        "the file cannot be written back as the same bytes in " + charset.name(),
        "save the file as UTF-8");
  }

  private static Result problem(String text, int offset, String message, String hint) {
    Position position = PythonSource.of(text).position(offset);
    return new Undecodable(position.line(), position.column(), message, hint);
  }
}

package dev.parallelize.server;

import dev.parallelize.source.PythonSource;
import dev.parallelize.workflow.ErrorCode;
import dev.parallelize.workflow.WorkflowError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a Python file into its text. */
final class SourceBytes {
  private SourceBytes() {}

  static PythonSource decode(String name, byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf;
    ByteBuffer content = ByteBuffer.wrap(bytes, mark ? 3 : 0, bytes.length - (mark ? 3 : 0));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(content).toString();
      return PythonSource.of(text, StandardCharsets.UTF_8, mark);
    } catch (CharacterCodingException e) {
      throw new InvalidArgument(
          WorkflowError.of(
              ErrorCode.SYNTAX_ERROR,
              "'" + name + "' is not valid UTF-8.",
              "Convert the file to UTF-8 and call again."));
    }
  }
}

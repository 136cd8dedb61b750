package dev.parallelize.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases were run through CPython 3.9 to 3.13, which agree on all of them. */
class SourceDecoderTest {
  private static SourceDecoder.Result decode(byte[] bytes) {
    return SourceDecoder.decode(bytes);
  }

  private static PythonSource text(byte[] bytes) {
    return ((SourceDecoder.Decoded) decode(bytes)).source();
  }

  private static SourceDecoder.Undecodable problem(byte[] bytes) {
    return (SourceDecoder.Undecodable) decode(bytes);
  }

  @Test
  void plainTextIsUtf8() {
    PythonSource source = text("x = 'é𝒳'\r\n".getBytes(UTF_8));
    assertThat(source.text()).isEqualTo("x = 'é𝒳'\r\n");
    assertThat(source.encoding()).isEqualTo(UTF_8);
    assertThat(source.byteOrderMark()).isFalse();
  }

  @Test
  void byteOrderMarkIsNoText() {
    byte[] bytes = "\ufeff# coding: utf-8\nx = 1".getBytes(UTF_8);
    PythonSource source = text(bytes);
    assertThat(source.text()).startsWith("# coding");
    assertThat(source.byteOrderMark()).isTrue();
    assertThat(SourceEncoder.encode(source)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# coding: latin-1\nx='é'",
        "\n# coding: latin-1\nx='é'",
        "# -*- coding: iso-8859-15 -*-\nx='¤'",
        "# vim: set fileencoding=cp1252 :\nx='é'",
        "# coding: latin-1-unix\nx='é'",
        "\f# coding: latin-1\nx='é'",
        "  # coding=latin_1\nx='é'",
        "# first\n# coding: koi8-r\nx='é'"
      })
  void cookiesNameTheEncoding(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    PythonSource source = text(bytes);
    assertThat(source.encoding()).isNotEqualTo(UTF_8);
    assertThat(SourceEncoder.encode(source)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=1\n# coding: latin-1\nx='é'",
        "\n\n# coding: latin-1\nx='é'",
        "\\\n# coding: latin-1\nx='é'",
        "x = '''\n# coding: latin-1\n'''\nx='é'"
      })
  void elsewhereTheyAreComments(String text) {
    assertThat(problem(text.getBytes(ISO_8859_1)).message()).contains("can't decode byte 0xe9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# coding: foo|unknown encoding: foo",
        "# coding: utf-16|unknown encoding: utf-16",
        "# coding: rot13|unknown encoding: rot13"
      })
  void unknownEncodings(String text, String message) {
    assertThat(problem(text.getBytes(UTF_8)).message()).isEqualTo(message);
  }

  @Test
  void markAgainstCookie() {
    SourceDecoder.Undecodable problem = problem("\ufeff# coding: latin-1\n".getBytes(UTF_8));
    assertThat(problem.message()).isEqualTo("encoding problem: iso-8859-1 with BOM");
    assertThat(problem.hint()).isNotEmpty();
  }

  @Test
  void undecodableBytesHaveAPlace() {
    byte[] bytes = "x = 1\né = 'é'".getBytes(UTF_8);
    bytes[bytes.length - 3] = (byte) 0xFF;
    SourceDecoder.Undecodable problem = problem(bytes);
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(6);
    assertThat(problem.message()).contains("0xff in position 12");
  }

  @Test
  void nullBytesHaveAPlace() {
    SourceDecoder.Undecodable problem = problem("x = 1\ny\0 = 2".getBytes(UTF_8));
    assertThat(problem.message()).isEqualTo("source code cannot contain null bytes");
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(2);
  }

  @Test
  void multibyteEncodingsComeBack() {
    Charset shiftJis = Charset.forName("Shift_JIS");
    byte[] bytes = "# coding: shift_jis\nx = '日本'\n".getBytes(shiftJis);
    PythonSource source = text(bytes);
    assertThat(source.text()).contains("日本");
    assertThat(SourceEncoder.encode(source)).isEqualTo(bytes);
  }
}

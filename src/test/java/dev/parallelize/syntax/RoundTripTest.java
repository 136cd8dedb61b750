package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.Edit;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.SourceDecoder;
import dev.parallelize.source.SourceEncoder;
import dev.parallelize.source.Span;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is read can be written back, and an edit changes nothing but its span. */
class RoundTripTest {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  @Provide
  Arbitrary<String> programs() {
    return Arbitraries.of(Constructs.ALL)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(texts -> String.join("\n", texts));
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n", "\r");
  }

  @Property(tries = 500)
  void tokensPrintTheText(@ForAll("programs") String program, @ForAll("lineEnds") String end) {
    String text = program.replace("\n", end);
    if (PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST)
        instanceof ParseResult.Parsed parsed) {
      StringBuilder printed = new StringBuilder();
      for (Token token : parsed.tree().tokens()) {
        printed.append(text, token.start(), token.end());
      }
      assertThat(printed.toString()).isEqualTo(text);
    }
  }

  @Property(tries = 500)
  void bytesComeBack(
      @ForAll("programs") String program,
      @ForAll("lineEnds") String end,
      @ForAll("encodings") Charset encoding,
      @ForAll boolean mark)
      throws IOException {
    boolean unicode = encoding.equals(StandardCharsets.UTF_8);
    String cookie = unicode ? "" : "# coding: " + encoding.name() + "\n";
    String text = (cookie + program).replace("\n", end).replaceAll("[^\\x00-\\x7f]", "\u00e9");
    byte[] bytes = (mark && unicode ? BYTE_ORDER_MARK + text : text).getBytes(encoding);
    assertThat(SourceDecoder.decode(bytes))
        .isInstanceOfSatisfying(
            SourceDecoder.Decoded.class,
            decoded -> {
              assertThat(decoded.source().text()).isEqualTo(text);
              assertThat(SourceEncoder.encode(decoded.source())).isEqualTo(bytes);
              assertThat(SourceEncoder.encode(Edits.apply(decoded.source(), List.of())))
                  .isEqualTo(bytes);
            });
  }

  @Provide
  Arbitrary<Charset> encodings() {
    return Arbitraries.of(
        StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"));
  }

  @Property(tries = 1_000)
  void editsChangeOnlyTheirSpans(
      @ForAll("programs") String text,
      @ForAll @Size(max = 6) List<@IntRange(max = 400) Integer> places,
      @ForAll("programs") String replacement) {
    List<Edit> edits = new ArrayList<>();
    StringBuilder expected = new StringBuilder();
    int position = 0;
    for (int width : places) {
      int start = Math.min(text.length(), position + width / 7);
      int end = Math.min(text.length(), start + width % 7);
      edits.add(new Edit(new Span(start, end), replacement, "test"));
      expected.append(text, position, start).append(replacement);
      position = end;
    }
    expected.append(text.substring(position));
    assertThat(Edits.apply(PythonSource.of(text), edits).text()).isEqualTo(expected.toString());
  }
}

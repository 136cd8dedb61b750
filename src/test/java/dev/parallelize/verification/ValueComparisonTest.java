package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueComparisonTest {
  private static List<Difference> compare(String a, String b, Tolerance tolerance) {
    ValueComparison comparison = new ValueComparison(tolerance);
    comparison.compare("x", node(a), node(b));
    return comparison.differences();
  }

  private static List<String> paths(String a, String b) {
    return compare(a, b, Tolerance.USUAL).stream().map(Difference::path).toList();
  }

  private static JsonNode node(String text) {
    return Json.parse(text.replace('\'', '"')).orElseThrow();
  }

  private static String float64(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (double each : values) {
      bytes.putDouble(each);
    }
    String raw = Base64.getEncoder().encodeToString(bytes.array());
    return "{'$':'numpy.ndarray','dtype':'<f8','shape':["
        + values.length
        + "],'raw':'"
        + raw
        + "'}";
  }

  @Test
  void equalValuesAreEqual() {
    assertThat(paths("[1, 'a', null, true]", "[1, 'a', null, true]")).isEmpty();
  }

  @Test
  void typesAreStrict() {
    assertThat(paths("1", "true")).containsExactly("x");
    assertThat(paths("1", "{'$':'float','v':'1.0'}")).containsExactly("x");
    assertThat(paths("[1]", "{'$':'tuple','v':[1]}")).containsExactly("x");
    assertThat(paths("1", "{'$':'numpy.int64','dtype':'<i8','raw':'AQAAAAAAAAA='}"))
        .containsExactly("x");
  }

  @Test
  void theOrderOfListsAndDictionariesCounts() {
    assertThat(paths("[1, 2]", "[2, 1]")).containsExactly("x[0]", "x[1]");
    assertThat(
            paths(
                "{'$':'dict','items':[['a',1],['b',2]]}", "{'$':'dict','items':[['b',2],['a',1]]}"))
        .containsExactly("key 0 of x");
    assertThat(paths("{'$':'set','set':[1,2]}", "{'$':'set','set':[2,1]}")).isEmpty();
    assertThat(paths("{'$':'set','set':[1,2]}", "{'$':'set','set':[1,3]}")).containsExactly("x");
  }

  @Test
  void pathsLeadToTheInnermostValue() {
    assertThat(
            paths(
                "{'$':'dict','items':[['k',[0,{'$':'Point','attributes':[['y',1]]}]]]}",
                "{'$':'dict','items':[['k',[0,{'$':'Point','attributes':[['y',2]]}]]]}"))
        .containsExactly("x['k'][1].y");
  }

  @Test
  void missingElementsAreNamedByLength() {
    assertThat(paths("[1, 2, 3]", "[1, 2]")).containsExactly("len(x)");
  }

  @Test
  void floatsAgreeWithinTheToleranceAlone() {
    String one = "{'$':'float','v':'1.0'}";
    String next = "{'$':'float','v':'1.0000000000000002'}";
    String far = "{'$':'float','v':'1.00001'}";
    assertThat(compare(one, next, Tolerance.USUAL)).isEmpty();
    assertThat(compare(one, next, Tolerance.EXACT)).hasSize(1);
    assertThat(compare(one, far, Tolerance.USUAL)).hasSize(1);
    assertThat(compare(one, far, new Tolerance(1e-4, 0))).isEmpty();
  }

  @Test
  void notANumberEqualsItselfAndInfinityOnlyItself() {
    assertThat(paths("{'$':'float','v':'nan'}", "{'$':'float','v':'nan'}")).isEmpty();
    assertThat(paths("{'$':'float','v':'inf'}", "{'$':'float','v':'-inf'}")).containsExactly("x");
    assertThat(paths("{'$':'float','v':'nan'}", "{'$':'float','v':'0.0'}")).containsExactly("x");
  }

  @Test
  void arraysCompareByElement() {
    assertThat(paths(float64(1, 2, Double.NaN), float64(1, 2 + 1e-15, Double.NaN))).isEmpty();
    assertThat(paths(float64(1, 2, 3), float64(1, 5, 3))).containsExactly("x.flat[1]");
    assertThat(paths(float64(1, 2), float64(1, 2, 3))).containsExactly("x.shape");
  }

  @Test
  void aDifferenceIsShownOnOneLineWithoutControlCharacters() {
    Difference difference = new Difference("x", "a\nb\u001b[2J\u202e", "ok", "");
    assertThat(difference.original()).isEqualTo("a b\\u001b[2J\\u202e");
  }

  @Test
  void anObjectMayBeGivenWhatWorksInParallelAndNothingElse() {
    String bare = "{'$':'Scorer','opaque':true}";
    String with = "{'$':'Scorer','attributes':[['own',{'$':'%s','opaque':true}]]}";
    assertThat(paths(bare, with.formatted("concurrent.futures.thread.ThreadPoolExecutor")))
        .isEmpty();
    assertThat(paths(bare, with.formatted("_thread.lock"))).isEmpty();
    assertThat(paths(with.formatted("_thread.lock"), bare)).containsExactly("x.own");
    assertThat(paths(bare, with.formatted("collections.deque"))).containsExactly("x.own");
    assertThat(paths(bare, "{'$':'Scorer','attributes':[['own',3]]}")).containsExactly("x.own");
  }

  @Test
  void aColumnOfNothingHasNoTypeThatCounts() {
    String column =
        "{'$':'column','dtype':'%s','v':{'$':'numpy.ndarray','dtype':'%s','shape':[%d],'raw':''}}";
    String numbers = column.formatted("float64", "<f8", 0);
    assertThat(paths(numbers, column.formatted("object", "|O", 0))).isEmpty();
    assertThat(paths(column.formatted("float64", "<f8", 1), column.formatted("int64", "<i8", 1)))
        .isNotEmpty();
    assertThat(paths(numbers, "[]")).isNotEmpty();
  }
}

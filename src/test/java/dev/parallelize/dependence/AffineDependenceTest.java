package dev.parallelize.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case is the body of a function of lists of numbers; its outermost first loop is judged. */
class AffineDependenceTest {
  private static final String HEAD =
      """
      def f(a: list[float], b: list[float], n: int, m: int, grid: list[list[float]]):
          c = [0.0] * n
          d = [[0.0] * m for _ in range(n)]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in range(n):\n    c[i] = a[i] + b[i]",
        "for i in range(1, n):\n    c[i] = a[i] - a[i - 1]",
        "for i in range(n):\n    for j in range(m):\n        d[i][j] = a[i] * b[j]",
        "for i in range(n):\n    x = a[i]\n    y = x * x\n    c[i] = y",
        "for i in range(n):\n    c[2 * i] = c[2 * i + 1]",
        "for i in range(n // 2):\n    c[i] = c[n - 1 - i]",
        "for i in range(10):\n    c[i] = c[i + 10]",
        "for i in range(n):\n    c[i] = c[i] * 2.0",
        "for i in range(n):\n    c[i] += a[i]",
        "for i, x in enumerate(a):\n    c[i] = x * 2",
        "for i in range(n):\n    s = 0.0\n    for k in range(m):\n        s += grid[i][k] * b[k]\n"
            + "    c[i] = s",
        "for i in range(n):\n    for j in range(m):\n        for k in range(n):\n"
            + "            d[i][j] += grid[i][k] * grid[k][j]",
        "for i in range(1, n - 1):\n    above, below = grid[i - 1], grid[i + 1]\n"
            + "    for j in range(m):\n        d[i][j] = above[j] + below[j]",
        "for i in range(n):\n    row = d[i]\n    for j in range(m):\n        row[j] = a[j]",
        "for row in d:\n    for j in range(m):\n        row[j] *= 2.0",
        "for i in range(n):\n"
            + "    if a[i] > 0:\n"
            + "        c[i] = a[i]\n"
            + "    else:\n"
            + "        c[i] = -a[i]",
        "for i in range(0, n, 2):\n    c[i] = c[i + 1]",
        "for i in range(n - 1, -1, -1):\n    c[i] = a[i]",
        "for i in range(n):\n    for j in range(i):\n        d[j][i] = d[i][j]",
        "for i in range(n):\n    k = i + 1\n    c[k] = a[k]",
        "for i in range(n):\n"
            + "    for j in range(m):\n"
            + "        if a[i] < b[j]:\n"
            + "            continue\n"
            + "        d[i][j] = len(a)",
      })
  void provesIndependence(String body) {
    assertThat(judge(body)).isEqualTo(new AffineResult.Independent());
  }

  @Test
  void namesTheFlowDependenceAndItsDistance() {
    AffineResult result = judge("for i in range(1, n):\n    c[i] = c[i - 1] + b[i]");
    assertThat(result).isInstanceOf(AffineResult.Dependent.class);
    AffineResult.Dependent dependent = (AffineResult.Dependent) result;
    assertThat(dependent.kind()).isEqualTo(AffineResult.Kind.FLOW);
    assertThat(dependent.variable()).isEqualTo("c");
    assertThat(dependent.line()).isEqualTo(5);
    assertThat(dependent.distance()).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FLOW 1: for i in range(n):\n    c[i] = c[i - 1] + b[i]",
        "FLOW 4: for i in range(4, n):\n    c[i] = c[i - 4] + b[i]",
        "ANTI 1: for i in range(n - 1):\n    c[i] = c[i + 1]",
        "FLOW ?: for i in range(n):\n    for j in range(i):\n        c[i] = c[i] - c[j]",
        "FLOW 1: for i in range(1, n):\n"
            + "    for j in range(m):\n"
            + "        d[i][j] = d[i - 1][j] + 1.0",
        "FLOW ?: for i in range(n):\n    for j in range(1, m):\n        c[j] = c[j - 1] + a[i]",
        "FLOW 1: last = 0.0\n    for i in range(n):\n        c[i] = last\n        last = a[i]",
        "OUTPUT ?: for i in range(n):\n    c[0] = a[i]",
        "OUTPUT ?: for i in range(n):\n    for j in range(m):\n        c[i + j] = a[i]",
        "FLOW ?: for t in range(m):\n"
            + "    for i in range(1, n - 1):\n"
            + "        c[i] = c[i - 1] + c[i + 1]",
        "FLOW ?: for i in range(n):\n    c[i] = c[n - 1 - i]",
        "FLOW 1: s = 0.0\n    for i in range(n):\n        s += a[i]\n        c[i] = s",
        "FLOW ?: s = 0.0\n    for i in range(n):\n        s += a[i]\n        if s > 3:\n"
            + "            s = 0.0",
      })
  void namesDependences(String expectedAndBody) {
    int colon = expectedAndBody.indexOf(": ");
    String[] expected = expectedAndBody.substring(0, colon).split(" ");
    AffineResult result = judge(expectedAndBody.substring(colon + 2));
    assertThat(result).isInstanceOf(AffineResult.Dependent.class);
    AffineResult.Dependent dependent = (AffineResult.Dependent) result;
    assertThat(dependent.kind()).hasToString(expected[0]);
    if (!expected[1].equals("?")) {
      assertThat(dependent.distance()).hasValue(Long.parseLong(expected[1]));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ s: s = 0.0\n    for i in range(n):\n        s += a[i] * b[i]",
        "+ s: s = 0.0\n"
            + "    for i in range(n):\n"
            + "        for j in range(m):\n"
            + "            s -= grid[i][j]",
        "* p: p = 1.0\n    for x in a:\n        p *= x",
        "+ c: for i in range(n):\n    for j in range(m):\n        c[j] += grid[i][j]",
        "+ c: for i in range(n):\n    c[int(a[i])] += 1",
      })
  void findsReductions(String expectedAndBody) {
    int colon = expectedAndBody.indexOf(": ");
    String[] expected = expectedAndBody.substring(0, colon).split(" ");
    AffineResult result = judge(expectedAndBody.substring(colon + 2));
    assertThat(result).isInstanceOf(AffineResult.Reduction.class);
    assertThat(((AffineResult.Reduction) result).operator()).isEqualTo(expected[0]);
    assertThat(((AffineResult.Reduction) result).target()).isEqualTo(expected[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e = [[0.0] * m] * n\n"
            + "    for i in range(n):\n"
            + "        for j in range(m):\n"
            + "            e[i][j] = a[i]",
        "import numpy\n    e = numpy.zeros((n, m))\n    r = e[0]\n    for j in range(1, m):\n"
            + "        e[0, j] = r[j - 1]",
        "d[0] = d[1]\n"
            + "    for i in range(n):\n"
            + "        for j in range(m):\n"
            + "            d[i][j] = a[i]",
        "import numpy\n"
            + "    e = numpy.zeros(n)\n"
            + "    v = e[1:]\n"
            + "    w = v\n"
            + "    for i in range(1, n):\n"
            + "        e[i] = w[i - 1]",
        "e = c\n    for i in range(1, n):\n        c[i] = e[i - 1]",
        "for i in range(n):\n    for j in range(m):\n        grid[i][j] = 0.0",
      })
  void doubtsWhatMayBeTheSameMemory(String body) {
    assertThat(judge(body)).isInstanceOf(AffineResult.MayAlias.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in range(n):\n    c[int(a[i])] = 1.0",
        "for i in range(n):\n    c[2 * i - 2] = c[2 * i - 1]",
        "for i in range(n):\n    c[i] = a[i]\n    print(i)",
        "for i in range(n):\n    c[i] = a[i]\n    if a[i] > 3:\n        break",
        "for i in range(n):\n    c[i * i] = a[i]",
        "for i in range(n):\n    c[i:i + 2] = a[i:i + 2]",
        "for i in range(n):\n    c = a\n    c[i] = 0.0",
      })
  void saysWhenTheTestsDoNotApply(String body) {
    assertThat(judge(body)).isInstanceOf(AffineResult.Unknown.class);
  }

  private static AffineResult judge(String body) {
    return FirstLoop.judge(function(body));
  }

  /** The body as lines of the function; those after a leading assignment are indented already. */
  private static String function(String body) {
    boolean indented = !body.startsWith("for ");
    String lines = indented ? "    " + body : "    " + body.replace("\n", "\n    ");
    return HEAD + lines + "\n    return c, d\n";
  }
}

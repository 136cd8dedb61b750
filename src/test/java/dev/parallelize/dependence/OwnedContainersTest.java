package dev.parallelize.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a function's tables comes from all the places where it is called. */
class OwnedContainersTest {
  private static final String KERNEL =
      """
      import numpy


      def kernel(n, table, other):
          for i in range(1, n):
              for j in range(n):
                  table[i][j] = other[i - 1][j] + 1.0
          return table


      def show(table):
          print(len(table), table)


      def swap(table):
          table[0] = table[1]


      def same(table):
          return table


      def main():
          n = 4
          a = [[0.0] * n for _ in range(n)]
          b = [[1.0] * n for _ in range(n)]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel(n, a, b)",
        "print(kernel(n, a, b))",
        "c = kernel(n, a, b)\n    show(c)",
        "show(a)\n    kernel(n, a, b)\n    kernel(n, table=b, other=a)",
        "a[0][0] = 3.0\n    x = b[1][1]\n    kernel(n, a, b)",
        "kernel(n, [[0.0] * n for _ in range(n)], b)",
        "c = [row[:] for row in b]\n    kernel(n, c, b)",
      })
  void knowsThatTheCallerMadeThem(String calls) {
    assertThat(judge(calls)).isInstanceOf(AffineResult.Independent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass",
        "c = [[0.0] * n] * n\n    kernel(n, c, b)",
        "kernel(n, a, a)",
        "kernel(n, a, [a[0]] * n)",
        "a[0] = a[1]\n    kernel(n, a, b)",
        "swap(a)\n    kernel(n, a, b)",
        "c = same(a)\n    c[0] = c[1]\n    kernel(n, a, b)",
        "same(a)[0] = a[1]\n    kernel(n, a, b)",
        "f = kernel\n    f(n, [[0.0] * n] * n, b)\n    kernel(n, a, b)",
        "c = a\n    c[0] = c[1]\n    kernel(n, a, b)",
        "kernel(n, *[a, b])",
        "a.append(a[0])\n    kernel(n, a, b)",
        "for row in b:\n        a[0] = row\n    kernel(n, a, b)",
        "kernel(n, a, b)\n    kernel(n, [b[0], b[0]], a)",
      })
  void doubtsWhatMayBeShared(String calls) {
    assertThat(judge(calls)).isNotInstanceOf(AffineResult.Independent.class);
  }

  private static AffineResult judge(String calls) {
    return FirstLoop.judge(KERNEL + "    " + calls + "\n\n\nmain()\n");
  }
}

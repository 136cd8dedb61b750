package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureInjectionTest {
  @Test
  void triesEachOfAFewCalls() {
    assertThat(FailureInjection.spread(1)).containsExactly(0);
    assertThat(FailureInjection.spread(2)).containsExactly(1, 0);
    assertThat(FailureInjection.spread(5)).containsExactly(2, 4, 0, 1, 3);
    assertThat(FailureInjection.spread(11)).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void triesSixteenOfManyFarApart() {
    assertThat(FailureInjection.spread(400))
        .hasSize(16)
        .startsWith(200, 399, 0, 100, 300, 50, 150, 250, 350)
        .doesNotHaveDuplicates()
        .allMatch(each -> each >= 0 && each < 400);
  }
}

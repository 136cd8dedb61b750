package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallelize.verification.SpeedupEstimate.Work;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SpeedupEstimateTest {
  @Test
  void projectsByAmdahlsLawFromTheMeasuredShare() {
    // Ten seconds, nine of them work for two: one second stays, half a second is what starting
    // costs.
    List<Projection> projected =
        SpeedupEstimate.project(10, 1 + 4.5 + 0.5, new Work(OptionalDouble.of(0.9), 2, 0));
    assertThat(projected).extracting(Projection::workers).containsExactly(4, 8, 16, 64);
    assertThat(projected.get(0).ratio()).isCloseTo(10 / (1.5 + 9.0 / 4), within(1e-9));
    assertThat(projected.get(3).ratio()).isCloseTo(10 / (1.5 + 9.0 / 64), within(1e-9));
  }

  @Test
  void withoutAShareItIsThatOfKarpAndFlatt() {
    double ratio = 10 / 6.0;
    double serial = (1 / ratio - 0.5) / 0.5;
    assertThat(
            SpeedupEstimate.project(10, 6, new Work(OptionalDouble.empty(), 2, 0)).get(1).ratio())
        .isCloseTo(1 / (serial + (1 - serial) / 8), within(1e-9));
  }

  @Test
  void projectsNothingWhereNothingRanAtOnce() {
    assertThat(SpeedupEstimate.project(10, 10, new Work(OptionalDouble.of(0.9), 1, 5))).isEmpty();
  }

  @Test
  void breaksEvenWhereTheSavingsPayForTheStart() {
    // Nine seconds for 90 items: each saves 0.05 s on two workers; the start costs 0.5 s.
    assertThat(SpeedupEstimate.breakEven(10, 6, new Work(OptionalDouble.of(0.9), 2, 90)))
        .isEqualTo(OptionalLong.of(10));
    assertThat(SpeedupEstimate.breakEven(10, 6, new Work(OptionalDouble.of(0.9), 2, 0))).isEmpty();
  }

  @Test
  void theIntervalHoldsTheRatio() {
    double[] before = {2.0, 2.1, 1.9, 2.0, 2.2};
    double[] after = {1.0, 1.1, 0.9, 1.0, 1.2};
    Speedup speedup = SpeedupEstimate.of(before, after, 2, new Work(OptionalDouble.empty(), 2, 0));
    assertThat(speedup.ratio()).isEqualTo(2.0);
    assertThat(speedup.low()).isLessThanOrEqualTo(2.0).isGreaterThan(1.7);
    assertThat(speedup.high()).isGreaterThanOrEqualTo(2.0).isLessThan(2.3);
  }
}

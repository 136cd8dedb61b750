package dev.parallelize.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final List<String> BEFORE = List.of("import a", "b()", "c()", "d()");

  @Test
  void aLineThatWasLeftAsItWasIsFoundWhereItStandsNow() {
    List<String> after = List.of("import a", "import more", "b()", "changed()", "d()");
    assertThat(Places.counterpart(BEFORE, after, 1)).hasValue(1);
    assertThat(Places.counterpart(BEFORE, after, 2)).hasValue(3);
    assertThat(Places.counterpart(BEFORE, after, 4)).hasValue(5);
  }

  @Test
  void aLineThatWasChangedOrIsNewHasNoCounterpart() {
    List<String> after = List.of("import a", "import more", "b()", "changed()", "d()");
    assertThat(Places.counterpart(BEFORE, after, 3)).isEmpty();
    assertThat(Places.counterpart(after, BEFORE, 2)).isEmpty();
    assertThat(Places.counterpart(after, BEFORE, 4)).isEmpty();
    assertThat(Places.counterpart(BEFORE, after, 5)).isEmpty();
    assertThat(Places.counterpart(BEFORE, after, 0)).isEmpty();
  }
}

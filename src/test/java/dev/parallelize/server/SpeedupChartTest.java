package dev.parallelize.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.workflow.VerifyAnswer.Projection;
import dev.parallelize.workflow.VerifyAnswer.Speedup;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SpeedupChartTest {
  private static final Speedup SPEEDUP =
      new Speedup(
          4.0,
          2.2,
          1.82,
          1.7,
          1.9,
          2,
          Optional.of(0.95),
          List.of(
              new Projection(4, 3.1),
              new Projection(8, 4.8),
              new Projection(16, 6.5),
              new Projection(64, 9.0)),
          Optional.of(12L));

  @Test
  void isWellFormedAndHasABarForEachNumberOfWorkers() throws Exception {
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    SpeedupChart.svg(SPEEDUP).getBytes(StandardCharsets.UTF_8)));
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    NodeList bars = svg.getElementsByTagName("rect");
    assertThat(bars.getLength()).isEqualTo(1 + 5);
    double tallest = height(bars, 5);
    assertThat(height(bars, 1)).isLessThan(height(bars, 2));
    assertThat(tallest).isBetween(210.0, 217.0);
  }

  private static double height(NodeList bars, int at) {
    return Double.parseDouble(bars.item(at).getAttributes().getNamedItem("height").getNodeValue());
  }

  @Test
  void drawsALineABarInATerminal() {
    List<String> lines = SpeedupChart.text(SPEEDUP).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).isEqualTo("    2 workers ######## 1.82x");
    assertThat(lines.get(4))
        .startsWith("   64 workers " + "-".repeat(40))
        .endsWith("9.00x projected");
  }
}

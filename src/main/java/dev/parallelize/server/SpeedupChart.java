package dev.parallelize.server;

import dev.parallelize.workflow.VerifyAnswer.Projection;
import dev.parallelize.workflow.VerifyAnswer.Speedup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The measured speedup with its interval, and the projected ones beside it, as a picture (SVG 1.1) and as text.
 *
 * <p>One bar for each number of workers; the height is the ratio of sequential to parallel wall time, 1 being the original.
 */
public final class SpeedupChart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 320;
  private static final int LEFT = 48;
  private static final int BOTTOM = 264;
  private static final int TOP = 48;
  private static final int TEXT_WIDTH = 40;
  private static final String MEASURED = "#1b6ca8";
  private static final String PROJECTED = "#a9cce3";

  private SpeedupChart() {}

  private record Bar(String label, double ratio, boolean measured) {}

  /** The picture. */
  public static String svg(Speedup speedup) {
    List<Bar> bars = bars(speedup);
    double most = most(speedup, bars);
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH,
        HEIGHT,
        WIDTH,
        HEIGHT);
    line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    line(svg, "<title>Speedup by number of workers</title>");
    line(
        svg,
        "<text x=\"%d\" y=\"24\" font-size=\"14\">Speedup: %.2f times (%.2f to %.2f) with %d"
            + " workers</text>",
        LEFT,
        speedup.ratio(),
        speedup.low(),
        speedup.high(),
        speedup.workers());
    double one = y(1, most);
    line(
        svg,
        "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#888888\" stroke-dasharray=\"4"
            + " 3\"/>",
        LEFT,
        one,
        WIDTH - 16,
        one);
    line(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">1.0</text>", LEFT - 6, one + 4);
    double step = (WIDTH - 16.0 - LEFT) / bars.size();
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), LEFT + step * i, step, most, speedup);
    }
    line(
        svg,
        "<text x=\"%d\" y=\"%d\">workers: dark measured, light projected by Amdahl's law</text>",
        LEFT,
        HEIGHT - 12);
    line(svg, "</svg>");
    return svg.toString();
  }

  /** The same for a terminal, a line a bar. */
  public static String text(Speedup speedup) {
    List<Bar> bars = bars(speedup);
    double most = most(speedup, bars);
    StringBuilder text = new StringBuilder();
    for (Bar each : bars) {
      int length = (int) Math.max(1, Math.round(TEXT_WIDTH * each.ratio() / most));
      text.append(
          String.format(
              Locale.ROOT,
              "  %3s workers %s %.2fx%s%n",
              each.label(),
              (each.measured() ? "#" : "-").repeat(length),
              each.ratio(),
              each.measured() ? "" : " projected"));
    }
    return text.toString();
  }

  private static List<Bar> bars(Speedup speedup) {
    List<Bar> bars = new ArrayList<>();
    bars.add(new Bar(Integer.toString(speedup.workers()), speedup.ratio(), true));
    for (Projection each : speedup.projected()) {
      bars.add(new Bar(Integer.toString(each.workers()), each.ratio(), false));
    }
    return bars;
  }

  private static double most(Speedup speedup, List<Bar> bars) {
    double most = Math.max(1, speedup.high());
    for (Bar each : bars) {
      most = Math.max(most, each.ratio());
    }
    return most;
  }

  private static void bar(
      StringBuilder svg, Bar bar, double x, double step, double most, Speedup speedup) {
    double top = y(bar.ratio(), most);
    double middle = x + step / 2;
    line(
        svg,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x + step * 0.2,
        top,
        step * 0.6,
        BOTTOM - top,
        bar.measured() ? MEASURED : PROJECTED);
    if (bar.measured()) {
      line(
          svg,
          "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#000000\"/>",
          middle,
          y(speedup.low(), most),
          middle,
          y(speedup.high(), most));
    }
    line(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.2f</text>",
        middle,
        Math.min(top, bar.measured() ? y(speedup.high(), most) : top) - 6,
        bar.ratio());
    line(
        svg,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        middle,
        BOTTOM + 18,
        bar.label());
  }

  private static double y(double ratio, double most) {
    return BOTTOM - (BOTTOM - TOP) * ratio / most;
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

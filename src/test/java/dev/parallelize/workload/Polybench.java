package dev.parallelize.workload;

import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The loops of the thirty PolyBench kernels (Pouchet, Ohio State University, 2012), written anew in
 * Python on lists of lists, and the same on NumPy arrays. Each loop says in a comment what it is.
 */
final class Polybench {
  static final Path KERNELS = Path.of("src/test/resources/polybench");
  private static final Pattern MARK = Pattern.compile("# (\\w+)");

  /** How the kernels keep their tables. */
  enum Tables {
    LISTS,
    ARRAYS
  }

  /** What a loop's comment says. */
  enum Mark {
    INDEPENDENT,
    PRIVATIZABLE,
    REDUCTION,
    SEQUENTIAL
  }

  /** One marked loop and what became of it. */
  record Loop(String kernel, Tables tables, int line, Mark mark, Judgement judgement) {
    boolean isFound() {
      return judgement.verdict() == Verdict.PARALLELIZABLE;
    }

    @Override
    public String toString() {
      return "%s (%s), line %d: %s, called %s %s"
          .formatted(
              kernel,
              tables.name().toLowerCase(Locale.ROOT),
              line,
              mark.name().toLowerCase(Locale.ROOT),
              judgement.verdict().name().toLowerCase(Locale.ROOT),
              judgement.hazards().stream().map(h -> h.kind() + "(" + h.symbol() + ")").toList());
    }
  }

  private Polybench() {}

  /** Every loop of every kernel, judged. */
  static List<Loop> loops(Tables tables) throws IOException {
    List<Loop> loops = new ArrayList<>();
    for (Path path : kernels()) {
      loops.addAll(judge(path.getFileName().toString(), tables, text(path, tables)));
    }
    return loops;
  }

  static List<Path> kernels() throws IOException {
    try (Stream<Path> files = Files.list(KERNELS)) {
      return files.sorted().toList();
    }
  }

  /** The program, on arrays where asked for: {@code a[i][j]} becomes {@code a[i, j]}. */
  static String text(Path path, Tables tables) throws IOException {
    String lists = Files.readString(path);
    if (tables == Tables.LISTS) {
      return lists;
    }
    String arrays =
        lists
            .replace("][", ", ")
            .replaceAll("(?m)^    (\\w+) = (\\[.*\\].*)$", "    $1 = numpy.array($2)");
    return arrays.replaceFirst("\"\"\"\n\n", "\"\"\"\n\nimport numpy\n");
  }

  private static List<Loop> judge(String kernel, Tables tables, String text) {
    ParseResult.Parsed parsed =
        (ParseResult.Parsed) PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST);
    List<Loop> loops = new ArrayList<>();
    String[] lines = text.split("\n");
    for (Judgement judgement :
        Judge.judge(Analysis.analyze(parsed.tree(), Knowledge.standard(), Assumptions.none()))) {
      int line = judgement.program().line(judgement.candidate().node());
      Matcher mark = MARK.matcher(lines[line - 1]);
      if (judgement.candidate().node() instanceof Statement.For && mark.find()) {
        Mark said = Mark.valueOf(mark.group(1).toUpperCase(Locale.ROOT));
        loops.add(new Loop(kernel, tables, line, said, judgement));
      }
    }
    return loops;
  }

  /** Prints the loops that are not found, and how many of each kind are. */
  public static void main(String[] arguments) throws IOException {
    for (Tables tables : Tables.values()) {
      List<Loop> loops = loops(tables);
      loops.stream()
          .filter(l -> l.isFound() == (l.mark() == Mark.SEQUENTIAL))
          .forEach(System.out::println);
      for (Mark mark : Mark.values()) {
        List<Loop> marked = loops.stream().filter(l -> l.mark() == mark).toList();
        long found = marked.stream().filter(Loop::isFound).count();
        System.out.printf(
            "%s: %d of %d %s loops called parallelizable%n",
            tables.name().toLowerCase(Locale.ROOT),
            found,
            marked.size(),
            mark.name().toLowerCase(Locale.ROOT));
      }
    }
  }
}

package dev.parallelize.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.Program;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints, for each program of the corpus, where the verdict differs from what is expected. */
public final class CorpusReport {
  private CorpusReport() {}

  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of(arguments.length > 0 ? arguments[0] : "src/test/resources/corpus");
    List<Path> folders;
    try (var list = Files.list(corpus)) {
      folders = list.filter(p -> Files.exists(p.resolve("expect.json"))).sorted().toList();
    }
    int right = 0;
    int wrongYes = 0;
    List<String> lines = new ArrayList<>();
    for (Path folder : folders) {
      JsonNode expect = new ObjectMapper().readTree(folder.resolve("expect.json").toFile());
      String wanted = expect.get("verdict").asText();
      String got;
      String hazards = "";
      try {
        Judgement judgement = judge(Files.readString(folder.resolve("before.py")), expect);
        got =
            judgement == null
                ? "missing"
                : judgement.verdict().name().toLowerCase(java.util.Locale.ROOT);
        hazards =
            judgement == null
                ? ""
                : judgement.hazards().stream()
                    .map(h -> h.kind() + "(" + h.symbol() + ":" + h.line() + ")")
                    .toList()
                    .toString();
      } catch (RuntimeException | StackOverflowError e) {
        got = e.toString();
        hazards = String.valueOf(e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "");
      }
      boolean accepted = got.equals(wanted);
      for (JsonNode other : expect.path("accept")) {
        accepted |= got.equals(other.asText());
      }
      if (accepted) {
        right++;
      } else {
        boolean wrong = got.equals("parallelizable");
        wrongYes += wrong ? 1 : 0;
        lines.add(
            (wrong ? "WRONG-YES " : "          ")
                + folder.getFileName()
                + ": wanted "
                + wanted
                + ", got "
                + got
                + " "
                + hazards);
      }
    }
    lines.forEach(System.out::println);
    System.out.println(right + " of " + folders.size() + " as expected, wrong yes: " + wrongYes);
  }

  static Judgement judge(String text, JsonNode expect) {
    ParseResult result = PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST);
    if (!(result instanceof ParseResult.Parsed parsed)) {
      throw new IllegalStateException(result.toString());
    }
    Program program = Analysis.analyze(parsed.tree(), Knowledge.standard(), Assumptions.none());
    return Judge.judge(program).stream()
        .filter(j -> j.candidate().id().equals(expect.get("candidate").asText()))
        .findFirst()
        .orElse(null);
  }
}

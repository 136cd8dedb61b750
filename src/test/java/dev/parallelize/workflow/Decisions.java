package dev.parallelize.workflow;

import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.Environment;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judge;
import dev.parallelize.workload.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Prints what a strategy says of every candidate of the given files, whatever their verdict. */
public final class Decisions {
  private Decisions() {}

  public static void main(String[] arguments) throws IOException {
    Environment machine = new Environment(2, 8L << 30, false, Set.of(), PythonVersion.DEFAULT);
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      ParseResult.Parsed parsed =
          (ParseResult.Parsed)
              PythonParser.parse(
                  PythonSource.of(Files.readString(Path.of(file))), PythonVersion.DEFAULT);
      var program = Analysis.analyze(parsed.tree(), Knowledge.standard(), Assumptions.none());
      for (Judgement j : Judge.judge(program)) {
        System.out.printf(
            "%-28s %-14s %-13s %s%n",
            j.candidate().id(),
            j.verdict(),
            j.classification().workload(),
            Strategies.named(arguments[0]).orElseThrow().decide(j, machine, Options.DEFAULT));
      }
    }
  }
}

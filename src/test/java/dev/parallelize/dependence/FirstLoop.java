package dev.parallelize.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.library.Knowledge;
import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Assumptions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;

/** What the subscript tests say of the first loop of a program, which stands in its first function. */
final class FirstLoop {
  private FirstLoop() {}

  static AffineResult judge(String source) {
    ParseResult parsed = PythonParser.parse(PythonSource.of(source), PythonVersion.DEFAULT);
    assertThat(parsed).as(source).isInstanceOf(ParseResult.Parsed.class);
    Program program =
        Analysis.analyze(
            ((ParseResult.Parsed) parsed).tree(), Knowledge.standard(), Assumptions.none());
    List<Statement.For> loops = new ArrayList<>();
    Walk.each(
        program.tree().module(),
        node -> {
          if (node instanceof Statement.For loop) {
            loops.add(loop);
          }
        });
    Scope frame = program.scopes().module().children().get(0);
    return AffineDependence.of(program, frame, loops.get(0));
  }
}

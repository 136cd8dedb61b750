package dev.parallelize.syntax.grammar;

import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.SyntaxTree;
import java.util.List;

/** Lexer, parser and builders in a row: text to tree, or a {@link Rejection}. */
public final class GrammarReader {
  private GrammarReader() {}

  /**
   * Reads a whole text.
   *
   * @param depth how many grammar rules may be open at a time
   * @throws Rejection if the text is not Python
   * @throws FlatParser.TooDeep if it nests deeper than {@code depth}
   */
  public static SyntaxTree read(PythonSource source, PythonVersion version, int depth) {
    String text = source.text();
    Lexed lexed = Lexer.read(text, version.minor());
    PythonGrammar parser = new PythonGrammar(lexed.terminals());
    parser.limitDepth(depth);
    Branch file = new PythonGrammar.FileContext(null, -1);
    Building building = new Building(text, lexed.terminals(), version, depth);
    StatementBuilder statements = new StatementBuilder(building);
    boolean fits = true;
    try {
      file = parser.file();
    } catch (FlatParser.Unexpected unexpected) {
      fits = false;
    }
    if (!fits) {
      throw SyntaxErrors.explain(lexed, parser, statements, source, version);
    }
    List<Statement> body = statements.file(file, true);
    return new SyntaxTree(source, version, new Module(0, text.length(), body), lexed.tokens());
  }
}

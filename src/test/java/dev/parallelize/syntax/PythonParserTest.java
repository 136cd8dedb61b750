package dev.parallelize.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallelize.source.PythonSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parser says, and which version reads what. */
class PythonParserTest {
  private static ParseResult parse(String text, int minor) {
    return PythonParser.parse(PythonSource.of(text), new PythonVersion(minor, false));
  }

  private static SyntaxProblem problem(String text) {
    return ((ParseResult.Rejected) parse(text, 13)).problems().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "10|match x:\\n    case 1: pass|match statements",
        "11|try: pass\\nexcept* E: pass|except* clauses",
        "11|a[*b]|starred expressions in subscripts",
        "11|def f(*a: *b): pass|starred annotations",
        "10|{a := 1}|unparenthesized assignment expressions in sets",
        "10|x[a := 1]|unparenthesized assignment expressions in subscripts",
        "12|type X = int|type statements",
        "12|def f[T](x): pass|type parameter lists",
        "12|class A[T]: pass|type parameter lists",
        "12|f'{a['b']}'|",
        "12|f'{\"BACKSLASHt\".join(x)}'|f-string expression part cannot include a backslash",
        "13|class A[T = int]: pass|type parameter defaults",
        "14|t'{x}'|t-strings",
        "14|try: pass\\nexcept A, B: pass|multiple exception types must be parenthesized"
      })
  void featuresNeedTheirVersion(int minor, String escaped, String message) {
    String text = escaped.replace("\\n", "\n").replace("BACKSLASH", "\\");
    assertThat(parse(text, minor)).isInstanceOf(ParseResult.Parsed.class);
    ParseResult before = parse(text, minor - 1);
    assertThat(before).isInstanceOf(ParseResult.Rejected.class);
    if (message != null) {
      assertThat(((ParseResult.Rejected) before).problems().get(0).message()).startsWith(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f() = 1|1|1|cannot assign to function call here. Maybe you meant '==' instead of '='?",
        "x = (1,|1|5|'(' was never closed",
        "x = 1)|1|6|unmatched ')'",
        "x = 'abc|1|5|unterminated string literal (detected at line 1)",
        "return 1|1|1|'return' outside function",
        "def f(a, a): pass|1|10|duplicate argument 'a' in function definition",
        "x = 012|1|5|leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        "é = $|1|5|invalid syntax",
        "f(a=1, b)|1|8|positional argument follows keyword argument",
        "None = 1|1|1|cannot assign to None",
        "if x|1|5|expected ':'",
        "a = 3 \\ 4|1|8|unexpected character after line continuation character",
        "b'a|1|1|unterminated string literal (detected at line 1)",
        "9spam|1|1|invalid decimal literal",
        "y = a if b|1|5|expected 'else' after 'if' expression",
        "f(a.b c)|1|3|invalid syntax. Perhaps you forgot a comma?",
        "(x = 1)|1|2|invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        "1 +  # sum|1|6|invalid syntax"
      })
  void problemsSayWhatAndWhere(String text, int line, int column, String message) {
    SyntaxProblem problem = problem(text);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.hint()).isNotEmpty();
  }

  @Test
  void severalProblemsOfTheCompiler() {
    ParseResult result = parse("break\ndef f(a, a): pass\nreturn\n", 13);
    assertThat(((ParseResult.Rejected) result).problems())
        .extracting(SyntaxProblem::line)
        .containsExactly(1, 2, 3);
  }

  @Test
  void theProblemIsTheOneThatCPythonReports() {
    assertThat(problem("f() = 1\nx = = 2\n").line()).isEqualTo(1);
    assertThat(problem("x = = 2\nf() = 1\n").line()).isEqualTo(1);
    // what is no token at all goes before an error of which there is nothing to say
    assertThat(problem("x = = 2\ny = '\n").line()).isEqualTo(2);
  }

  @Test
  void positionsCountCodePoints() {
    assertThat(problem("x = '𝒳𝒳' = 1").column()).isEqualTo(5);
    assertThat(problem("'𝒳'; x = $").column()).isEqualTo(10);
  }

  @Test
  void templateStringsAreRead() {
    ParseResult.Parsed parsed = (ParseResult.Parsed) parse("t'a{b!r:>{c}}d'\n", 14);
    Statement.ExpressionStatement statement =
        (Statement.ExpressionStatement) parsed.tree().module().body().get(0);
    Expression.TemplateStr template = (Expression.TemplateStr) statement.value();
    assertThat(template.values()).hasSize(3);
    Expression.Interpolation field = (Expression.Interpolation) template.values().get(1);
    assertThat(field.text()).isEqualTo("b");
    assertThat(field.conversion()).isEqualTo('r');
    assertThat(field.formatSpec()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "_(a), false",
    "_.x, false",
    "_.x(), false",
    "C(x=_()), false",
    "C(_=1), true",
    "x._, true"
  })
  void nothingFollowsTheWildcard(String pattern, boolean valid) {
    ParseResult result = parse("match x:\n    case " + pattern + ":\n        pass\n", 13);
    assertThat(result instanceof ParseResult.Parsed).isEqualTo(valid);
  }

  @Test
  void handlersWithoutParentheses() {
    ParseResult.Parsed parsed = (ParseResult.Parsed) parse("try: pass\nexcept A, B: pass\n", 14);
    Statement.Try statement = (Statement.Try) parsed.tree().module().body().get(0);
    assertThat(statement.handlers().get(0).type())
        .containsInstanceOf(Expression.TupleDisplay.class);
    assertThat(parse("try: pass\nexcept A, B as e: pass\n", 14))
        .isInstanceOf(ParseResult.Rejected.class);
  }
}

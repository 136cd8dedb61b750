package dev.parallelize.syntax;

import dev.parallelize.source.PythonSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares with an interpreter which texts are Python, what their trees are, and where the error is in
 * those that are not: the texts that CPython's own syntax tests compile, this project's list of
 * constructs, and mutants of both.
 *
 * <pre>
 * java -cp … dev.parallelize.syntax.SnippetParity PYTHON [MUTANTS [PYTHON_WITH_TESTS [places]]]
 * </pre>
 *
 * The third argument names the interpreter whose tests give the texts, for one that has none; the
 * fourth also prints the errors that CPython places or words in another way.
 */
public final class SnippetParity {
  private static final int USUAL_MUTANTS = 40_000;
  private static final double PERCENT = 100.0;

  private static final List<String> SYNTAX =
      List.of(
          "test_syntax",
          "test_grammar",
          "test_fstring",
          "test_patma",
          "test_named_expressions",
          "test_exceptions",
          "test_type_params",
          "test_positional_only_arg",
          "test_unpack_ex",
          "test_string_literals");

  /** Slower, and not about syntax first of all. */
  private static final List<String> OTHERS =
      List.of(
          "test_annotationlib",
          "test_ast",
          "test_ast.test_ast",
          "test_asyncgen",
          "test_augassign",
          "test_builtin",
          "test_codeop",
          "test_compile",
          "test_complex",
          "test_coroutines",
          "test_dataclasses",
          "test_decorators",
          "test_dictcomps",
          "test_eof",
          "test_except_star",
          "test_extcall",
          "test_float",
          "test_flufl",
          "test_funcattrs",
          "test_future_stmt.test_future",
          "test_generators",
          "test_genexps",
          "test_global",
          "test_int",
          "test_keywordonlyarg",
          "test_listcomps",
          "test_peepholer",
          "test_pep646_syntax",
          "test_scope",
          "test_setcomps",
          "test_symtable",
          "test_tstring",
          "test_type_aliases",
          "test_type_annotations",
          "test_typing",
          "test_unicode_identifiers",
          "test_unpack",
          "test_unparse",
          "test_with");

  /** What CPython says where it gives up, not where a text is wrong, and why this parser differs. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          "maximum recursion depth exceeded",
          "CPython makes objects of its tree by recursion, and fails at long chains of calls,"
              + " attributes or operators that compile() accepts; here they are loops",
          "too complex",
          "CPython's parser ran out of its own stack");

  /** Texts that only CPython can make sense of, and why this parser does not. */
  private static final Map<String, String> UNREAD =
      Map.of(
          "barry_as_FLUFL",
          "from 3.14 on, compile() exchanges != for <> where a text asks for it (PEP 401, a joke)");

  private final PythonVersion version;
  private final Oracle oracle;
  private final List<String> differences = new ArrayList<>();
  private final List<String> misplaced = new ArrayList<>();
  private int explained;
  private int valid;
  private int accepted;
  private int invalid;
  private int rejected;
  private int placed;
  private int lined;
  private int worded;

  SnippetParity(PythonVersion version, Oracle oracle) {
    this.version = version;
    this.oracle = oracle;
  }

  public static void main(String[] arguments) {
    Path python = Path.of(arguments[0]);
    int mutants = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_MUTANTS;
    Path tests = arguments.length > 2 ? Path.of(arguments[2]) : python;
    boolean showMisplaced = arguments.length > 3;
    PythonVersion version = Interpreters.version(python).orElse(PythonVersion.LATEST);
    try (Oracle oracle = new Oracle(python)) {
      Set<String> snippets = allSnippets(tests);
      for (Set<String> texts : List.of(snippets, Mutants.of(snippets, mutants))) {
        SnippetParity parity = new SnippetParity(version, oracle);
        texts.forEach(parity::compare);
        String name = texts == snippets ? "snippets" : "mutants";
        System.out.println("Python " + version + ", " + name + ": " + parity);
        parity.differences.forEach(System.out::println);
        if (showMisplaced) {
          parity.misplaced.forEach(System.out::println);
        }
      }
    }
  }

  /** The constructs of this project and, where they are installed, the texts of CPython's tests. */
  static Set<String> snippets(Path python) {
    Set<String> snippets = new LinkedHashSet<>(Constructs.ALL);
    snippets.addAll(Oracle.snippets(python, SYNTAX));
    return snippets;
  }

  /** Those and the texts of less productive tests, which take minutes to gather. */
  static Set<String> allSnippets(Path python) {
    Set<String> snippets = snippets(python);
    snippets.addAll(Oracle.snippets(python, OTHERS));
    return snippets;
  }

  void compare(String text) {
    Oracle.Judgement expected = oracle.judge(text);
    if (EXPLAINED.keySet().stream().anyMatch(expected.detail()::contains)
        || UNREAD.keySet().stream().anyMatch(text::contains)) {
      explained++;
      return;
    }
    ParseResult result = PythonParser.parse(PythonSource.of(text), version);
    boolean isValid = expected.verdict() == Oracle.Verdict.VALID;
    if (isValid) {
      valid++;
    } else {
      invalid++;
    }
    if (result instanceof ParseResult.Parsed parsed) {
      boolean same = isValid && AstDump.digest(parsed.tree()).equals(expected.detail());
      accepted += same ? 1 : 0;
      if (!same) {
        differs(isValid ? "another tree" : "accepted", text, expected);
      }
    } else if (result instanceof ParseResult.Rejected found) {
      rejected += isValid ? 0 : 1;
      if (isValid) {
        differs("rejected " + found.problems(), text, expected);
      } else {
        place(text, found.problems().get(0), expected);
      }
    }
  }

  private void differs(String how, String text, Oracle.Judgement expected) {
    differences.add(how + ": " + text + "\n  CPython: " + expected);
  }

  private void place(String text, SyntaxProblem problem, Oracle.Judgement expected) {
    boolean line = problem.line() == expected.line();
    boolean column = line && problem.column() == expected.column();
    boolean words = problem.message().equals(expected.detail());
    lined += line ? 1 : 0;
    placed += column ? 1 : 0;
    worded += words ? 1 : 0;
    if (!column || !words) {
      misplaced.add(
          String.format(
              "%s%d:%d %s | CPython %d:%d %s | %s",
              column ? "WORDS " : line ? "COLUMN " : "LINE ",
              problem.line(),
              problem.column(),
              problem.message(),
              expected.line(),
              expected.column(),
              expected.detail(),
              text.length() > 300 ? text.hashCode() : text.replace("\n", "\\n")));
    }
  }

  /** Texts that one side accepts and the other rejects, or whose trees differ. */
  List<String> differences() {
    return differences;
  }

  /** The share of the invalid texts whose error stands where CPython's does, line and column. */
  double placed() {
    return invalid == 0 ? 1 : (double) placed / invalid;
  }

  @Override
  public String toString() {
    return String.format(
        "%d valid, %.2f %% with the same tree; %d invalid, %.2f %% rejected;"
            + " of these %.1f %% at the same line, %.1f %% at the same column, %.1f %% in the same"
            + " words; %d that CPython has no room for",
        valid,
        PERCENT * accepted / valid,
        invalid,
        PERCENT * rejected / invalid,
        PERCENT * lined / rejected,
        PERCENT * placed / rejected,
        PERCENT * worded / rejected,
        explained);
  }
}

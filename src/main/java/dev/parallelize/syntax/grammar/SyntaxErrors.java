package dev.parallelize.syntax.grammar;

import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.PythonVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains why the parser stopped, in CPython's words where the place tells which. Since no decision
 * looks ahead, the token at which it stopped is the first that fits nowhere.
 */
final class SyntaxErrors {
  private static final String GENERIC = "invalid syntax";

  private static final Map<Integer, String> BLOCKS =
      Map.ofEntries(
          Map.entry(PythonGrammar.IF, "'if' statement"),
          Map.entry(PythonGrammar.ELIF, "'elif' statement"),
          Map.entry(PythonGrammar.ELSE, "'else' statement"),
          Map.entry(PythonGrammar.WHILE, "'while' statement"),
          Map.entry(PythonGrammar.FOR, "'for' statement"),
          Map.entry(PythonGrammar.TRY, "'try' statement"),
          Map.entry(PythonGrammar.EXCEPT, "'except' statement"),
          Map.entry(PythonGrammar.FINALLY, "'finally' statement"),
          Map.entry(PythonGrammar.WITH, "'with' statement"),
          Map.entry(PythonGrammar.MATCH, "'match' statement"),
          Map.entry(PythonGrammar.CASE, "'case' statement"),
          Map.entry(PythonGrammar.DEF, "function definition"),
          Map.entry(PythonGrammar.CLASS, "class definition"));

  private final Lexed lexed;
  private final FlatParser parser;
  private final PythonSource source;
  private final PythonVersion version;
  private final Terminal at;
  private final Terminal before;

  private SyntaxErrors(Lexed lexed, FlatParser parser, PythonSource source, PythonVersion version) {
    this.lexed = lexed;
    this.parser = parser;
    this.source = source;
    this.version = version;
    this.at = lexed.terminals().current();
    this.before = at.index > 0 ? lexed.terminals().get(at.index - 1) : at;
  }

  static Rejection explain(
      Lexed lexed,
      FlatParser parser,
      StatementBuilder statements,
      PythonSource source,
      PythonVersion version) {
    try {
      // what stands before may be wrong in a way that only the builders see
      statements.file(parser.root(), false);
    } catch (Rejection earlier) {
      return earlier;
    }
    return new SyntaxErrors(lexed, parser, source, version).explain();
  }

  private Rejection explain() {
    @Nullable Rejection problem = lexed.problem();
    if (at.type == PythonGrammar.ERROR && problem != null) {
      return problem;
    }
    Optional<Rejection> specific =
        layout().or(this::expected).or(this::assignment).or(this::neighbours);
    if (specific.isPresent()) {
      return specific.get();
    }
    // like CPython, prefer what the lexer has against the rest of the file to "invalid syntax"
    if (problem != null
        && !problem.message().equals(GENERIC)
        && (!problem.message().endsWith("was never closed") || isLater(problem))) {
      return problem;
    }
    return new Rejection(startOfLayout(), GENERIC, "look at this token and the one before it");
  }

  /** Where the token at hand starts; for the end of a line, where its comment does. */
  private int startOfLayout() {
    int comment = source.text().indexOf('#', before.end);
    boolean own = at.type == PythonGrammar.NEWLINE && comment >= before.end && comment < at.start;
    return own ? comment : at.start;
  }

  private boolean isLater(Rejection problem) {
    return source.line(at.start) > source.line(problem.offset());
  }

  private Optional<Rejection> layout() {
    if (parser.expected() == PythonGrammar.INDENT) {
      return Optional.of(missingBlock());
    }
    if (at.type == PythonGrammar.INDENT) {
      return Optional.of(
          new Rejection(
              at.start - 1,
              "unexpected indent",
              "indent this line exactly like the one before it"));
    }
    return Optional.empty();
  }

  /** Before the line end, if there is one, that ends the text. */
  private int endOfLastLine() {
    int last = source.text().length() - 1;
    boolean ended = last >= 0 && source.text().charAt(last) == '\n';
    return ended ? last : last + 1;
  }

  private Rejection missingBlock() {
    @Nullable Branch owner = parser.failedIn();
    if (owner != null && owner.getRuleIndex() == PythonGrammar.RULE_block) {
      owner = parser.failedBelow();
    }
    for (int i = owner == null ? -1 : owner.size() - 1; i >= 0; i--) {
      String name = BLOCKS.get(owner.type(i));
      if (name != null) {
        boolean star = owner.type(i + 1) == PythonGrammar.STAR;
        return new Rejection(
            Math.min(at.start, endOfLastLine()),
            "expected an indented block after "
                + (star ? "'except*' statement" : name)
                + " on line "
                + source.line(owner.startOf(i)),
            "indent its body, or write 'pass'");
      }
    }
    return new Rejection(at.start, "expected an indented block", "indent the body");
  }

  /** What the rule at hand could not do without. */
  private Optional<Rejection> expected() {
    int rule = parser.failedIn() == null ? -1 : parser.failedIn().getRuleIndex();
    return switch (parser.expected()) {
      case PythonGrammar.COLON -> missingColon(rule);
      case PythonGrammar.ELSE ->
          rule == PythonGrammar.RULE_test && at.type != PythonGrammar.COLON
              ? Optional.of(
                  new Rejection(
                      parser.failedIn().startOffset(),
                      "expected 'else' after 'if' expression",
                      "add 'else' and a value"))
              : Optional.empty();
      case PythonGrammar.IN ->
          version.atLeast(13)
                  && (rule == PythonGrammar.RULE_forLoop
                      || rule == PythonGrammar.RULE_comprehension)
              ? because("'in' expected after for-loop variables", "add 'in' and what to loop over")
              : Optional.empty();
      case PythonGrammar.LEFT_PAREN ->
          rule == PythonGrammar.RULE_function
              ? because("expected '('", "add the parameter list, () if it is empty")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Rejection> missingColon(int rule) {
    boolean block =
        switch (rule) {
          case PythonGrammar.RULE_statement,
              PythonGrammar.RULE_forLoop,
              PythonGrammar.RULE_withBlock,
              PythonGrammar.RULE_function,
              PythonGrammar.RULE_classDefinition,
              PythonGrammar.RULE_handler,
              PythonGrammar.RULE_matchCase ->
              true;
          default -> false;
        };
    if (!block) {
      return Optional.empty();
    }
    if (at.type == PythonGrammar.EQUAL && rule == PythonGrammar.RULE_statement) {
      return because(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
          "compare with ==, or assign in a statement of its own");
    }
    boolean always =
        rule == PythonGrammar.RULE_function
            || switch (before.type) {
              case PythonGrammar.ELSE, PythonGrammar.TRY, PythonGrammar.FINALLY -> true;
              default -> false;
            };
    return always || at.type == PythonGrammar.NEWLINE
        ? because("expected ':'", "end the line with a colon")
        : Optional.empty();
  }

  private Optional<Rejection> because(String message, String hint) {
    return Optional.of(new Rejection(at.start, message, hint));
  }

  /** A name and an equals sign where only a comparison or := could stand. */
  private Optional<Rejection> assignment() {
    boolean lone =
        at.type == PythonGrammar.EQUAL
            && before.type == PythonGrammar.NAME
            && startOfExpression() == before.start
            && insideBrackets();
    return lone
        ? Optional.of(
            new Rejection(
                before.start,
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                "compare with ==, or assign with :="))
        : Optional.empty();
  }

  /** Two expressions side by side. */
  private Optional<Rejection> neighbours() {
    if (!endsExpression(before) || !startsExpression(at)) {
      return Optional.empty();
    }
    String word = source.text().substring(before.start, before.end);
    if (before.type == PythonGrammar.NAME && (word.equals("print") || word.equals("exec"))) {
      return Optional.of(
          new Rejection(
              before.start,
              "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?",
              "this is Python 2; call the function: " + word + "(…)"));
    }
    boolean prefix = before.type == PythonGrammar.NAME && at.type == PythonGrammar.STRING;
    if (insideBrackets() && !prefix) {
      return Optional.of(
          new Rejection(
              startOfExpression(),
              "invalid syntax. Perhaps you forgot a comma?",
              "separate the two expressions"));
    }
    return Optional.empty();
  }

  /** Where the expression starts that ends before the token at hand. */
  private int startOfExpression() {
    @Nullable Branch rule = parser.failedIn();
    return rule != null && rule.size() > 0 && rule.child(rule.size() - 1) instanceof Branch last
        ? last.startOffset()
        : before.start;
  }

  private boolean insideBrackets() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < at.index; i++) {
      switch (lexed.terminals().get(i).type) {
        case PythonGrammar.LEFT_PAREN, PythonGrammar.LEFT_BRACKET, PythonGrammar.LEFT_BRACE ->
            open.push(i);
        case PythonGrammar.RIGHT_PAREN, PythonGrammar.RIGHT_BRACKET, PythonGrammar.RIGHT_BRACE ->
            open.poll();
        default -> {}
      }
    }
    return !open.isEmpty();
  }

  private static boolean endsExpression(Terminal terminal) {
    return switch (terminal.type) {
      case PythonGrammar.NAME,
          PythonGrammar.NUMBER,
          PythonGrammar.STRING,
          PythonGrammar.FSTRING_END,
          PythonGrammar.NONE,
          PythonGrammar.TRUE,
          PythonGrammar.FALSE,
          PythonGrammar.ELLIPSIS,
          PythonGrammar.RIGHT_PAREN,
          PythonGrammar.RIGHT_BRACKET,
          PythonGrammar.RIGHT_BRACE ->
          true;
      default -> false;
    };
  }

  private static boolean startsExpression(Terminal terminal) {
    return switch (terminal.type) {
      case PythonGrammar.NAME,
          PythonGrammar.NUMBER,
          PythonGrammar.STRING,
          PythonGrammar.FSTRING_START,
          PythonGrammar.NONE,
          PythonGrammar.TRUE,
          PythonGrammar.FALSE,
          PythonGrammar.ELLIPSIS,
          PythonGrammar.LAMBDA,
          PythonGrammar.LEFT_BRACE ->
          true;
      default -> false;
    };
  }
}

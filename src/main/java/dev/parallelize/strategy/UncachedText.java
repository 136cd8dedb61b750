package dev.parallelize.strategy;

import dev.parallelize.semantics.Analysis;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.workload.Judge;
import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The program in which a {@link CachedLoop} computes its values by a function, each time anew: what is
 * proved of that one holds of the loop, whatever the cache spares it.
 */
final class UncachedText {
  private static final String RULE = "cache";

  /** To judge a loop without its cache means to analyze the whole file again. */
  private static final int LONGEST = 60_000;

  private final CachedLoop loop;
  private final Program program;
  private final PythonSource source;
  private final String text;

  private UncachedText(CachedLoop loop) {
    this.loop = loop;
    this.program = loop.program();
    this.source = program.tree().source();
    this.text = source.text();
  }

  /** The plan for the loop; empty where it cannot run in parallel without its cache either. */
  static Optional<SharedCachePlan> of(CachedLoop loop) {
    return new UncachedText(loop).plan();
  }

  private Optional<SharedCachePlan> plan() {
    Statement top = top();
    boolean decorated = top instanceof Statement.FunctionDef f && !f.decorators().isEmpty();
    boolean plain =
        top instanceof Statement.FunctionDef && isLine(loop.made()) && isLine(loop.store());
    if (!plain || decorated || text.length() > LONGEST) {
      return Optional.empty();
    }
    String newline = source.lineSeparator();
    String function = fresh("_from_" + loop.cache());
    String shared = fresh("_" + loop.cache());
    String value = fresh(loop.cache() + "_value");
    String parameters = String.join(", ", parameters());
    String unit = unit();
    String key = source.text(loop.key().span());
    String computed = source.text(loop.store().value().span());
    String head = "def " + function + "(" + parameters + "):" + newline;
    String place = shared + "[" + key + "]";
    String anew = head + unit + "return " + computed + newline;
    String cached =
        head
            + (unit + "if " + key + " not in " + shared + ":" + newline)
            + (unit + unit + place + " = " + computed + newline)
            + (unit + "return " + place + newline);
    List<Edit> edits = new ArrayList<>();
    insert(edits, aboveComments(top), anew + newline + newline);
    replace(edits, line(loop.made()), "");
    replace(edits, loop.fill().span(), value + " = " + function + "(" + parameters + ")");
    loop.reads().forEach(read -> replace(edits, read.span(), value));
    return judged(edits)
        .map(j -> new SharedCachePlan(j.program().tree().source(), j, anew, cached, shared));
  }

  private Optional<Judgement> judged(List<Edit> edits) {
    PythonSource changed = Edits.apply(source, edits);
    if (!(PythonParser.parse(changed, program.tree().version())
        instanceof ParseResult.Parsed parsed)) {
      return Optional.empty();
    }
    Program plain = Analysis.analyze(parsed.tree(), program.library(), program.assumptions());
    return Judge.judge(plain).stream()
        .filter(j -> j.candidate().id().equals(loop.candidate().id()))
        .filter(j -> j.verdict() == Verdict.PARALLELIZABLE)
        .findFirst();
  }

  /** Names of the function around the loop that the value is computed from. */
  private Set<String> parameters() {
    Set<String> names = new LinkedHashSet<>(loop.keyNames());
    Walk.each(
        loop.store().value(),
        n -> {
          if (n instanceof Expression.Name name) {
            Scope around = program.scopes().around(name);
            if (around == loop.candidate().frame()
                && around.owner(name.id()).equals(Optional.of(around))) {
              names.add(name.id());
            }
          }
        });
    return names;
  }

  private Statement top() {
    return program.tree().module().body().stream()
        .filter(s -> s.start() <= loop.made().start() && loop.made().end() <= s.end())
        .findFirst()
        .orElseThrow();
  }

  /** The statement has its line for itself. */
  private boolean isLine(Statement statement) {
    Span line = line(statement);
    String code = text.substring(line.start(), line.end()).strip();
    return code.equals(source.text(statement.span()));
  }

  private Span line(Node node) {
    int number = source.line(node.start());
    int start = source.lineStart(number);
    int end = text.indexOf('\n', node.end());
    return new Span(start, end < 0 ? text.length() : end + 1);
  }

  private int aboveComments(Statement top) {
    int number = source.line(top.start());
    while (number > 1 && source.lineText(number - 1).startsWith("#")) {
      number--;
    }
    return source.lineStart(number);
  }

  /** What one line inside the function is indented by. */
  private String unit() {
    Statement first = ((Statement.FunctionDef) top()).body().get(0);
    int start = source.lineStart(source.line(first.start()));
    return text.substring(start, first.start()).isBlank()
        ? text.substring(start, first.start())
        : "    ";
  }

  private String fresh(String base) {
    String name = base;
    for (int n = 2; text.contains(name); n++) {
      name = base + "_" + n;
    }
    return name;
  }

  private static void insert(List<Edit> edits, int at, String inserted) {
    edits.add(new Edit(new Span(at, at), inserted, RULE));
  }

  private static void replace(List<Edit> edits, Span span, String replacement) {
    edits.add(new Edit(span, replacement, RULE));
  }
}

package dev.parallelize.dependence;

import dev.parallelize.dependence.LoopModel.Standing;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Token;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Splits the loops inside a loop in two, the first computing what the second uses in order, so that
 * the first can be the parallel part of an iteration of the loop around them (loop distribution, Allen
 * and Kennedy, "Automatic translation of Fortran programs to vector form", 1987):
 *
 * <pre>
 * for y in rows:                          for y in rows:
 *     for x in columns:                       depths = [escape(x, y) for x in columns]
 *         image[y][x] = escape(x, y)          for x, depth in zip(columns, depths):
 *                                                 image[y][x] = depth
 * </pre>
 *
 * <p>It is allowed where the inner loop's own fission is: then nothing that the second loop does can
 * be seen by the first. What an exception in the first loop leaves undone must not outlive it, and the
 * inner iterable must give the same items twice.
 *
 * @param edits what changes the text of the loop around
 * @param lines the lines of the inner loops that are changed
 * @param change what became of them, in words
 * @param renamed the candidate's id in the changed text, where it is another
 */
public record Distribution(
    List<Edit> edits, List<Integer> lines, String change, Optional<String> renamed) {
  private static final String RULE = "distribution";
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  public Distribution {
    edits = List.copyOf(edits);
    lines = List.copyOf(lines);
  }

  Distribution(List<Edit> edits, List<Integer> lines, String change) {
    this(edits, lines, change, Optional.empty());
  }

  /**
   * The distribution of the loops that stand directly in the body of a loop; empty when none can be
   * split.
   *
   * @param inner the models of the candidates inside the loop
   */
  public static Optional<Distribution> of(Program program, Candidate outer, List<LoopModel> inner) {
    if (!(outer.node() instanceof Statement.For loop)
        || loop.isAsync()
        || outer.scope().kind() == Scope.Kind.CLASS
        || isGuarded(program, loop)) {
      return Optional.empty();
    }
    List<LoopModel> direct =
        inner.stream()
            .filter(m -> m.candidate().node() instanceof Statement.For f && loop.body().contains(f))
            .filter(m -> isSplittable(program, m))
            .toList();
    if (direct.isEmpty()) {
      return Optional.empty();
    }
    Set<String> taken = identifiers(program);
    List<Edit> edits = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (LoopModel model : direct) {
      edits.addAll(new Split(program, model, taken).edits());
      lines.add(program.line(model.candidate().node()));
    }
    return Optional.of(
        new Distribution(
            edits, lines, "what the loop computes is separated from what it does in order"));
  }

  /** What changed and where, for people. */
  public String sentence() {
    List<String> all = lines.stream().map(String::valueOf).toList();
    return "Line " + String.join(", ", all) + ": " + change + ".";
  }

  /** Every word of the code that is, or could be, a name; attributes are none. */
  static Set<String> identifiers(Program program) {
    Set<String> taken = new HashSet<>();
    boolean attribute = false;
    for (Token token : program.tree().tokens()) {
      String text = program.tree().source().text(token.span());
      boolean name = token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.KEYWORD;
      if (name && !attribute) {
        taken.add(text);
      } else if (token.kind() == Token.Kind.STRING) {
        taken.addAll(words(text));
      }
      attribute = text.equals(".");
    }
    return taken;
  }

  private static Set<String> words(String text) {
    Set<String> found = new HashSet<>();
    Matcher words = IDENTIFIER.matcher(text);
    while (words.find()) {
      found.add(words.group());
    }
    return found;
  }

  /** A handler around the loop could see what an exception left undone. */
  static boolean isGuarded(Program program, Statement.For loop) {
    boolean[] guarded = {false};
    Walk.each(
        program.tree().module(),
        n -> guarded[0] |= n instanceof Statement.Try t && t.span().contains(loop.span()));
    return guarded[0];
  }

  private static boolean isSplittable(Program program, LoopModel model) {
    Statement.For loop = (Statement.For) model.candidate().node();
    Fission fission = tested(model);
    return model.standing() == Standing.PROVED
        && !fission.isEmpty()
        && !fission.remainder().isEmpty()
        && !fission.exits()
        && !fission.isCrossed()
        && model.iteration().stream()
            .allMatch(i -> java.util.Collections.disjoint(i.targets(), fission.crossing()))
        && (!fission.inPlace() || isSkippedOnly(fission))
        && !fission.effectsOutlive()
        && FailureOrder.allowsChunks(program, model)
        && loop.orElse().isEmpty()
        && !loop.isAsync()
        && isOnLinesOfItsOwn(program, loop)
        && (!isNeeded(program, model.candidate().frame(), loop, fission)
            || gives(program, model.candidate().frame(), loop.iterable()))
        && !(fission.inPlace() && isReadOutside(program, model, loop))
        && !bindsByWalrus(loop);
  }

  /** The loop's split, with its tests in front of the parallel part where they can stand there. */
  private static Fission tested(LoopModel model) {
    return model.fission().testedFirst().orElse(Fission.NONE);
  }

  /** Nothing but {@code if …: continue} stands before the parallel part. */
  private static boolean isSkippedOnly(Fission fission) {
    int first =
        Math.min(
            fission.parallel().stream().mapToInt(Statement::start).min().orElse(Integer.MAX_VALUE),
            fission.extractions().stream()
                .mapToInt(e -> e.unit().start())
                .min()
                .orElse(Integer.MAX_VALUE));
    return !fission.effectsFirst()
        && fission.extractions().stream().allMatch(e -> e.guards().isEmpty() && !e.guarded())
        && fission.remainder().stream()
            .allMatch(s -> s.start() >= first || FissionBuilder.isContinue(s));
  }

  private static List<Statement> skips(Fission fission) {
    return fission.inPlace()
        ? fission.remainder().stream().filter(FissionBuilder::isContinue).toList()
        : List.of();
  }

  private static boolean isOnLinesOfItsOwn(Program program, Statement.For loop) {
    int line = program.line(loop.iterable().end());
    PythonSource source = program.tree().source();
    for (Statement s : loop.body()) {
      if (program.line(s) <= line) {
        return false;
      }
      line = source.line(Math.max(s.start(), s.end() - 1));
    }
    return source.text().substring(source.lineStart(program.line(loop)), loop.start()).isBlank();
  }

  /**
   * The iterable is evaluated twice: it must do nothing, and not be used up. What is gone through in each iteration of the
   * loop around can be gone through again, or was used up by the first: then a worker's copy is, too.
   */
  private static boolean gives(Program program, Scope frame, Expression iterable) {
    boolean quiet =
        program.facts(frame, iterable.span()).stream()
            .map(Located::fact)
            .allMatch(
                f ->
                    f instanceof Fact.Reads
                        || f instanceof Fact.ReadsName
                        || f instanceof Fact.Iterates
                        || isOwn(f, iterable));
    String type = program.type(iterable).name();
    boolean plain =
        iterable instanceof Expression.Call
            ? Set.of("range", "list", "tuple", "iterable", "dict", "str").contains(type)
                || isEnumerated(program, iterable)
            : isPlain(program, iterable);
    return quiet && plain;
  }

  /** The iterator that the iterable itself makes goes on. */
  private static boolean isOwn(Fact fact, Expression iterable) {
    return fact instanceof Fact.Mutates m
        && m.root() instanceof Root.Site site
        && iterable.start() <= site.start()
        && site.end() <= iterable.end();
  }

  /** {@code enumerate(row)} and {@code zip(a, b)} over things that can be gone through again. */
  private static boolean isEnumerated(Program program, Expression iterable) {
    return iterable instanceof Expression.Call call
        && call.function() instanceof Expression.Name name
        && (name.id().equals("enumerate") || name.id().equals("zip"))
        && call.arguments().stream().allMatch(a -> isPlain(program, a));
  }

  private static boolean isPlain(Program program, Expression iterable) {
    String type = program.type(iterable).name();
    return Set.of("range", "list", "tuple", "dict", "str", "iterable", "numpy.ndarray")
            .contains(type)
        || (iterable instanceof Expression.Name && program.type(iterable).isUnknown());
  }

  /** Whether the second loop, or anything else, reads what the inner loop runs over. */
  private static boolean isNeeded(
      Program program, Scope frame, Statement.For loop, Fission fission) {
    Set<String> targets = new HashSet<>();
    Walk.each(
        loop.target(),
        n -> {
          if (n instanceof Expression.Name name) {
            targets.add(name.id());
          }
        });
    return (!(loop.target() instanceof Expression.Name) && targets.isEmpty())
        || isRead(program, frame, targets, fission);
  }

  /** Whether anything but the parallel part reads one of the names. */
  private static boolean isRead(
      Program program, Scope frame, Set<String> targets, Fission fission) {
    boolean[] needed = {false};
    List<Node> moved = fission.work();
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Expression.Name name
              && name.context() != Context.STORE
              && targets.contains(name.id())
              && isIn(program, frame, name)) {
            needed[0] |= moved.stream().noneMatch(m -> m.span().contains(name.span()));
          }
        });
    return needed[0];
  }

  /** Iterations that skip the computation would leave nothing in what it gives. */
  private static boolean isReadOutside(Program program, LoopModel model, Statement.For loop) {
    boolean[] read = {false};
    Walk.each(
        program.tree().module(),
        n ->
            read[0] |=
                n instanceof Expression.Name name
                    && name.context() != Context.STORE
                    && tested(model).crossing().contains(name.id())
                    && !loop.span().contains(name.span())
                    && isIn(program, model.candidate().frame(), name));
    return read[0];
  }

  private static boolean isIn(Program program, Scope frame, Expression.Name name) {
    return program
        .scopes()
        .around(name)
        .owner(name.id())
        .filter(o -> program.frameOf(o) == frame)
        .isPresent();
  }

  private static boolean bindsByWalrus(Node node) {
    boolean[] found = {false};
    Walk.each(node, n -> found[0] |= n instanceof Expression.NamedExpr);
    return found[0];
  }

  /** The first preferred name that is free, else the last with a number; it is taken then. */
  static String fresh(Set<String> taken, String... preferred) {
    for (String name : preferred) {
      if (taken.add(name)) {
        return name;
      }
    }
    String last = preferred[preferred.length - 1];
    int number = 2;
    while (!taken.add(last + "_" + number)) {
      number++;
    }
    return last + "_" + number;
  }

  /** The new text of one inner loop. */
  private record Split(Program program, LoopModel model, Set<String> taken) {
    List<Edit> edits() {
      PythonSource source = program.tree().source();
      Statement.For loop = (Statement.For) model.candidate().node();
      Fission fission = tested(model);
      String newline = source.lineSeparator();
      int lineStart = source.lineStart(program.line(loop));
      String indent = source.text().substring(lineStart, loop.start());
      String target = text(loop.target());
      String iterable = text(loop.iterable());
      List<String> results = new ArrayList<>(fission.crossing());
      List<String> computed = new ArrayList<>(fission.crossing());
      List<Edit> edits = new ArrayList<>();
      for (Fission.Extraction extraction : fission.extractions()) {
        String name = fresh(taken, "value", "result");
        results.add(name);
        computed.add(text(extraction.expression()));
        edits.add(new Edit(extraction.expression().span(), name, RULE));
      }
      String values = fresh(taken, plural(results.get(0)), results.get(0) + "_values");
      Optional<String> single = singleExpression();
      boolean counted = isCounted(loop);
      List<Statement> skips = skips(fission);
      String conditions =
          skips.stream()
              .map(k -> condition(((Statement.If) k).test(), skips.size() > 1))
              .collect(Collectors.joining(" or "));
      String skipped =
          results.size() == 1 ? "None" : "(" + "None, ".repeat(results.size() - 1) + "None)";
      StringBuilder first = new StringBuilder();
      if (single.isPresent()) {
        first.append(indent).append(values).append(" = [");
        first.append(skips.isEmpty() ? "" : skipped + " if " + conditions + " else ");
        first.append(single.get());
        first
            .append(" for ")
            .append(
                counted && !mentions(single.get(), target(0)) && skips.isEmpty()
                    ? target(1)
                        + " in "
                        + text(((Expression.Call) loop.iterable()).arguments().get(0))
                    : target + " in " + iterable)
            .append("]");
        first.append(newline);
      } else {
        String deeper = source.text().substring(lineOf(loop.body().get(0)), firstOf(loop));
        String unit = deeper.substring(Math.min(indent.length(), deeper.length()));
        first.append(indent).append(values).append(" = []").append(newline);
        first.append(source.text(), lineStart, firstLineEnd(loop)).append(newline);
        List<Statement> moved = new ArrayList<>(skips);
        moved.addAll(fission.parallel());
        moved.sort(Comparator.comparingInt(Statement::start));
        for (Statement s : moved) {
          if (skips.contains(s)) {
            first.append(deeper).append("if ").append(text(((Statement.If) s).test()));
            first.append(":").append(newline).append(deeper).append(unit);
            first.append(values).append(".append(").append(skipped).append(")").append(newline);
            first.append(deeper).append(unit).append("continue").append(newline);
          } else {
            first.append(source.text(), lineOf(s), s.end()).append(newline);
          }
        }
        String all = String.join(", ", computed);
        String one = computed.size() == 1 ? all : "(" + all + ")";
        first.append(deeper).append(values).append(".append(").append(one).append(")");
        first.append(newline);
      }
      edits.add(new Edit(new Span(lineStart, lineStart), first.toString(), RULE));
      String result = results.size() == 1 ? results.get(0) : "(" + String.join(", ", results) + ")";
      boolean tuple = loop.target() instanceof Expression.TupleDisplay && !target.startsWith("(");
      boolean index =
          counted && !isRead(program, model.candidate().frame(), Set.of(target(1)), fission);
      String alone = results.size() == 1 ? result : String.join(", ", results);
      String header =
          index
              ? target(0) + ", " + result + " in enumerate(" + values + ")"
              : isNeeded(program, model.candidate().frame(), loop, fission)
                  ? (tuple ? "(" + target + ")" : target)
                      + ", "
                      + result
                      + " in zip("
                      + iterable
                      + ", "
                      + values
                      + ")"
                  : alone + " in " + values;
      edits.add(new Edit(new Span(loop.target().start(), loop.iterable().end()), header, RULE));
      for (Statement s : fission.parallel()) {
        edits.add(new Edit(wholeLines(s), "", RULE));
      }
      return edits;
    }

    /** {@code for j, b in enumerate(ys)}. */
    private boolean isCounted(Statement.For loop) {
      return loop.iterable() instanceof Expression.Call call
          && AffineForms.calls(program, call, "builtins.enumerate")
          && call.arguments().size() == 1
          && call.keywords().isEmpty()
          && loop.target() instanceof Expression.TupleDisplay pair
          && pair.elements().size() == 2
          && pair.elements().stream().allMatch(Expression.Name.class::isInstance);
    }

    private String target(int position) {
      Statement.For loop = (Statement.For) model.candidate().node();
      return text(((Expression.TupleDisplay) loop.target()).elements().get(position));
    }

    private static boolean mentions(String text, String name) {
      return IDENTIFIER.matcher(text).results().anyMatch(m -> m.group().equals(name));
    }

    private String condition(Expression test, boolean several) {
      boolean loose = test instanceof Expression.BoolOp || test instanceof Expression.IfExp;
      return several && loose ? "(" + text(test) + ")" : text(test);
    }

    private Span wholeLines(Statement s) {
      PythonSource source = program.tree().source();
      int line = source.line(Math.max(s.start(), s.end() - 1));
      int end = line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
      return new Span(lineOf(s), end);
    }

    private String text(Node node) {
      return program.tree().source().text(node.span());
    }

    private int lineOf(Statement s) {
      PythonSource source = program.tree().source();
      return source.lineStart(source.line(s.start()));
    }

    private static int firstOf(Statement.For loop) {
      return loop.body().get(0).start();
    }

    /** Where the loop's header ends: comments below it stay with the second loop. */
    private int firstLineEnd(Statement.For loop) {
      PythonSource source = program.tree().source();
      int at = loop.iterable().end();
      String text = source.text();
      return text.indexOf(':', at) + 1;
    }

    /** The parallel part, when it is one expression. */
    private Optional<String> singleExpression() {
      Fission fission = tested(model);
      if (fission.parallel().isEmpty() && fission.extractions().size() == 1) {
        return Optional.of(text(fission.extractions().get(0).expression()));
      }
      boolean single =
          fission.extractions().isEmpty()
              && fission.parallel().size() == 1
              && fission.parallel().get(0) instanceof Statement.Assign assign
              && assign.targets().size() == 1
              && assign.targets().get(0) instanceof Expression.Name name
              && fission.crossing().equals(Set.of(name.id()));
      return single
          ? Optional.of(text(((Statement.Assign) fission.parallel().get(0)).value()))
          : Optional.empty();
    }

    private static String plural(String name) {
      return name.length() < 3 || name.endsWith("s") ? name + "_values" : name + "s";
    }
  }
}

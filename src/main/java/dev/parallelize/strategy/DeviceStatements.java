package dev.parallelize.strategy;

import dev.parallelize.source.Edit;
import dev.parallelize.source.Edits;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves the statements of a plan to a GPU: what they read is sent there first, and what they store comes
 * back.
 *
 * <p>Libraries for GPUs mix types by rules of their own, so that arrays have to hold {@code float64} or,
 * where the text proves it, {@code int64}; where it does not tell, the program checks it.
 */
final class DeviceStatements {
  private static final String STEP = "    ";

  /** Stands for NumPy in the text that is parsed. */
  private static final String HOST = "host_numpy_";

  private static final Set<Operator> SAME =
      Set.of(
          Operator.ADD,
          Operator.SUB,
          Operator.MULT,
          Operator.DIV,
          Operator.BIT_AND,
          Operator.BIT_OR,
          Operator.BIT_XOR);

  /** Names of a program: all of them, and those that stand outside of what is replaced. */
  record Names(Set<String> all, Set<String> outside) {}

  /**
   * @param rounds whether a function may differ from NumPy's in the last digit
   */
  record Moved(VectorizePlan plan, boolean rounds) {}

  private final DevicePlan.Library library;
  private final VectorizePlan plan;
  private final Map<String, ArrayFact> arrays;
  private final Names names;
  private final DeviceFunctions functions;
  private final Map<String, String> sent = new LinkedHashMap<>();
  private final Set<String> kept = new LinkedHashSet<>();
  private final Set<String> locals = new LinkedHashSet<>();
  private final Set<String> stored = new LinkedHashSet<>();
  private final Set<String> guards = new LinkedHashSet<>();
  private final List<Edit> edits = new ArrayList<>();

  DeviceStatements(
      DevicePlan.Library library,
      VectorizePlan plan,
      Map<String, ArrayFact> arrays,
      Set<String> modules,
      Names names) {
    this.library = library;
    this.plan = plan;
    this.arrays = arrays;
    this.names = names;
    Set<String> numpy = new LinkedHashSet<>(modules);
    numpy.add(HOST);
    this.functions = new DeviceFunctions(numpy);
  }

  Moved moved() {
    PythonSource text = PythonSource.of(parsed(plan.statements()));
    if (!(PythonParser.parse(text, PythonVersion.LATEST) instanceof ParseResult.Parsed tree)) {
      throw new NotVectorizable("what NumPy would do is no plain statement");
    }
    tree.tree().module().body().forEach(s -> move(s, false));
    if (sent.isEmpty() || (stored.isEmpty() && kept.isEmpty())) {
      throw new NotVectorizable("it stores nothing that is computed from arrays");
    }
    List<String> lines = new ArrayList<>();
    sent.forEach((array, copy) -> lines.add(copy + " = " + device("asarray") + array + ")"));
    lines.addAll(Edits.apply(text, edits).text().lines().map(DeviceStatements::plain).toList());
    kept.forEach(array -> lines.add(array + "[:] = " + back() + sent.get(array) + ")"));
    Set<String> all = new LinkedHashSet<>(plan.guards());
    all.addAll(guards);
    return new Moved(
        new VectorizePlan(
            plan.replaced(),
            lines,
            List.copyOf(all),
            plan.keepsLoop() || !guards.isEmpty(),
            plan.change().replace("whole arrays", "whole arrays on a GPU")),
        functions.rounds());
  }

  private static String parsed(List<String> statements) {
    return String.join("\n", statements)
            .replace(VectorizePlan.NUMPY, HOST)
            .replace(VectorizePlan.INDENT, STEP)
        + "\n";
  }

  private static String plain(String line) {
    String code = line.stripLeading();
    int steps = (line.length() - code.length()) / STEP.length();
    return VectorizePlan.INDENT.repeat(steps) + code.replace(HOST, VectorizePlan.NUMPY);
  }

  private static String device(String function) {
    return DevicePlan.DEVICE + "." + function + "(";
  }

  private String back() {
    return library == DevicePlan.Library.CUPY
        ? device("asnumpy")
        : VectorizePlan.NUMPY + ".asarray(";
  }

  private void move(Statement statement, boolean repeated) {
    if (statement instanceof Statement.For loop && loop.orElse().isEmpty()) {
      loop.body().forEach(s -> move(s, true));
    } else if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
      store(assign.targets().get(0), assign.value(), false, repeated);
    } else if (statement instanceof Statement.AugAssign assign) {
      if (!SAME.contains(assign.operator())) {
        throw differs(assign.operator().symbol() + "=");
      }
      store(assign.target(), assign.value(), true, repeated);
    } else {
      throw new NotVectorizable("a step in between needs the values on the host");
    }
  }

  private void store(Expression target, Expression value, boolean adds, boolean repeated) {
    boolean computed = compute(value);
    if (target instanceof Expression.Name name) {
      bind(name, value, computed, adds, repeated);
    } else if (target instanceof Expression.Subscript part
        && part.value() instanceof Expression.Name array) {
      put(part, array, value, computed, adds, repeated);
    } else {
      throw new NotVectorizable("it stores into something that is no array by name");
    }
  }

  /** A result of its own, or a value on the way to one. */
  private void bind(
      Expression.Name name, Expression value, boolean computed, boolean adds, boolean repeated) {
    boolean result = names.outside().contains(name.id());
    if (adds || (result && (repeated || sent.containsKey(name.id())))) {
      throw new NotVectorizable("`" + name.id() + "` is bound again and again");
    }
    if (!computed) {
      return;
    }
    if (result) {
      String call =
          library == DevicePlan.Library.CUPY ? device("asnumpy") : VectorizePlan.NUMPY + ".array(";
      wrap(value, call);
      stored.add(name.id());
    } else {
      locals.add(name.id());
    }
  }

  private void put(
      Expression.Subscript part,
      Expression.Name array,
      Expression value,
      boolean computed,
      boolean adds,
      boolean repeated) {
    if (!arrays.containsKey(array.id()) || functions.names(part.slice(), this::isArray)) {
      throw new NotVectorizable("`" + array.id() + "` is stored where a mask on the GPU says");
    }
    if (repeated) {
      if (!adds || !functions.isWhole(part.slice()) || stored.contains(array.id())) {
        throw new NotVectorizable("parts of `" + array.id() + "` change again and again");
      }
      requireFloats(array.id());
      edits.add(new Edit(part.span(), copy(array.id()), "device"));
      kept.add(array.id());
      return;
    }
    if (kept.contains(array.id())) {
      throw new NotVectorizable("`" + array.id() + "` changes on the GPU and here");
    }
    if (computed) {
      wrap(value, back());
    }
    stored.add(array.id());
  }

  private void wrap(Expression value, String call) {
    edits.add(new Edit(new Span(value.start(), value.start()), call, "device"));
    edits.add(new Edit(new Span(value.end(), value.end()), ")", "device"));
  }

  /** Moves what the expression reads; whether anything of it is on the GPU then. */
  private boolean compute(Expression value) {
    boolean[] computed = {false};
    functions.check(value, SAME, this::isArray);
    for (Expression.Name name : functions.operands(value)) {
      if (functions.isModule(name)) {
        edits.add(new Edit(name.span(), DevicePlan.DEVICE, "device"));
      } else if (arrays.containsKey(name.id()) && !locals.contains(name.id())) {
        if (stored.contains(name.id())) {
          throw new NotVectorizable("`" + name.id() + "` is read and changed, back and forth");
        }
        requireKnown(name.id());
        edits.add(new Edit(name.span(), copy(name.id()), "device"));
        computed[0] = true;
      } else {
        computed[0] |= locals.contains(name.id());
      }
    }
    return computed[0];
  }

  private boolean isArray(String name) {
    return arrays.containsKey(name) || locals.contains(name);
  }

  private void requireKnown(String array) {
    if (arrays.get(array).element() != ArrayFact.Element.INT64) {
      requireFloats(array);
    }
  }

  private void requireFloats(String array) {
    switch (arrays.get(array).element()) {
      case FLOAT64 -> {}
      case UNKNOWN -> guards.add(array + ".dtype == \"float64\"");
      case INT64, BOOL, OTHER ->
          throw new NotVectorizable(
              "`" + array + "` does not hold float64, and other types mix by other rules there");
    }
  }

  private String copy(String array) {
    return sent.computeIfAbsent(array, this::fresh);
  }

  private String fresh(String array) {
    String name = array + "_device";
    for (int n = 2; names.all().contains(name); n++) {
      name = array + "_device_" + n;
    }
    return name;
  }

  static NotVectorizable differs(String what) {
    return new NotVectorizable("`" + what + "` gives other values, or another order, on a GPU");
  }
}

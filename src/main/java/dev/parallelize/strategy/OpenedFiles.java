package dev.parallelize.strategy;

import dev.parallelize.semantics.CallTarget;
import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.WithItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what code does with files that {@code with} blocks open. */
public record OpenedFiles(Program program) {
  private static final Set<String> AWAITED =
      Set.of("read", "readline", "readlines", "write", "writelines", "seek", "tell", "flush");

  /** {@code open(…)} of the builtins. */
  public boolean opens(Expression e) {
    return e instanceof Expression.Call call && callee(call).equals("builtins.open");
  }

  /** The names under which a block holds files. */
  public Set<String> names(Statement.With with) {
    Set<String> names = new LinkedHashSet<>();
    for (WithItem item : with.items()) {
      if (opens(item.context()) && item.target().orElse(null) instanceof Expression.Name name) {
        names.add(name.id());
      }
    }
    return names;
  }

  /** A call of a method that aiofiles has as a coroutine. */
  public boolean awaits(Expression.Call call, Set<String> files) {
    return call.function() instanceof Expression.Attribute a
        && AWAITED.contains(a.attribute())
        && a.value() instanceof Expression.Name name
        && files.contains(name.id());
  }

  /** {@code json.load(file)}: the file. */
  public Optional<Expression> loaded(Expression.Call call, Set<String> files) {
    return callee(call).equals("json.load")
            && !call.arguments().isEmpty()
            && call.arguments().get(0) instanceof Expression.Name name
            && files.contains(name.id())
        ? Optional.of(call.arguments().get(0))
        : Optional.empty();
  }

  private String callee(Expression.Call call) {
    List<CallTarget> targets = program.targets(call);
    String name =
        targets.size() == 1 && targets.get(0) instanceof CallTarget.Known k
            ? k.callee().name()
            : "";
    int variant = name.indexOf('#');
    return variant < 0 ? name : name.substring(0, variant);
  }
}

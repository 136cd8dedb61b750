package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import dev.parallelize.syntax.WithItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The expressions that variables get their values from, where the text shows them. */
public final class Assignments {
  private record Variable(Scope owner, String name) {}

  private final Program program;
  private final Map<Variable, List<Expression>> values = new HashMap<>();

  public Assignments(Program program) {
    this.program = program;
    Walk.each(program.tree().module(), this::record);
  }

  private void record(Node node) {
    if (node instanceof Statement.Assign assign) {
      assign.targets().forEach(t -> record(t, assign.value()));
    } else if (node instanceof Statement.AnnAssign assign) {
      assign.value().ifPresent(v -> record(assign.target(), v));
    } else if (node instanceof WithItem item) {
      item.target().ifPresent(t -> record(t, item.context()));
    }
  }

  private void record(Expression target, Expression value) {
    if (target instanceof Expression.Name name) {
      variable(name).ifPresent(v -> values.computeIfAbsent(v, x -> new ArrayList<>()).add(value));
    }
  }

  private Optional<Variable> variable(Expression.Name name) {
    return program
        .scopes()
        .around(name)
        .owner(name.id())
        .map(owner -> new Variable(owner, name.id()));
  }

  /** All values that the variable is plainly assigned. */
  public List<Expression> values(Expression.Name name) {
    return variable(name).map(v -> values.getOrDefault(v, List.of())).orElse(List.of());
  }

  /** The value of a variable that is bound in one place only. */
  public Optional<Expression> only(Expression.Name name) {
    List<Expression> found = values(name);
    boolean once = variable(name).filter(v -> v.owner().bindings(v.name()).size() == 1).isPresent();
    return once && found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** True for a call of a request, and for a variable that holds its answer. */
  public boolean isResponse(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return HttpRequest.of(this, call).isPresent();
    }
    return expression instanceof Expression.Name name
        && values(name).stream()
            .anyMatch(v -> v instanceof Expression.Call c && HttpRequest.of(this, c).isPresent());
  }

  /** True when a variable that holds an answer also holds something else at times. */
  public boolean isMixed(Expression.Name response) {
    List<Expression> found = values(response);
    int bindings = variable(response).map(v -> v.owner().bindings(v.name()).size()).orElse(0);
    return bindings != found.size() || !found.stream().allMatch(this::isResponse);
  }

  public Program program() {
    return program;
  }
}

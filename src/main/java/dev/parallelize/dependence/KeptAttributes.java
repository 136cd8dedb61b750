package dev.parallelize.dependence;

import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Mentions;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Attributes of the program's classes that hold containers made for them, which no other name ever
 * stands for: each store gives a new container, and each load uses it on the spot. Code that does not
 * mention the attribute cannot see what it holds.
 */
final class KeptAttributes {
  private final Program program;
  private final CostModel costs;
  private final Map<String, Boolean> kept = new HashMap<>();
  private final Map<String, List<Scope>> users = new HashMap<>();
  private final List<CallGraph> calls = new ArrayList<>();

  KeptAttributes(Program program, CostModel costs) {
    this.program = program;
    this.costs = costs;
  }

  /** Whether the code, and whatever it calls, cannot see what objects keep in the attribute. */
  boolean isUnseen(String attribute, Scope frame, Node code) {
    if (!kept.computeIfAbsent(attribute, this::isKept) || Mentions.ofAttribute(code, attribute)) {
      return false;
    }
    for (Scope user : users(attribute)) {
      boolean reached =
          calls().reaches(frame, code, user)
              || program.facts(frame, code.span()).stream().anyMatch(f -> isIn(f, user));
      if (reached) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(Located fact, Scope function) {
    return !fact.via().isEmpty()
        && function.node().start() <= fact.origin()
        && fact.origin() < function.node().end();
  }

  private CallGraph calls() {
    if (calls.isEmpty()) {
      calls.add(new CallGraph(program, costs));
    }
    return calls.get(0);
  }

  private List<Scope> users(String attribute) {
    return users.computeIfAbsent(
        attribute,
        a ->
            program.functionFrames().stream()
                .filter(s -> Mentions.ofAttribute(s.node(), a))
                .toList());
  }

  private boolean isKept(String attribute) {
    return !program.writesNamesByText()
        && users(attribute).stream().allMatch(this::isPlain)
        && new KeptContainer(program, attribute).isKept();
  }

  /** A function that runs when it is called by name, of a class whose instances are plain objects. */
  private boolean isPlain(Scope user) {
    if (!(user.node() instanceof Statement.FunctionDef definition)) {
      return false;
    }
    String name = definition.name();
    boolean hidden = name.startsWith("__") && name.endsWith("__") && !name.equals("__init__");
    Scope home = user.parent().orElse(user);
    boolean plain =
        !(home.node() instanceof Statement.ClassDef type)
            || (type.decorators().isEmpty()
                && type.keywords().isEmpty()
                && program.libraryBases(home).isEmpty());
    return !hidden && plain && definition.decorators().isEmpty();
  }
}

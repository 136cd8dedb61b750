package dev.parallelize.rewrite;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Alias;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.LinkedHashSet;
import java.util.Set;

/** What does not work in a second interpreter of the same process. */
final class InterpreterBoundary {
  /** Modules of the standard library that load in the main interpreter alone. */
  private static final Set<String> MAIN_ONLY = Set.of("tkinter", "turtle", "readline", "idlelib");

  private InterpreterBoundary() {}

  /**
   * Extension modules refuse to load unless their authors made them ready for it, as those of NumPy are
   * not; what a module that is not of the standard library imports is not known.
   *
   * @param handed module variables whose value only the main program knows
   */
  static void check(Program program, Set<String> handed) {
    for (String module : imports(program)) {
      if (!StandardModules.contains(module) || MAIN_ONLY.contains(module.split("\\.")[0])) {
        throw new WorkerBuilder.Unsupported(
            "`" + module + "` is not known to work in a second interpreter of the same process");
      }
    }
    if (!handed.isEmpty()) {
      throw new WorkerBuilder.Unsupported(
          "the workers would need what only the main program gives to "
              + String.join(", ", handed));
    }
  }

  private static Set<String> imports(Program program) {
    Set<String> modules = new LinkedHashSet<>();
    Walk.each(
        program.tree().module(),
        node -> {
          if (node instanceof Statement.Import plain) {
            plain.names().stream().map(Alias::name).forEach(modules::add);
          } else if (node instanceof Statement.ImportFrom from) {
            modules.add(".".repeat(from.level()) + from.module().orElse(""));
          }
        });
    return modules;
  }
}

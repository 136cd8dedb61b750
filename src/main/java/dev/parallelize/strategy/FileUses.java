package dev.parallelize.strategy;

import dev.parallelize.semantics.Program;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether all that code does with the files that it opens can be said with aiofiles, too. */
final class FileUses {
  private final Program program;
  private final OpenedFiles files;
  private final Surroundings around;
  private Optional<String> problem = Optional.empty();
  private boolean opens;

  private FileUses(Program program, List<Node> code) {
    this.program = program;
    this.files = new OpenedFiles(program);
    this.around = new Surroundings(code);
  }

  /** Why the code cannot use aiofiles; empty when it can. */
  static Optional<String> objection(Program program, List<Node> code) {
    FileUses uses = new FileUses(program, code);
    code.forEach(uses::look);
    return uses.opens || uses.problem.isPresent()
        ? uses.problem
        : Optional.of("no file is opened by a with block in it");
  }

  private void look(Node code) {
    Walk.each(
        code,
        n -> {
          if (n instanceof Statement.With with) {
            block(with);
          }
        });
  }

  private void block(Statement.With with) {
    boolean all = with.items().stream().allMatch(i -> files.opens(i.context()));
    Set<String> names = files.names(with);
    if (!all && with.items().stream().anyMatch(i -> files.opens(i.context()))) {
      refuse(with, "a with block opens a file among other things");
    } else if (all && names.size() < with.items().size()) {
      refuse(with, "a file is opened without a name");
    } else if (all) {
      opens = true;
      with.body().forEach(s -> Walk.each(s, n -> use(n, names)));
    }
  }

  private void use(Node node, Set<String> names) {
    if (!(node instanceof Expression.Name name) || !names.contains(name.id())) {
      return;
    }
    Node parent = around.parent(name).orElse(node);
    boolean called =
        parent instanceof Expression.Attribute a
            && around.parent(a).orElse(null) instanceof Expression.Call c
            && files.awaits(c, names);
    boolean loaded = parent instanceof Expression.Call c && files.loaded(c, names).isPresent();
    boolean lines =
        parent instanceof Statement.For f && f.iterable() == name && f.orElse().isEmpty()
            || parent instanceof Comprehension c && c.iterable() == name && isEager(c);
    if (name.context() != Context.LOAD || !(called || loaded || lines)) {
      refuse(name, "`" + name.id() + "` is used in a way that has no equal in aiofiles");
    } else if (!around.mayAwait(name)) {
      refuse(name, "the file is used where nothing can be awaited");
    }
  }

  /** A generator over lines would need a consumer that awaits it. */
  private boolean isEager(Comprehension clause) {
    return !(around.parent(clause).orElse(null) instanceof Expression.GeneratorExp);
  }

  private void refuse(Node at, String why) {
    if (problem.isEmpty()) {
      problem = Optional.of("line " + program.line(at) + ": " + why);
    }
  }
}

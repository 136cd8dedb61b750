package dev.parallelize.workload;

import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Module;
import dev.parallelize.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A dependence to plant in a function, so that its calls are no longer independent of each other.
 *
 * @param prelude what stands at the top of the module
 * @param body what stands first in the function, with {@code $} for its first argument
 * @param epilogue what shows the dependence at the end of the program
 */
record Plant(String name, List<String> prelude, List<String> body, List<String> epilogue) {
  private static final Path FILE =
      Path.of("src/test/resources/dev/parallelize/workload/planted-dependences.txt");

  static List<Plant> all() throws IOException {
    List<Plant> plants = new ArrayList<>();
    for (String block : Files.readString(FILE).split("(?m)^== ")) {
      if (block.startsWith("#")) {
        continue;
      }
      List<String> lines = block.stripTrailing().lines().toList();
      int first = lines.indexOf("--");
      int second = lines.lastIndexOf("--");
      plants.add(
          new Plant(
              lines.get(0),
              lines.subList(1, first),
              lines.subList(first + 1, second),
              lines.subList(second + 1, lines.size())));
    }
    return List.copyOf(plants);
  }

  /** The program with the dependence planted in one of its functions. */
  String into(String text, Module module, Statement.FunctionDef function) {
    Statement first = function.body().get(0);
    boolean documented =
        first instanceof Statement.ExpressionStatement s
            && s.value() instanceof Expression.Constant c
            && c.value() instanceof Literal.Text
            && function.body().size() > 1;
    int place = lineStart(text, documented ? function.body().get(1).start() : first.start());
    String indentation =
        text.substring(place, documented ? function.body().get(1).start() : first.start());
    String planted =
        body.stream()
            .map(l -> indentation + l.replace("$", argument(function)) + "\n")
            .collect(Collectors.joining());
    int top = lineStart(text, top(module));
    String before = String.join("\n", prelude) + "\n\n\n";
    String after = "\n\n" + String.join("\n", epilogue) + "\n";
    return text.substring(0, top)
        + before
        + text.substring(top, place)
        + planted
        + text.substring(place)
        + after;
  }

  private static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private static int top(Module module) {
    for (Statement s : module.body()) {
      if (s instanceof Statement.FunctionDef f) {
        return f.decorators().isEmpty() ? f.start() : f.decorators().get(0).start();
      } else if (s instanceof Statement.ClassDef c) {
        return c.decorators().isEmpty() ? c.start() : c.decorators().get(0).start();
      }
    }
    return 0;
  }

  private static String argument(Statement.FunctionDef function) {
    return function.arguments().all().stream()
        .map(Argument::name)
        .filter(n -> !n.equals("self") && !n.equals("cls"))
        .findFirst()
        .orElse("0");
  }
}

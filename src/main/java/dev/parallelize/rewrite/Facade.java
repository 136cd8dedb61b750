package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A function of the old name and signature in front of the one that became a coroutine.
 *
 * @param asyncio how the file spells the module
 */
record Facade(CodeText text, String asyncio) {
  private static final String RULE = "facade";

  /** Puts it there and gives the coroutine another name. */
  void hide(Statement.FunctionDef function, String name, boolean method, List<Edit> edits) {
    PythonSource source = text.source();
    Statement first = function.body().get(0);
    String indent = text.indentOf(function);
    String inner = indent + text.unit();
    int head = text.startWithComments(first.start());
    String signature =
        source.text().substring(function.start(), head > function.start() ? head : first.start());
    StringBuilder facade = new StringBuilder(signature.stripTrailing()).append(text.end());
    if (isDocumented(function)) {
      facade.append(inner).append(source.text(first.span())).append(text.end());
      Statement second = function.body().get(1);
      int after = source.lineStart(source.line(text.startWithComments(second.start())));
      edits.add(new Edit(new Span(source.lineStart(source.line(first.start())), after), "", RULE));
    }
    String call = arguments(function.arguments(), method, name);
    facade.append(inner).append("return ").append(asyncio).append(".run(");
    facade.append(call).append(")").append(text.end());
    facade.append(text.end().repeat(indent.isEmpty() ? 2 : 1)).append(indent).append("async ");
    int at = source.text().indexOf(function.name(), function.start() + "def".length());
    edits.add(new Edit(new Span(function.start(), function.start()), facade.toString(), RULE));
    edits.add(new Edit(new Span(at, at + function.name().length()), name, RULE));
  }

  private static boolean isDocumented(Statement.FunctionDef function) {
    return function.body().get(0) instanceof Statement.ExpressionStatement e
        && e.value() instanceof Expression.Constant c
        && c.value() instanceof Literal.Text
        && function.body().size() > 1;
  }

  private static String arguments(Arguments arguments, boolean method, String name) {
    List<String> passed = new ArrayList<>();
    arguments.positionalOnly().forEach(a -> passed.add(a.name()));
    arguments.positional().forEach(a -> passed.add(a.name()));
    String receiver = method ? passed.remove(0) + "." : "";
    arguments.variadic().ifPresent(a -> passed.add("*" + a.name()));
    for (Argument a : arguments.keywordOnly()) {
      passed.add(a.name() + "=" + a.name());
    }
    arguments.keywordVariadic().ifPresent(a -> passed.add("**" + a.name()));
    return receiver + name + "(" + String.join(", ", passed) + ")";
  }
}

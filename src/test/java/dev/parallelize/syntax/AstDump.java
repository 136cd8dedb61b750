package dev.parallelize.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallelize.source.PythonSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A tree as text, in the same format as {@code ast_dump.py} gives CPython's: kinds, positions as
 * CPython counts them (UTF-8 bytes), and every field; floats as their bits.
 */
final class AstDump {
  private static final long STACK_BYTES = 1L << 30;

  private final StringBuilder out = new StringBuilder();
  private final PythonSource source;
  private final PythonVersion version;

  /** Before Python 3.12 nodes inside f-strings had the positions of a text that was never there. */
  private final boolean hidePositionsInStrings;

  private int strings;

  private AstDump(SyntaxTree tree) {
    source = tree.source();
    version = tree.version();
    hidePositionsInStrings = !tree.version().atLeast(12);
  }

  /** On a thread of its own, since a long sum is a deep tree. */
  static String of(SyntaxTree tree) {
    FutureTask<String> dump = new FutureTask<>(() -> dump(tree));
    new Thread(null, dump, "dump", STACK_BYTES).start();
    try {
      return dump.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SHA-256 of the dump. */
  static String digest(SyntaxTree tree) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(of(tree).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String dump(SyntaxTree tree) {
    AstDump dump = new AstDump(tree);
    dump.out.append("(Module");
    dump.list(tree.module().body());
    dump.out.append(')');
    return dump.out.toString();
  }

  private void open(String kind, Node node) {
    out.append("\n(").append(kind).append('@');
    if (strings == 0 || !hidePositionsInStrings) {
      position(node.start());
      out.append('-');
      position(node.end());
    }
  }

  private void position(int offset) {
    int line = source.line(offset);
    int start = source.lineStart(line);
    int column = 0;
    for (int i = start; i < offset; i++) {
      char c = source.text().charAt(i);
      column += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
    }
    out.append(line).append(':').append(column);
  }

  private AstDump word(Object word) {
    out.append(' ').append(word);
    return this;
  }

  private AstDump text(String text) {
    out.append(" '");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 127 && c != '\\') {
        out.append(c);
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    out.append('\'');
    return this;
  }

  private AstDump name(Optional<String> name) {
    return name.isPresent() ? text(name.get()) : word("-");
  }

  private AstDump names(List<String> names) {
    out.append(" [");
    names.forEach(this::text);
    out.append(']');
    return this;
  }

  private AstDump list(List<? extends Node> nodes) {
    out.append(" [");
    nodes.forEach(this::node);
    out.append(']');
    return this;
  }

  private AstDump maybe(Optional<? extends Node> node) {
    return node.isPresent() ? node(node.get()) : word("-");
  }

  private AstDump maybeList(List<? extends Optional<? extends Node>> nodes) {
    out.append(" [");
    nodes.forEach(this::maybe);
    out.append(']');
    return this;
  }

  private AstDump node(Node node) {
    if (node instanceof Expression.JoinedStr joined) {
      open("JoinedStr", joined);
      strings++;
      list(joined.values());
      strings--;
    } else if (node instanceof Expression expression) {
      expression(expression);
    } else if (node instanceof Statement statement) {
      statement(statement);
    } else if (node instanceof Pattern pattern) {
      pattern(pattern);
    } else {
      part(node);
    }
    out.append(')');
    return this;
  }

  private void part(Node node) {
    if (node instanceof Alias n) {
      alias(n);
      text(n.name()).name(n.asName());
    } else if (node instanceof Argument n) {
      open("arg", n);
      text(n.name()).maybe(n.annotation());
    } else if (node instanceof Arguments n) {
      out.append("\n(arguments");
      list(n.positionalOnly()).list(n.positional()).maybe(n.variadic()).list(n.keywordOnly());
      maybeList(n.keywordDefaults()).maybe(n.keywordVariadic()).list(n.defaults());
    } else if (node instanceof Comprehension n) {
      out.append("\n(comprehension");
      node(n.target()).node(n.iterable()).list(n.conditions()).word(n.isAsync() ? 1 : 0);
    } else if (node instanceof ExceptHandler n) {
      open("ExceptHandler", n);
      maybe(n.type()).name(n.name()).list(n.body());
    } else if (node instanceof Keyword n) {
      open("keyword", n);
      name(n.name()).node(n.value());
    } else if (node instanceof MatchCase n) {
      out.append("\n(match_case");
      node(n.pattern()).maybe(n.guard()).list(n.body());
    } else if (node instanceof WithItem n) {
      out.append("\n(withitem");
      node(n.context()).maybe(n.target());
    } else if (node instanceof TypeParameter n) {
      typeParameter(n);
    } else {
      throw new IllegalArgumentException(node.toString());
    }
  }

  /** Python 3.9 gave aliases no positions. */
  private void alias(Alias node) {
    if (version.atLeast(10)) {
      open("alias", node);
    } else {
      out.append("\n(alias");
    }
  }

  private void typeParameter(TypeParameter node) {
    open(node.getClass().getSimpleName(), node);
    text(node.name());
    if (node instanceof TypeParameter.TypeVar variable) {
      maybe(variable.bound());
    }
    if (node.defaultValue().isPresent()) {
      node(node.defaultValue().get());
    }
  }

  private void typeParameters(List<TypeParameter> parameters) {
    if (!parameters.isEmpty()) {
      list(parameters);
    }
  }

  private void statement(Statement node) {
    if (node instanceof Statement.FunctionDef n) {
      open(n.isAsync() ? "AsyncFunctionDef" : "FunctionDef", n);
      text(n.name()).node(n.arguments()).list(n.body()).list(n.decorators()).maybe(n.returns());
      typeParameters(n.typeParameters());
    } else if (node instanceof Statement.ClassDef n) {
      open("ClassDef", n);
      text(n.name()).list(n.bases()).list(n.keywords()).list(n.body()).list(n.decorators());
      typeParameters(n.typeParameters());
    } else if (node instanceof Statement.Return n) {
      open("Return", n);
      maybe(n.value());
    } else if (node instanceof Statement.Delete n) {
      open("Delete", n);
      list(n.targets());
    } else if (node instanceof Statement.Assign n) {
      open("Assign", n);
      list(n.targets()).node(n.value());
    } else if (node instanceof Statement.TypeAlias n) {
      open("TypeAlias", n);
      node(n.name());
      typeParameters(n.typeParameters());
      node(n.value());
    } else if (node instanceof Statement.AugAssign n) {
      open("AugAssign", n);
      node(n.target()).word(operator(n.operator())).node(n.value());
    } else if (node instanceof Statement.AnnAssign n) {
      open("AnnAssign", n);
      node(n.target()).node(n.annotation()).maybe(n.value()).word(n.simple() ? 1 : 0);
    } else if (node instanceof Statement.Import n) {
      open("Import", n);
      list(n.names());
    } else if (node instanceof Statement.ImportFrom n) {
      open("ImportFrom", n);
      name(n.module()).list(n.names()).word(n.level());
    } else if (node instanceof Statement.Global n) {
      open("Global", n);
      names(n.names());
    } else if (node instanceof Statement.Nonlocal n) {
      open("Nonlocal", n);
      names(n.names());
    } else {
      block(node);
    }
  }

  private void block(Statement node) {
    if (node instanceof Statement.For n) {
      open(n.isAsync() ? "AsyncFor" : "For", n);
      node(n.target()).node(n.iterable()).list(n.body()).list(n.orElse());
    } else if (node instanceof Statement.While n) {
      open("While", n);
      node(n.test()).list(n.body()).list(n.orElse());
    } else if (node instanceof Statement.If n) {
      open("If", n);
      node(n.test()).list(n.body()).list(n.orElse());
    } else if (node instanceof Statement.With n) {
      open(n.isAsync() ? "AsyncWith" : "With", n);
      list(n.items()).list(n.body());
    } else if (node instanceof Statement.Match n) {
      open("Match", n);
      node(n.subject()).list(n.cases());
    } else if (node instanceof Statement.Raise n) {
      open("Raise", n);
      maybe(n.exception()).maybe(n.cause());
    } else if (node instanceof Statement.Try n) {
      open(n.isStar() ? "TryStar" : "Try", n);
      list(n.body()).list(n.handlers()).list(n.orElse()).list(n.finalBody());
    } else if (node instanceof Statement.Assert n) {
      open("Assert", n);
      node(n.test()).maybe(n.message());
    } else if (node instanceof Statement.ExpressionStatement n) {
      open("Expr", n);
      node(n.value());
    } else {
      open(node.getClass().getSimpleName(), node);
    }
  }

  private void expression(Expression node) {
    if (node instanceof Expression.BoolOp n) {
      open("BoolOp", n);
      word(n.operator() == BooleanOperator.AND ? "And" : "Or").list(n.values());
    } else if (node instanceof Expression.NamedExpr n) {
      open("NamedExpr", n);
      node(n.target()).node(n.value());
    } else if (node instanceof Expression.BinOp n) {
      open("BinOp", n);
      node(n.left()).word(operator(n.operator())).node(n.right());
    } else if (node instanceof Expression.UnaryOp n) {
      open("UnaryOp", n);
      word(camel(n.operator().name())).node(n.operand());
    } else if (node instanceof Expression.Lambda n) {
      open("Lambda", n);
      node(n.arguments()).node(n.body());
    } else if (node instanceof Expression.IfExp n) {
      open("IfExp", n);
      node(n.test()).node(n.body()).node(n.orElse());
    } else if (node instanceof Expression.Await n) {
      open("Await", n);
      node(n.value());
    } else if (node instanceof Expression.Yield n) {
      open("Yield", n);
      maybe(n.value());
    } else if (node instanceof Expression.YieldFrom n) {
      open("YieldFrom", n);
      node(n.value());
    } else if (node instanceof Expression.Compare n) {
      open("Compare", n);
      node(n.left());
      out.append(" [");
      n.operators().forEach(operator -> word(comparator(operator)));
      out.append(']');
      list(n.comparators());
    } else if (node instanceof Expression.Call n) {
      open("Call", n);
      node(n.function()).list(n.arguments()).list(n.keywords());
    } else {
      operand(node);
    }
  }

  private void operand(Expression node) {
    if (node instanceof Expression.FormattedValue n) {
      open("FormattedValue", n);
      node(n.value()).word(n.conversion()).maybe(n.formatSpec());
    } else if (node instanceof Expression.Interpolation n) {
      open("Interpolation", n);
      node(n.value()).text(n.text()).word(n.conversion()).maybe(n.formatSpec());
    } else if (node instanceof Expression.TemplateStr n) {
      open("TemplateStr", n);
      list(n.values());
    } else if (node instanceof Expression.Constant n) {
      open("Constant", n);
      literal(n.value());
      word(n.unicodePrefix() ? "'u'" : "-");
    } else if (node instanceof Expression.Attribute n) {
      open("Attribute", n);
      node(n.value()).text(n.attribute()).word(context(n.context()));
    } else if (node instanceof Expression.Subscript n) {
      open("Subscript", n);
      node(n.value()).node(n.slice()).word(context(n.context()));
    } else if (node instanceof Expression.Starred n) {
      open("Starred", n);
      node(n.value()).word(context(n.context()));
    } else if (node instanceof Expression.Name n) {
      open("Name", n);
      text(n.id()).word(context(n.context()));
    } else if (node instanceof Expression.Slice n) {
      open("Slice", n);
      maybe(n.lower()).maybe(n.upper()).maybe(n.step());
    } else {
      display(node);
    }
  }

  private void display(Expression node) {
    if (node instanceof Expression.DictDisplay n) {
      open("Dict", n);
      maybeList(n.keys()).list(n.values());
    } else if (node instanceof Expression.SetDisplay n) {
      open("Set", n);
      list(n.elements());
    } else if (node instanceof Expression.ListDisplay n) {
      open("List", n);
      list(n.elements()).word(context(n.context()));
    } else if (node instanceof Expression.TupleDisplay n) {
      open("Tuple", n);
      list(n.elements()).word(context(n.context()));
    } else if (node instanceof Expression.ListComp n) {
      open("ListComp", n);
      node(n.element()).list(n.generators());
    } else if (node instanceof Expression.SetComp n) {
      open("SetComp", n);
      node(n.element()).list(n.generators());
    } else if (node instanceof Expression.DictComp n) {
      open("DictComp", n);
      node(n.key()).node(n.value()).list(n.generators());
    } else if (node instanceof Expression.GeneratorExp n) {
      open("GeneratorExp", n);
      node(n.element()).list(n.generators());
    } else {
      throw new IllegalArgumentException(node.toString());
    }
  }

  private void pattern(Pattern node) {
    open(node.getClass().getSimpleName(), node);
    if (node instanceof Pattern.MatchValue n) {
      node(n.value());
    } else if (node instanceof Pattern.MatchSingleton n) {
      literal(n.value());
    } else if (node instanceof Pattern.MatchSequence n) {
      list(n.patterns());
    } else if (node instanceof Pattern.MatchMapping n) {
      list(n.keys()).list(n.patterns()).name(n.rest());
    } else if (node instanceof Pattern.MatchClass n) {
      node(n.type()).list(n.patterns()).names(n.keywordNames()).list(n.keywordPatterns());
    } else if (node instanceof Pattern.MatchStar n) {
      name(n.name());
    } else if (node instanceof Pattern.MatchAs n) {
      maybe(n.pattern()).name(n.name());
    } else if (node instanceof Pattern.MatchOr n) {
      list(n.patterns());
    }
  }

  private void literal(Literal literal) {
    if (literal instanceof Literal.Singleton n) {
      word(n == Literal.Singleton.ELLIPSIS ? "Ellipsis" : camel(n.name()));
    } else if (literal instanceof Literal.IntegerNumber n) {
      word("i" + n.value().toString(16));
    } else if (literal instanceof Literal.FloatNumber n) {
      word("f" + bits(n.value()));
    } else if (literal instanceof Literal.ImaginaryNumber n) {
      word("j" + bits(n.value()));
    } else if (literal instanceof Literal.Text n) {
      text(n.value());
    } else if (literal instanceof Literal.Bytes n) {
      word("b");
      for (int i = 0; i < n.value().length(); i++) {
        out.append(String.format("%02x", (int) n.value().charAt(i)));
      }
    }
  }

  private static String bits(double value) {
    return String.format("%016x", Double.doubleToRawLongBits(value));
  }

  private static String context(Context context) {
    return camel(context.name());
  }

  private static String operator(Operator operator) {
    return operator == Operator.MULT ? "Mult" : camel(operator.name());
  }

  private static String comparator(Comparator comparator) {
    return camel(comparator.name());
  }

  /** {@code NOT_EQ} to {@code NotEq}. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("_")) {
      camel.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return camel.toString();
  }
}

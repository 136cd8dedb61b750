package dev.parallelize.strategy;

import dev.parallelize.semantics.Binding;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Argument;
import dev.parallelize.syntax.Comprehension;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Operator;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses requests and aiohttp certainly spell alike. They differ in what they escape: a space, a
 * percent sign, most punctuation in a query. Text is followed to where it comes from; what a caller in
 * another file passes, and what an address starts with, is taken to be plain.
 */
public final class Addresses {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~/:?=&,;@+-]*");
  private static final Pattern PLAIN_VALUE = Pattern.compile("[A-Za-z0-9._~-]*");
  private static final Set<String> NUMBERS = Set.of("int", "float");
  private static final Set<String> KEEPING =
      Set.of("rstrip", "lstrip", "strip", "lower", "upper", "removesuffix", "removeprefix");
  private static final int DEPTH = 8;

  private final Assignments assignments;
  private final Program program;

  public Addresses(Assignments assignments) {
    this.assignments = assignments;
    this.program = assignments.program();
  }

  /** True when aiohttp sends what requests sends without being told how to spell it. */
  public boolean isPlain(HttpRequest request) {
    return request.url().filter(this::isPlainAddress).isPresent()
        && Optional.ofNullable(request.options().get("params")).stream()
            .allMatch(this::isPlainQuery);
  }

  /** True when the address certainly has a scheme of HTTP. */
  boolean isHttp(Expression url) {
    return isHttp(url, DEPTH);
  }

  private boolean isHttp(Expression url, int depth) {
    if (depth == 0) {
      return false;
    } else if (url instanceof Expression.Constant c && c.value() instanceof Literal.Text t) {
      return t.value().startsWith("http://") || t.value().startsWith("https://");
    } else if (url instanceof Expression.JoinedStr s && !s.values().isEmpty()) {
      return isHttp(s.values().get(0), depth - 1);
    } else if (url instanceof Expression.FormattedValue f) {
      return isHttp(f.value(), depth - 1);
    } else if (url instanceof Expression.BinOp b) {
      return isHttp(b.left(), depth - 1);
    } else if (url instanceof Expression.Name n) {
      return assignments.only(n).filter(v -> isHttp(v, depth - 1)).isPresent()
          || passed(n).filter(l -> l.stream().allMatch(v -> isHttp(v, depth - 1))).isPresent();
    }
    return false;
  }

  private boolean isPlainAddress(Expression url) {
    boolean open =
        url instanceof Expression.Name n
            && (isOpenParameter(n)
                || iterable(n)
                    .filter(i -> i instanceof Expression.Name p && isOpenParameter(p))
                    .isPresent());
    return open || isPlain(url, true, DEPTH);
  }

  /** A parameter for which no call in the file passes anything. */
  private boolean isOpenParameter(Expression.Name name) {
    return passed(name).filter(List::isEmpty).isPresent();
  }

  /**
   * @param whole true for what an address starts with: a server's address in front of a path may come from
   *     anywhere
   */
  private boolean isPlain(Expression text, boolean whole, int depth) {
    if (depth == 0) {
      return false;
    } else if (NUMBERS.contains(program.type(text).name())) {
      return true;
    } else if (text instanceof Expression.Constant c) {
      return c.value() instanceof Literal.Text t && PLAIN.matcher(t.value()).matches();
    } else if (text instanceof Expression.JoinedStr s) {
      boolean server =
          whole && s.values().size() > 1 && isServer(s.values().get(0), s.values().get(1));
      return s.values().stream().skip(server ? 1 : 0).allMatch(v -> isPlain(v, false, depth - 1));
    } else if (text instanceof Expression.FormattedValue f) {
      boolean spec = f.formatSpec().isEmpty() || NUMBERS.contains(program.type(f.value()).name());
      return spec && isPlain(f.value(), false, depth - 1);
    } else if (text instanceof Expression.BinOp b) {
      boolean left = whole && isServer(b.left(), b.right()) || isPlain(b.left(), whole, depth - 1);
      return b.operator() == Operator.ADD && left && isPlain(b.right(), false, depth - 1);
    } else if (text instanceof Expression.Call call) {
      return isPlainCall(call, whole, depth);
    }
    return text instanceof Expression.Name n && isPlainName(n, whole, depth);
  }

  /** True for the start of an address that a path follows, unless the text shows that it has escapes. */
  private boolean isServer(Expression start, Expression rest) {
    Expression value = start instanceof Expression.FormattedValue f ? f.value() : start;
    Expression first =
        rest instanceof Expression.JoinedStr s && !s.values().isEmpty() ? s.values().get(0) : rest;
    boolean path =
        first instanceof Expression.Constant c
            && c.value() instanceof Literal.Text t
            && (t.value().startsWith("/") || t.value().startsWith("?"));
    Optional<Expression> only =
        value instanceof Expression.Name n ? assignments.only(n) : Optional.empty();
    boolean escaped =
        only.filter(v -> v instanceof Expression.Constant && !isPlain(v, true, DEPTH)).isPresent();
    boolean joined = value instanceof Expression.BinOp || value instanceof Expression.JoinedStr;
    return path && !escaped && !joined;
  }

  private boolean isPlainCall(Expression.Call call, boolean whole, int depth) {
    if (call.function() instanceof Expression.Attribute a && KEEPING.contains(a.attribute())) {
      return isPlain(a.value(), whole, depth - 1);
    }
    return call.function() instanceof Expression.Name n
        && n.id().equals("str")
        && call.arguments().size() == 1
        && isPlain(call.arguments().get(0), whole, depth - 1);
  }

  private boolean isPlainName(Expression.Name name, boolean whole, int depth) {
    Optional<Expression> only = assignments.only(name);
    if (only.isPresent()) {
      return isPlain(only.get(), whole, depth - 1);
    }
    Optional<List<Expression>> passed = passed(name);
    if (passed.isPresent()) {
      return !passed.get().isEmpty()
          && passed.get().stream().allMatch(v -> isPlain(v, whole, depth - 1));
    }
    return iterable(name).filter(i -> hasPlainElements(i, whole, depth - 1)).isPresent();
  }

  private boolean hasPlainElements(Expression iterable, boolean whole, int depth) {
    if (depth == 0) {
      return false;
    } else if (iterable instanceof Expression.ListDisplay l) {
      return l.elements().stream().allMatch(e -> isPlain(e, whole, depth - 1));
    } else if (iterable instanceof Expression.TupleDisplay t) {
      return t.elements().stream().allMatch(e -> isPlain(e, whole, depth - 1));
    } else if (iterable instanceof Expression.ListComp c) {
      return isPlain(c.element(), whole, depth - 1);
    } else if (iterable instanceof Expression.Call call) {
      boolean same =
          call.function() instanceof Expression.Name n
              && Set.of("sorted", "list", "tuple", "reversed", "set").contains(n.id())
              && call.arguments().size() == 1;
      return same && hasPlainElements(call.arguments().get(0), whole, depth - 1);
    } else if (iterable instanceof Expression.Name name) {
      boolean once =
          assignments.only(name).filter(v -> hasPlainElements(v, whole, depth - 1)).isPresent();
      return once && !isGrown(name)
          || passed(name)
              .filter(
                  l ->
                      !l.isEmpty()
                          && l.stream().allMatch(v -> hasPlainElements(v, whole, depth - 1)))
              .isPresent();
    }
    return false;
  }

  /** True when the file calls a method of the variable that may put something else into it. */
  private boolean isGrown(Expression.Name name) {
    boolean[] found = {false};
    Walk.each(
        program.tree().module(),
        n ->
            found[0] |=
                n instanceof Expression.Attribute a
                    && a.value() instanceof Expression.Name x
                    && x.id().equals(name.id()));
    return found[0];
  }

  /** What the file's calls pass for a parameter; empty when the name is none. */
  private Optional<List<Expression>> passed(Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    if (owner.isEmpty() || !(owner.get().node() instanceof Statement.FunctionDef function)) {
      return Optional.empty();
    }
    List<Binding> bindings = owner.get().bindings(name.id());
    boolean parameter = bindings.size() == 1 && bindings.get(0).kind() == Binding.Kind.PARAMETER;
    return parameter
        ? function.arguments().positional().stream()
            .filter(a -> a.name().equals(name.id()))
            .findFirst()
            .map((Argument a) -> CallSites.argumentsFor(program, owner.get(), function, a))
        : Optional.empty();
  }

  /** What the loop runs over whose target the name is; nothing else may bind it. */
  private Optional<Expression> iterable(Expression.Name name) {
    Optional<Scope> owner = program.scopes().around(name).owner(name.id());
    if (owner.isEmpty() || owner.get().bindings(name.id()).size() != 1) {
      return Optional.empty();
    }
    Node target = owner.get().bindings(name.id()).get(0).node();
    Expression[] found = {null};
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Statement.For f && f.target() == target) {
            found[0] = f.iterable();
          } else if (n instanceof Comprehension c && c.target() == target) {
            found[0] = c.iterable();
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /** A dict whose names and values need no escapes and that aiohttp writes as requests does. */
  private boolean isPlainQuery(Expression query) {
    Expression known =
        query instanceof Expression.Name n ? assignments.only(n).orElse(query) : query;
    return known == query
        && known instanceof Expression.DictDisplay d
        && d.keys().stream().allMatch(k -> k.filter(Addresses::isPlainValue).isPresent())
        && d.values().stream()
            .allMatch(v -> isPlainValue(v) || NUMBERS.contains(program.type(v).name()));
  }

  private static boolean isPlainValue(Expression e) {
    return e instanceof Expression.Constant c
        && c.value() instanceof Literal.Text t
        && PLAIN_VALUE.matcher(t.value()).matches();
  }
}

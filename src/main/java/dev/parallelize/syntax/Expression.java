package dev.parallelize.syntax;

import java.util.List;
import java.util.Optional;

/**
 * An expression: {@code ast.expr}. Each record mirrors the node of the same name; displays carry the
 * word the language reference uses, so that they do not shadow Java's collections.
 */
public sealed interface Expression extends Node {
  record BoolOp(int start, int end, BooleanOperator operator, List<Expression> values)
      implements Expression {}

  record NamedExpr(int start, int end, Expression target, Expression value) implements Expression {}

  record BinOp(int start, int end, Expression left, Operator operator, Expression right)
      implements Expression {}

  record UnaryOp(int start, int end, UnaryOperator operator, Expression operand)
      implements Expression {}

  record Lambda(int start, int end, Arguments arguments, Expression body) implements Expression {}

  record IfExp(int start, int end, Expression test, Expression body, Expression orElse)
      implements Expression {}

  /** A dict display; an absent key means {@code **value}. */
  record DictDisplay(int start, int end, List<Optional<Expression>> keys, List<Expression> values)
      implements Expression {}

  record SetDisplay(int start, int end, List<Expression> elements) implements Expression {}

  record ListComp(int start, int end, Expression element, List<Comprehension> generators)
      implements Expression {}

  record SetComp(int start, int end, Expression element, List<Comprehension> generators)
      implements Expression {}

  record DictComp(
      int start, int end, Expression key, Expression value, List<Comprehension> generators)
      implements Expression {}

  record GeneratorExp(int start, int end, Expression element, List<Comprehension> generators)
      implements Expression {}

  record Await(int start, int end, Expression value) implements Expression {}

  record Yield(int start, int end, Optional<Expression> value) implements Expression {}

  record YieldFrom(int start, int end, Expression value) implements Expression {}

  record Compare(
      int start, int end, Expression left, List<Comparator> operators, List<Expression> comparators)
      implements Expression {}

  record Call(
      int start, int end, Expression function, List<Expression> arguments, List<Keyword> keywords)
      implements Expression {}

  /** One replacement field of an f-string; {@code conversion} is -1 or the code of s, r or a. */
  record FormattedValue(
      int start, int end, Expression value, int conversion, Optional<Expression> formatSpec)
      implements Expression {}

  /** One replacement field of a t-string (PEP 750). */
  record Interpolation(
      int start,
      int end,
      Expression value,
      String text,
      int conversion,
      Optional<Expression> formatSpec)
      implements Expression {}

  record JoinedStr(int start, int end, List<Expression> values) implements Expression {}

  record TemplateStr(int start, int end, List<Expression> values) implements Expression {}

  /** A literal; {@code unicodePrefix} is true for {@code u'…'} (CPython's {@code kind}). */
  record Constant(int start, int end, Literal value, boolean unicodePrefix) implements Expression {}

  record Attribute(int start, int end, Expression value, String attribute, Context context)
      implements Expression {}

  record Subscript(int start, int end, Expression value, Expression slice, Context context)
      implements Expression {}

  record Starred(int start, int end, Expression value, Context context) implements Expression {}

  record Name(int start, int end, String id, Context context) implements Expression {}

  record ListDisplay(int start, int end, List<Expression> elements, Context context)
      implements Expression {}

  record TupleDisplay(int start, int end, List<Expression> elements, Context context)
      implements Expression {}

  record Slice(
      int start,
      int end,
      Optional<Expression> lower,
      Optional<Expression> upper,
      Optional<Expression> step)
      implements Expression {}
}

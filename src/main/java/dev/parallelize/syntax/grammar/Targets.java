package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Context;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import dev.parallelize.syntax.PythonVersion;
import java.util.ArrayList;
import java.util.List;

/** Turns expressions into targets of assignments and deletions, or says why they are none. */
final class Targets {
  private Targets() {}

  static Expression in(Context context, Expression expression, PythonVersion version) {
    if (expression instanceof Expression.Name name) {
      return new Expression.Name(name.start(), name.end(), name.id(), context);
    }
    if (expression instanceof Expression.Attribute attribute) {
      return new Expression.Attribute(
          attribute.start(), attribute.end(), attribute.value(), attribute.attribute(), context);
    }
    if (expression instanceof Expression.Subscript subscript) {
      return new Expression.Subscript(
          subscript.start(), subscript.end(), subscript.value(), subscript.slice(), context);
    }
    if (expression instanceof Expression.Starred starred && context == Context.STORE) {
      return new Expression.Starred(
          starred.start(), starred.end(), in(context, starred.value(), version), context);
    }
    if (expression instanceof Expression.ListDisplay list) {
      return new Expression.ListDisplay(
          list.start(), list.end(), all(context, list.elements(), version), context);
    }
    if (expression instanceof Expression.TupleDisplay tuple) {
      return new Expression.TupleDisplay(
          tuple.start(), tuple.end(), all(context, tuple.elements(), version), context);
    }
    String verb = context == Context.DEL ? "delete" : "assign to";
    throw new Rejection(
        expression.start(),
        "cannot " + verb + " " + describe(expression),
        context == Context.DEL
            ? "only names, attributes, subscripts and tuples or lists of them can be deleted"
            : "only names, attributes, subscripts and tuples or lists of them can be assigned to");
  }

  private static List<Expression> all(
      Context context, List<Expression> elements, PythonVersion version) {
    List<Expression> targets = new ArrayList<>(elements.size());
    for (Expression element : elements) {
      targets.add(in(context, element, version));
    }
    return List.copyOf(targets);
  }

  /** The expression's kind in the words of CPython's messages. */
  static String describe(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return describe(constant.value());
    }
    return switch (expression.getClass().getSimpleName()) {
      case "Attribute" -> "attribute";
      case "Subscript" -> "subscript";
      case "Starred" -> "starred";
      case "Name" -> "name";
      case "ListDisplay" -> "list";
      case "TupleDisplay" -> "tuple";
      case "Lambda" -> "lambda";
      case "Call" -> "function call";
      case "BoolOp", "BinOp", "UnaryOp" -> "expression";
      case "GeneratorExp" -> "generator expression";
      case "Yield", "YieldFrom" -> "yield expression";
      case "Await" -> "await expression";
      case "ListComp" -> "list comprehension";
      case "SetComp" -> "set comprehension";
      case "DictComp" -> "dict comprehension";
      case "DictDisplay" -> "dict literal";
      case "SetDisplay" -> "set display";
      case "JoinedStr", "FormattedValue" -> "f-string expression";
      case "TemplateStr", "Interpolation" -> "t-string expression";
      case "Compare" -> "comparison";
      case "IfExp" -> "conditional expression";
      case "NamedExpr" -> "named expression";
      default -> "expression";
    };
  }

  private static String describe(Literal literal) {
    if (literal instanceof Literal.Singleton singleton) {
      return switch (singleton) {
        case NONE -> "None";
        case TRUE -> "True";
        case FALSE -> "False";
        case ELLIPSIS -> "ellipsis";
      };
    }
    return "literal";
  }
}

package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, classes and their decorators. */
final class DefinitionBuilder {
  private final Building building;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;

  DefinitionBuilder(Building building, ExpressionBuilder expressions, StatementBuilder statements) {
    this.building = building;
    this.expressions = expressions;
    this.statements = statements;
  }

  Statement decorated(Branch branch) {
    List<Expression> decorators = new ArrayList<>(2);
    int i = 0;
    while (branch.type(i) == PythonGrammar.AT) {
      decorators.add(expressions.named(branch.child(i + 1)));
      i += 3;
    }
    boolean isAsync = branch.type(i) == PythonGrammar.ASYNC;
    int start = branch.startOf(i);
    Branch definition = branch.branch(isAsync ? i + 1 : i);
    List<Expression> all = List.copyOf(decorators);
    return definition.getRuleIndex() == PythonGrammar.RULE_function
        ? function(definition, start, isAsync, all)
        : classDefinition(definition, all);
  }

  Statement function(Branch branch, int start, boolean isAsync, List<Expression> decorators) {
    int i = 2;
    List<TypeParameter> typeParameters = List.of();
    if (branch.child(i) instanceof Branch types) {
      typeParameters = expressions.parameters().typeParameters(types);
      i++;
    }
    Arguments arguments;
    if (branch.child(i + 1) instanceof Branch parameters) {
      arguments = expressions.parameters().of(parameters);
      i += 3;
    } else {
      arguments = ParameterBuilder.none(branch.endOf(i));
      i += 2;
    }
    Optional<Expression> returns =
        branch.type(i) == PythonGrammar.ARROW
            ? Optional.of(expressions.expression(branch.child(i + 1)))
            : Optional.empty();
    return new Statement.FunctionDef(
        start,
        building.endOfCode(branch),
        building.name(branch.terminal(1)),
        arguments,
        statements.block(branch.child(branch.size() - 1)),
        decorators,
        returns,
        typeParameters,
        isAsync);
  }

  Statement classDefinition(Branch branch, List<Expression> decorators) {
    int i = 2;
    List<TypeParameter> typeParameters = List.of();
    if (branch.child(i) instanceof Branch types
        && types.getRuleIndex() == PythonGrammar.RULE_typeParameters) {
      typeParameters = expressions.parameters().typeParameters(types);
      i++;
    }
    CallBuilder.ArgumentList arguments =
        branch.child(i) instanceof Branch bases
            ? expressions.calls().arguments(bases, false)
            : CallBuilder.ArgumentList.EMPTY;
    return new Statement.ClassDef(
        branch.startOffset(),
        building.endOfCode(branch),
        building.name(branch.terminal(1)),
        arguments.positional(),
        arguments.keywords(),
        statements.block(branch.child(branch.size() - 1)),
        decorators,
        typeParameters);
  }
}

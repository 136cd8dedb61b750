package dev.parallelize.syntax;

import java.util.List;
import java.util.Optional;

/** A statement: {@code ast.stmt}. Each record mirrors the node of the same name. */
public sealed interface Statement extends Node {
  /** {@code def} or {@code async def}; starts at the keyword, not at its decorators. */
  record FunctionDef(
      int start,
      int end,
      String name,
      Arguments arguments,
      List<Statement> body,
      List<Expression> decorators,
      Optional<Expression> returns,
      List<TypeParameter> typeParameters,
      boolean isAsync)
      implements Statement {}

  record ClassDef(
      int start,
      int end,
      String name,
      List<Expression> bases,
      List<Keyword> keywords,
      List<Statement> body,
      List<Expression> decorators,
      List<TypeParameter> typeParameters)
      implements Statement {}

  record Return(int start, int end, Optional<Expression> value) implements Statement {}

  record Delete(int start, int end, List<Expression> targets) implements Statement {}

  record Assign(int start, int end, List<Expression> targets, Expression value)
      implements Statement {}

  record TypeAlias(
      int start, int end, Expression name, List<TypeParameter> typeParameters, Expression value)
      implements Statement {}

  record AugAssign(int start, int end, Expression target, Operator operator, Expression value)
      implements Statement {}

  record AnnAssign(
      int start,
      int end,
      Expression target,
      Expression annotation,
      Optional<Expression> value,
      boolean simple)
      implements Statement {}

  record For(
      int start,
      int end,
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> orElse,
      boolean isAsync)
      implements Statement {}

  record While(int start, int end, Expression test, List<Statement> body, List<Statement> orElse)
      implements Statement {}

  record If(int start, int end, Expression test, List<Statement> body, List<Statement> orElse)
      implements Statement {}

  record With(int start, int end, List<WithItem> items, List<Statement> body, boolean isAsync)
      implements Statement {}

  record Match(int start, int end, Expression subject, List<MatchCase> cases)
      implements Statement {}

  record Raise(int start, int end, Optional<Expression> exception, Optional<Expression> cause)
      implements Statement {}

  /** {@code try}; {@code isStar} for {@code except*}, CPython's {@code TryStar}. */
  record Try(
      int start,
      int end,
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody,
      boolean isStar)
      implements Statement {}

  record Assert(int start, int end, Expression test, Optional<Expression> message)
      implements Statement {}

  record Import(int start, int end, List<Alias> names) implements Statement {}

  record ImportFrom(int start, int end, Optional<String> module, List<Alias> names, int level)
      implements Statement {}

  record Global(int start, int end, List<String> names) implements Statement {}

  record Nonlocal(int start, int end, List<String> names) implements Statement {}

  record ExpressionStatement(int start, int end, Expression value) implements Statement {}

  record Pass(int start, int end) implements Statement {}

  record Break(int start, int end) implements Statement {}

  record Continue(int start, int end) implements Statement {}
}

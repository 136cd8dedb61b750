package dev.parallelize.syntax.checks;

import dev.parallelize.syntax.SyntaxProblem;
import dev.parallelize.syntax.SyntaxTree;
import java.util.List;

/** The door of this package: everything that CPython's compiler rejects in a tree it has parsed. */
public final class CompileChecks {
  private CompileChecks() {}

  /** The problems of a tree, in the order of the text; empty for a program that CPython compiles. */
  public static List<SyntaxProblem> of(SyntaxTree tree) {
    Problems problems = new Problems(tree.source());
    new StatementChecks(tree.version(), problems).module(tree.module());
    return problems.all();
  }
}

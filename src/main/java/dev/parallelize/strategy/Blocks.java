package dev.parallelize.strategy;

import dev.parallelize.syntax.ExceptHandler;
import dev.parallelize.syntax.MatchCase;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
import java.util.ArrayList;
import java.util.List;

/** The lists of statements that a piece of code is made of. */
public final class Blocks {
  private Blocks() {}

  /** All of them, outer ones before those inside. */
  public static List<List<Statement>> of(Node code) {
    List<List<Statement>> blocks = new ArrayList<>();
    Walk.each(code, n -> add(n, blocks));
    blocks.removeIf(List::isEmpty);
    return blocks;
  }

  private static void add(Node node, List<List<Statement>> blocks) {
    if (node instanceof Statement.FunctionDef s) {
      blocks.add(s.body());
    } else if (node instanceof Statement.If s) {
      blocks.addAll(List.of(s.body(), s.orElse()));
    } else if (node instanceof Statement.For s) {
      blocks.addAll(List.of(s.body(), s.orElse()));
    } else if (node instanceof Statement.While s) {
      blocks.addAll(List.of(s.body(), s.orElse()));
    } else if (node instanceof Statement.With s) {
      blocks.add(s.body());
    } else if (node instanceof Statement.Try s) {
      blocks.addAll(List.of(s.body(), s.orElse(), s.finalBody()));
    } else if (node instanceof ExceptHandler h) {
      blocks.add(h.body());
    } else if (node instanceof MatchCase c) {
      blocks.add(c.body());
    }
  }
}

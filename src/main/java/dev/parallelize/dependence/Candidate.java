package dev.parallelize.dependence;

import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Span;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import java.util.List;

/**
 * A place where work repeats and might run in parallel.
 *
 * @param id {@code qualified.function/for/1}; stable for one source text
 * @param node the loop, comprehension or call; for adjacent statements the first of them
 * @param scope the innermost scope the node stands in
 * @param frame the function, lambda or module whose code it is
 * @param statement the innermost statement that holds the node (the loop itself for a loop)
 * @param block the statement list that {@code statement} stands in
 * @param group the adjacent statements of a {@code statements} candidate, else empty
 * @param outer ids of the candidates around this one, outermost first
 */
public record Candidate(
    String id,
    Construct construct,
    Node node,
    Scope scope,
    Scope frame,
    Statement statement,
    List<Statement> block,
    List<Statement> group,
    List<String> outer) {
  public Candidate {
    block = List.copyOf(block);
    group = List.copyOf(group);
    outer = List.copyOf(outer);
  }

  /** What the candidate covers in the text. */
  public Span span() {
    return group.isEmpty()
        ? node.span()
        : new Span(group.get(0).start(), group.get(group.size() - 1).end());
  }
}

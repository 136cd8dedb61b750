package dev.parallelize.rewrite;

import dev.parallelize.dependence.Distribution;
import dev.parallelize.source.Edit;
import java.util.List;
import java.util.Optional;

/** A rewrite, what has to be done before it, or why a plan cannot be carried out on this text. */
public sealed interface RewriteResult {
  record Rewritten(Rewrite rewrite) implements RewriteResult {}

  /**
   * Apply these edits, analyze the result, and ask again for the same candidate.
   *
   * @param renamed its id then, where it is another
   */
  record First(List<Edit> edits, String change, Optional<String> renamed) implements RewriteResult {
    public First {
      edits = List.copyOf(edits);
    }

    First(List<Edit> edits, String change) {
      this(edits, change, Optional.empty());
    }

    static First of(Distribution distribution) {
      return new First(distribution.edits(), distribution.sentence(), distribution.renamed());
    }
  }

  record Impossible(String reason) implements RewriteResult {}
}

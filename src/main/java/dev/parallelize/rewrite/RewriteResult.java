package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import java.util.List;

/** A rewrite, what has to be done before it, or why a plan cannot be carried out on this text. */
public sealed interface RewriteResult {
  record Rewritten(Rewrite rewrite) implements RewriteResult {}

  /** Apply these edits, analyze the result, and ask again for the same candidate. */
  record First(List<Edit> edits, String change) implements RewriteResult {
    public First {
      edits = List.copyOf(edits);
    }
  }

  record Impossible(String reason) implements RewriteResult {}
}

package dev.parallelize.rewrite;

import dev.parallelize.semantics.Scope;
import dev.parallelize.source.Edit;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Builtins that emitted code calls by a name that the program has given to something of its own. */
final class ShadowedBuiltins {
  private static final Pattern CALL =
      Pattern.compile(
          "(?<![\\w.])(all|any|dict|enumerate|isinstance|iter|len|list|map|max|min|next|range|set|sorted|sum|tuple|zip)\\(");

  private ShadowedBuiltins() {}

  /** The first such name; one that the program itself calls there counts, too. */
  static Optional<String> calledIn(List<Edit> edits, Judgement judgement) {
    Scope scope = judgement.candidate().scope();
    return edits.stream()
        .flatMap(e -> CALL.matcher(e.replacement()).results())
        .map((MatchResult call) -> call.group(1))
        .filter(name -> scope.owner(name).isPresent())
        .findFirst();
  }
}

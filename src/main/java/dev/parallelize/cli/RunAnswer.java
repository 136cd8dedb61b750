package dev.parallelize.cli;

import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.ClassifyAnswer;
import dev.parallelize.workflow.TransformAnswer;
import dev.parallelize.workflow.VerifyAnswer;
import java.util.List;
import java.util.Optional;

/**
 * What the whole workflow found on one file: the answers of the four calls.
 *
 * @param transform one for each candidate that was tried, in order
 * @param verify empty when nothing was rewritten
 * @param written the file that was written, if any
 */
record RunAnswer(
    AnalyzeAnswer analyze,
    Optional<ClassifyAnswer> classify,
    List<TransformAnswer> transform,
    Optional<VerifyAnswer> verify,
    Optional<String> written) {
  RunAnswer {
    transform = List.copyOf(transform);
  }
}

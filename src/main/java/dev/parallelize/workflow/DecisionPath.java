package dev.parallelize.workflow;

import dev.parallelize.workload.Judgement;
import dev.parallelize.workload.Verdict;
import dev.parallelize.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** The questions of the skill's decision tree with their answers for one candidate. */
final class DecisionPath {
  private DecisionPath() {}

  static List<ClassifyAnswer.Question> of(Judgement judgement, List<Choice> choices) {
    List<ClassifyAnswer.Question> path = new ArrayList<>();
    Workload workload = judgement.classification().workload();
    path.add(
        new ClassifyAnswer.Question(
            "Can iterations run apart?",
            switch (judgement.verdict()) {
              case PARALLELIZABLE -> "yes, proved";
              case CONDITIONAL -> "yes, if the listed assumptions hold";
              case SEQUENTIAL -> "no";
            }));
    if (judgement.verdict() == Verdict.SEQUENTIAL) {
      return path;
    }
    path.add(
        new ClassifyAnswer.Question(
            "What does the time go into?",
            switch (workload) {
              case CPU_BOUND -> "computing in Python";
              case IO_BOUND -> "waiting";
              case MIXED -> "waiting and computing";
              case DATA_PARALLEL -> "element-by-element work on arrays";
              case TRIVIAL -> "almost nothing";
              case UNKNOWN -> "not known";
            }));
    switch (workload) {
      case CPU_BOUND, UNKNOWN ->
          path.add(new ClassifyAnswer.Question("CPU: independent iterations?", "yes"));
      case IO_BOUND ->
          path.add(new ClassifyAnswer.Question("I/O: many independent requests?", "yes"));
      case MIXED -> path.add(new ClassifyAnswer.Question("CPU and I/O mixed?", "yes"));
      case DATA_PARALLEL ->
          path.add(new ClassifyAnswer.Question("Data: NumPy arrays in Python loops?", "yes"));
      case TRIVIAL ->
          path.add(new ClassifyAnswer.Question("Is an iteration worth a task of its own?", "no"));
    }
    String chosen =
        choices.stream().filter(Choice::recommended).map(Choice::id).findFirst().orElse("none");
    path.add(new ClassifyAnswer.Question("Which strategy?", chosen));
    return path;
  }
}

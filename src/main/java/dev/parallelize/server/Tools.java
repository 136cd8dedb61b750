package dev.parallelize.server;

import dev.parallelize.workflow.Workflow;
import java.util.List;

/** The tools, in the order in which they are used. */
public final class Tools {
  private Tools() {}

  public static List<Tool<?>> of(Workflow workflow) {
    return List.of(
        new AnalyzeTool(workflow),
        new ClassifyTool(workflow),
        new TransformTool(workflow),
        new VerifyTool(workflow));
  }
}

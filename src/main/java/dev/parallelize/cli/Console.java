package dev.parallelize.cli;

import dev.parallelize.server.Workspace;
import dev.parallelize.workflow.Workflow;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a command works with.
 *
 * @param out results, in UTF-8
 * @param err progress and errors, in UTF-8
 * @param folder where relative paths start
 */
public record Console(
    Workflow workflow, InputStream in, PrintStream out, PrintStream err, Path folder) {

  Workspace workspace() {
    return Workspace.unrestricted(folder);
  }
}

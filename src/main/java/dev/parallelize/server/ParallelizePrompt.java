package dev.parallelize.server;

import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prompt {@code parallelize-python}: walks an agent through the workflow on one program. */
final class ParallelizePrompt {
  static final String NAME = "parallelize-python";
  static final String PATH = "path";
  static final String CANDIDATE = "candidate";
  static final String STRATEGY = "strategy";

  private ParallelizePrompt() {}

  static SyncPromptSpecification specification() {
    McpSchema.Prompt prompt =
        McpSchema.Prompt.builder(NAME)
            .title("Parallelize a Python program")
            .description("Find, judge, rewrite and verify, one candidate at a time")
            .arguments(
                List.of(
                    argument(PATH, "The Python file, inside the workspace", true),
                    argument(CANDIDATE, "A candidate that analyze named; else the best", false),
                    argument(STRATEGY, "A strategy; else the recommended one", false)))
            .build();
    return new SyncPromptSpecification(
        prompt,
        (exchange, request) ->
            McpSchema.GetPromptResult.builder(
                    List.of(
                        McpSchema.PromptMessage.builder(
                                McpSchema.Role.USER,
                                McpSchema.TextContent.builder(text(given(request))).build())
                            .build()))
                .description("Parallelize a Python program")
                .build());
  }

  private static McpSchema.PromptArgument argument(String name, String what, boolean required) {
    return McpSchema.PromptArgument.builder(name).description(what).required(required).build();
  }

  private static Map<String, Object> given(McpSchema.GetPromptRequest request) {
    return request.arguments() == null ? Map.of() : request.arguments();
  }

  private static String text(Map<String, Object> given) {
    String path =
        value(given, PATH)
            .orElseThrow(
                () ->
                    McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                        .message("The argument 'path' is missing: name the Python file.")
                        .build());
    String candidate =
        value(given, CANDIDATE)
            .map(id -> "Work on the candidate `" + id + "`.")
            .orElse("Work on the best candidate that is worth it.");
    String strategy =
        value(given, STRATEGY)
            .map(id -> "Use the strategy `" + id + "`.")
            .orElse("Use the recommended strategy, unless its caveats speak against it here.");
    return """
    Make the Python program `%s` run in parallel, and keep what it does.

    1. Call `analyze` with this path. Tell me which candidates there are, their verdicts, and for each that is not
       parallelizable the hazard with its variable and line.
    2. Call `classify`. %s Say what its time goes into, with the evidence and the path through the decision tree. If
       nothing is recommended, stop here and say why; that is an answer.
    3. %s Call `transform` and show me the diff. If it is refused, report the hazards and what would help; do not write
       the rewrite by hand. Vouch for an assumption only after reading the code that it is about, and tell me.
    4. Call `verify` with both versions. Report the verdict, the six checks and the measured speedup.
    5. Only if the verdict is `equivalent` and the speedup is worth it: write the file and run the project's tests.
    """
        .formatted(path, candidate, strategy);
  }

  private static Optional<String> value(Map<String, Object> given, String name) {
    return Optional.ofNullable(given.get(name)).map(String::valueOf).filter(v -> !v.isBlank());
  }
}

package dev.parallelize.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parallelize.workflow.Workflow;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.function.Function;

/** What both transports serve. */
final class McpServers {
  static final McpJsonMapper JSON = new JacksonMcpJsonMapper(new ObjectMapper());
  static final String INSTRUCTIONS =
      "Turns sequential Python into parallel Python. Call analyze first, then classify to choose a"
          + " strategy, transform to get the new file, and verify to run both versions and compare"
          + " them.";
  private static final String NAME = "python-parallelization";
  private static final Duration CLIENT_ANSWERS_WITHIN = Duration.ofSeconds(5);

  /**
   * The tools check their arguments themselves, with errors that say what to do; that answers match the output schemas
   * is tested, so it need not be computed for each answer.
   */
  private static final JsonSchemaValidator NO_SECOND_CHECK =
      (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(null);

  private McpServers() {}

  static McpSyncServer serve(
      SyncSpecification<?> specification,
      Workflow workflow,
      Function<McpSyncServerExchange, Workspace> workspaces) {
    McpTools tools = new McpTools(JSON, workspaces);
    return specification
        .immediateExecution(true)
        .jsonMapper(JSON)
        .jsonSchemaValidator(NO_SECOND_CHECK)
        .validateToolInputs(false)
        .serverInfo(NAME, ProgramVersion.text())
        .instructions(INSTRUCTIONS)
        .capabilities(
            McpSchema.ServerCapabilities.builder()
                .tools(false)
                .prompts(false)
                .resources(false, false)
                .completions()
                .build())
        .requestTimeout(CLIENT_ANSWERS_WITHIN)
        .tools(Tools.of(workflow).stream().map(tools::offer).toList())
        .prompts(ParallelizePrompt.specification())
        .resources(SkillPages.resources())
        .resources(ReviewPage.resource())
        .resourceTemplates(SkillPages.packages())
        .completions(new Completions(workflow, workspaces).specifications())
        .build();
  }
}

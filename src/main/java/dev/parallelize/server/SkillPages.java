package dev.parallelize.server;

import dev.parallelize.hazard.Hazards;
import dev.parallelize.library.PackageData;
import dev.parallelize.strategy.Strategies;
import dev.parallelize.strategy.Strategy;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;

/** The skill's pages and the knowledge of packages, for clients that have the server but not the skill. */
final class SkillPages {
  static final String PACKAGES = "parallelize://library/{package}";
  private static final String LIBRARY = "parallelize://library/";
  private static final String SKILL = "parallelize://skill/";
  private static final String MARKDOWN = "text/markdown";
  private static final String JSON = "application/json";

  private SkillPages() {}

  static List<SyncResourceSpecification> resources() {
    List<SyncResourceSpecification> all = new ArrayList<>();
    all.add(page("SKILL.md", "The workflow, the decision tree, safety rules and pitfalls"));
    all.add(page("references/hazards.md", "What each kind of hazard means and what may help"));
    all.add(page("references/patterns.md", "Sequential code and its parallel form, side by side"));
    for (String kind : Hazards.kinds()) {
      all.add(
          page(
              "references/hazards/" + kind + ".md",
              "The hazard " + kind + ": what it means, an example, what may help"));
    }
    for (Strategy strategy : Strategies.all()) {
      String id = strategy.id();
      all.add(
          page(
              "references/strategies/" + id + ".md",
              "The strategy " + id + ": what it does, when it is safe, an example, its limits"));
    }
    return all;
  }

  static SyncResourceTemplateSpecification packages() {
    return new SyncResourceTemplateSpecification(
        McpSchema.ResourceTemplate.builder(PACKAGES, "library-knowledge")
            .title("What is known of a package")
            .description(
                "Effects, blocking kind, cost, thread safety and result types of a package's"
                    + " functions, as the analysis uses them")
            .mimeType(JSON)
            .build(),
        (exchange, request) -> {
          String uri = request.uri();
          String name = uri.startsWith(LIBRARY) ? uri.substring(LIBRARY.length()) : "";
          String json =
              PackageData.json(name).orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(uri));
          return contents(uri, JSON, json);
        });
  }

  private static SyncResourceSpecification page(String name, String description) {
    McpSchema.Resource resource =
        McpSchema.Resource.builder(SKILL + name, name)
            .description(description)
            .mimeType(MARKDOWN)
            .build();
    return new SyncResourceSpecification(
        resource,
        (exchange, request) -> contents(request.uri(), MARKDOWN, Packaged.text("pages/" + name)));
  }

  private static McpSchema.ReadResourceResult contents(String uri, String type, String text) {
    return McpSchema.ReadResourceResult.builder(
            List.of(McpSchema.TextResourceContents.builder(uri, text).mimeType(type).build()))
        .build();
  }
}

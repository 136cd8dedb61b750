package dev.parallelize.cli;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Fingerprints;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parallelize.hazard.Hazard;
import dev.parallelize.server.AnswerJson;
import dev.parallelize.server.ProgramVersion;
import dev.parallelize.workflow.AnalyzeAnswer;
import dev.parallelize.workflow.AnalyzeAnswer.Candidate;
import dev.parallelize.workload.Verdict;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Candidates for code scanning, in SARIF 2.1.0 (OASIS): one result a candidate, whose rule is its verdict and whose
 * related locations are its hazards. A loop that can run in parallel is a {@code note}; one that must not is no finding
 * but information, and has the level {@code none}.
 */
final class AnalyzeSarif {
  private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build();

  private AnalyzeSarif() {}

  static String of(AnalyzeAnswer answer) {
    SarifSchema210 log =
        new SarifSchema210()
            .with$schema(SCHEMA)
            .withVersion(SarifSchema210.Version._2_1_0)
            .withRuns(List.of(run(answer)));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(AnalyzeAnswer answer) {
    ToolComponent driver =
        new ToolComponent()
            .withName("python-parallelization")
            .withVersion(ProgramVersion.text())
            .withRules(
                Arrays.stream(Verdict.values())
                    .map(AnalyzeSarif::rule)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
    return new Run()
        .withTool(new Tool().withDriver(driver))
        .withColumnKind(Run.ColumnKind.UNICODE_CODE_POINTS)
        .withInvocations(List.of(invocation(answer)))
        .withResults(answer.candidates().stream().map(AnalyzeSarif::result).toList());
  }

  private static ReportingDescriptor rule(Verdict verdict) {
    String meaning =
        switch (verdict) {
          case PARALLELIZABLE -> "The iterations are proved independent: they can run in parallel.";
          case CONDITIONAL -> "The iterations can run in parallel if the facts named hold.";
          case SEQUENTIAL -> "Running the iterations in parallel would change results.";
        };
    return new ReportingDescriptor()
        .withId(AnswerJson.word(verdict))
        .withShortDescription(new MultiformatMessageString().withText(meaning));
  }

  /** Files that could not be read are told, so that no finding in a file is not taken for a clean file. */
  private static Invocation invocation(AnalyzeAnswer answer) {
    return new Invocation()
        .withExecutionSuccessful(true)
        .withToolExecutionNotifications(
            answer.skipped().stream()
                .map(
                    skipped ->
                        new Notification()
                            .withLevel(Notification.Level.WARNING)
                            .withMessage(message(skipped.error().message()))
                            .withLocations(
                                Set.of(new Location().withPhysicalLocation(file(skipped.path())))))
                .toList());
  }

  private static Result result(Candidate candidate) {
    boolean opportunity = candidate.verdict() != Verdict.SEQUENTIAL;
    String path = candidate.location().path().orElse("stdin");
    return new Result()
        .withRuleId(AnswerJson.word(candidate.verdict()))
        .withRuleIndex(candidate.verdict().ordinal())
        .withKind(opportunity ? Result.Kind.FAIL : Result.Kind.INFORMATIONAL)
        .withLevel(opportunity ? Result.Level.NOTE : Result.Level.NONE)
        .withMessage(message(candidate.summary()))
        .withLocations(List.of(location(candidate, path)))
        .withRelatedLocations(
            candidate.hazards().stream()
                .map(hazard -> related(hazard, path))
                .collect(Collectors.toCollection(LinkedHashSet::new)))
        .withFingerprints(
            new Fingerprints().withAdditionalProperty("candidateId/v1", candidate.id()));
  }

  private static Location location(Candidate candidate, String path) {
    AnalyzeAnswer.Location place = candidate.location();
    Region region =
        new Region()
            .withStartLine(place.startLine())
            .withStartColumn(place.startColumn())
            .withEndLine(place.endLine())
            .withEndColumn(place.endColumn());
    return new Location()
        .withPhysicalLocation(file(path).withRegion(region))
        .withLogicalLocations(
            Set.of(new LogicalLocation().withFullyQualifiedName(place.function())));
  }

  private static Location related(Hazard hazard, String path) {
    return new Location()
        .withPhysicalLocation(file(path).withRegion(new Region().withStartLine(hazard.line())))
        .withMessage(message(hazard.kind() + ": " + hazard.message()));
  }

  private static PhysicalLocation file(String path) {
    return new PhysicalLocation().withArtifactLocation(new ArtifactLocation().withUri(uri(path)));
  }

  /** A path as a relative reference: what may not stand in one is escaped, and no colon makes a scheme. */
  private static String uri(String path) {
    String unix = path.replace('\\', '/');
    try {
      return new URI(null, null, unix.startsWith("/") ? unix : "./" + unix, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Message message(String text) {
    return new Message().withText(text);
  }
}

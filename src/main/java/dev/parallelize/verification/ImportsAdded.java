package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Every name that the transformed program uses is bound, and every module that it imports is installed. */
final class ImportsAdded implements Check {
  private static final JsonNode DISTRIBUTIONS =
      Json.parse(Resources.text("distributions.json")).orElseThrow();

  @Override
  public String name() {
    return "imports-added";
  }

  @Override
  public ChecklistItem judge(Trials trials) {
    StaticFindings findings = trials.findings();
    List<String> failures = new ArrayList<>();
    findings
        .syntaxError(Version.TRANSFORMED)
        .ifPresent(each -> failures.add("The transformed program is not valid Python: " + each));
    List<String> known =
        findings.undefined(Version.ORIGINAL).stream().map(StaticFindings.Undefined::name).toList();
    for (StaticFindings.Undefined each : findings.undefined(Version.TRANSFORMED)) {
      if (!known.contains(each.name())) {
        failures.add(
            "The name " + each.name() + " on line " + each.line() + " is never bound or imported.");
      }
    }
    List<StaticFindings.Imported> imports = findings.imports(Version.TRANSFORMED);
    for (StaticFindings.Imported each : imports) {
      if (!each.installed() && !each.optional()) {
        failures.add(
            "The module "
                + each.module()
                + " on line "
                + each.line()
                + " is not installed: pip install "
                + distribution(each.module()));
      }
    }
    trials
        .observed()
        .raised()
        .filter(each -> each.type().matches("NameError|ImportError|ModuleNotFoundError"))
        .filter(each -> trials.reference().raised().filter(each::isLike).isEmpty())
        .ifPresent(
            each ->
                failures.add(
                    "It ended with "
                        + each.type()
                        + ": "
                        + Printable.oneLine(each.message(), 160)));
    if (!failures.isEmpty()) {
      return fail(failures);
    }
    if (findings.found().isEmpty()) {
      return unknown(List.of("The texts could not be examined."));
    }
    return pass(
        List.of("All names are bound; the " + imports.size() + " imported modules are installed."));
  }

  /** What {@code pip} calls the distribution that holds a module. */
  static String distribution(String module) {
    return DISTRIBUTIONS.path(module).asText(module);
  }
}

package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares what two runs did: how they ended, what they printed, wrote and left in their variables.
 *
 * <p>Names that only one version has are no difference: a rewrite adds an executor, and drops a temporary. After an
 * uncaught exception variables are not compared, since nobody can read them any more.
 */
final class RunComparison {
  private static final Pattern TRACEBACK =
      Pattern.compile(
          "(?m)^(Traceback \\(most recent call last\\):|concurrent\\.futures\\.process\\._RemoteTraceback|"
              + "multiprocessing\\.pool\\.RemoteTraceback|\\s*[|+] ).*");

  /** What NumPy says of the operation that went out of range; another spelling of the same sum is another operation. */
  private static final Pattern OUT_OF_RANGE =
      Pattern.compile(
          "(?m)^.*: RuntimeWarning: (overflow|underflow|invalid value|divide by zero) encountered in"
              + " .*\\n(  .*(\\n|\\z))?");

  private static final Pattern ATTRIBUTE = Pattern.compile("\\w+::");

  private static final Pattern PLACE = Pattern.compile("(\\.py\"?[:,]? ?(line )?)\\d+");

  private final Observation original;
  private final Observation transformed;
  private final Comparing comparing;
  private final List<Difference> differences = new ArrayList<>();

  private RunComparison(Observation original, Observation transformed, Comparing comparing) {
    this.original = original;
    this.transformed = transformed;
    this.comparing = comparing;
  }

  static List<Difference> differences(
      Observation original, Observation transformed, Comparing comparing) {
    RunComparison comparison = new RunComparison(original, transformed, comparing);
    comparison.compare();
    return comparison.differences.stream()
        .map(each -> each.in(transformed.plan().purpose()))
        .toList();
  }

  private void compare() {
    if (!original.ended() || !transformed.ended()) {
      if (!original.run().outcome().equals(transformed.run().outcome())) {
        add("outcome", original.run().outcome().label(), transformed.run().outcome().label());
      }
      return;
    }
    exceptions();
    String statusBefore = status(original);
    String statusAfter = status(transformed);
    if (!statusBefore.equals(statusAfter)) {
      add("exit status", statusBefore, statusAfter);
    }
    lines("stdout", original.run().stdout(), transformed.run().stdout());
    lines("stderr", quiet(original.run().stderr()), quiet(transformed.run().stderr()));
    files();
    if (original.raised().isEmpty() && transformed.raised().isEmpty()) {
      variables();
    }
  }

  private void exceptions() {
    String before =
        original.raised().map(each -> each.type() + ": " + each.message()).orElse("none");
    String after =
        transformed.raised().map(each -> each.type() + ": " + each.message()).orElse("none");
    if (!before.equals(after)) {
      add("exception", before, after);
      return;
    }
    comparing
        .places()
        .differing(original, transformed)
        .ifPresent(each -> add("exception place", each.get(0), each.get(1)));
  }

  private static String status(Observation observation) {
    SandboxRun run = observation.run();
    return run.signal().isPresent()
        ? "signal " + run.signal().getAsInt()
        : Integer.toString(run.exitStatus().orElse(-1));
  }

  private void lines(String name, String a, String b) {
    if (a.equals(b)) {
      return;
    }
    String[] left = a.split("\n", -1);
    String[] right = b.split("\n", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      String before = i < left.length ? left[i] : "nothing";
      String after = i < right.length ? right[i] : "nothing";
      if (i >= left.length || i >= right.length || !before.equals(after)) {
        add(name + " line " + (i + 1), before, after);
        return;
      }
    }
  }

  /**
   * Without tracebacks, whose lines and numbers a rewrite may change; exceptions are compared by themselves, as are the
   * values of which NumPy warns.
   */
  private static String quiet(String stderr) {
    String own = OUT_OF_RANGE.matcher(stderr).replaceAll("");
    var traceback = TRACEBACK.matcher(own);
    String before = traceback.find() ? own.substring(0, traceback.start()) : own;
    return PLACE.matcher(before).replaceAll("$1?").strip();
  }

  private void files() {
    JsonNode before = original.run().files();
    JsonNode after = transformed.run().files();
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!before.path(name).equals(after.path(name))) {
        add("file " + name, file(before.path(name)), file(after.path(name)));
        return;
      }
    }
  }

  private static String file(JsonNode entry) {
    return entry.isMissingNode()
        ? "not written"
        : entry.path("kind").asText()
            + " of "
            + entry.path("size").asText("?")
            + " bytes, sha256 "
            + entry.path("sha256").asText("?");
  }

  private void variables() {
    if (original.state().isPresent() != transformed.state().isPresent()) {
      add("end of the program", end(original), end(transformed));
      return;
    }
    named("driver", original.part("driver"), transformed.part("driver"));
    if (original.part("values").isArray()) {
      value("driver value", original.part("values"), transformed.part("values"));
    }
    named("globals", original.part("globals"), transformed.part("globals"));
  }

  private void value(String path, JsonNode before, JsonNode after) {
    ValueComparison values = new ValueComparison(comparing.tolerance());
    values.compare(path, before, after);
    differences.addAll(values.differences());
  }

  private static String end(Observation observation) {
    return observation.state().isPresent()
        ? "ran its exit handlers"
        : "left without its exit handlers";
  }

  private void named(String kind, JsonNode before, JsonNode after) {
    Map<String, JsonNode> theirs = new LinkedHashMap<>();
    after.forEach(each -> theirs.put(each.path(0).asText(), each.path(1)));
    for (JsonNode each : before) {
      String path = kind + "." + each.path(0).asText();
      JsonNode other = theirs.get(each.path(0).asText());
      if (comparing.unstable().contains(path)) {
        continue;
      }
      if (other != null) {
        value(path, each.path(1), other);
      } else if (kind.equals("driver") || isKept(each.path(0).asText())) {
        add(path, Values.show(each.path(1)), "not set");
      }
    }
  }

  /**
   * What a class or function of the program keeps stays there; and a variable of a program that shows nothing can be dropped
   * no more than a line of output. Another module may be imported by the workers alone.
   */
  private boolean isKept(String name) {
    return ATTRIBUTE.matcher(name).lookingAt()
        || comparing.lasting().contains(name) && showsNothing();
  }

  private boolean showsNothing() {
    return original.run().stdout().isBlank()
        && original.run().files().isEmpty()
        && original.part("driver").isMissingNode();
  }

  private void add(String path, String before, String after) {
    differences.add(new Difference(path, before, after, ""));
  }
}

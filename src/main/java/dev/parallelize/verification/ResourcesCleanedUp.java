package dev.parallelize.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nothing that the rewrite opened is left open: processes, threads, descriptors, shared memory, temporary files, and
 * what the interpreter's development mode warns of. What the original leaves open too is not held against it.
 */
final class ResourcesCleanedUp implements Check {
  /** Processes of the standard library that serve all others and end with the program. */
  private static final Pattern SERVANT =
      Pattern.compile("multiprocessing[. ](resource_tracker|forkserver)");

  private static final Pattern WARNING =
      Pattern.compile(
          "(?m)^.*(ResourceWarning: .*|was never awaited.*|never retrieved.*|leaked .* objects.*|"
              + "Unclosed (client session|connector|connection).*|Task was destroyed but it is pending.*)$");
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+|\\d+");

  @Override
  public String name() {
    return "resources-cleaned-up";
  }

  @Override
  public ChecklistItem judge(Trials trials) {
    List<String> failures = new ArrayList<>();
    JsonNode before = trials.reference().part("mainEnd");
    JsonNode after = trials.observed().part("mainEnd");
    more(servantsAside(before.path("children")), servantsAside(after.path("children")))
        .ifPresent(
            each ->
                failures.add(
                    "A worker process is still alive when the program's code has ended: " + each));
    more(Json.texts(before.path("threads")), Json.texts(after.path("threads")))
        .ifPresent(
            each ->
                failures.add("A thread is still alive when the program's code has ended: " + each));
    more(sockets(before), sockets(after))
        .ifPresent(
            each ->
                failures.add(
                    "A descriptor is still open when the program's code has ended: " + each));
    more(trials.reference().run().leftoverProcesses(), trials.observed().run().leftoverProcesses())
        .ifPresent(each -> failures.add("A process outlives the program: " + each));
    more(trials.reference().run().sharedMemory(), trials.observed().run().sharedMemory())
        .ifPresent(each -> failures.add("A shared memory block is left in /dev/shm: " + each));
    more(trials.reference().run().temporaryFiles(), trials.observed().run().temporaryFiles())
        .ifPresent(each -> failures.add("A temporary file is left behind: " + each));
    List<String> known = warnings(trials.strictOriginal());
    for (String warning : warnings(trials.strictTransformed())) {
      if (!known.contains(warning)) {
        failures.add("In development mode: " + warning);
      }
    }
    if (!failures.isEmpty()) {
      return fail(failures.stream().distinct().limit(6).toList());
    }
    if (after.isMissingNode() || after.isNull()) {
      return unknown(
          List.of(
              "The program left without its exit handlers, so only what outlived it could be seen."));
    }
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "No worker process, thread or connection was open when the program's code had ended.");
    evidence.add("No process, shared memory block or temporary file outlived it.");
    trials
        .strictTransformed()
        .ifPresent(run -> evidence.add("A run with -X dev gave no new ResourceWarning."));
    return pass(evidence);
  }

  private static Optional<String> more(List<String> before, List<String> after) {
    return after.size() > before.size()
        ? Optional.of(
            Printable.oneLine(after.get(after.size() - 1), 160)
                + " ("
                + (after.size() - before.size())
                + " more than in the original)")
        : Optional.empty();
  }

  private static List<String> servantsAside(JsonNode commands) {
    return Json.texts(commands).stream().filter(each -> !SERVANT.matcher(each).find()).toList();
  }

  /** Sockets and files; the pipes of multiprocessing's own servants stay open by design. */
  private static List<String> sockets(JsonNode mainEnd) {
    List<String> targets = new ArrayList<>();
    mainEnd
        .path("descriptors")
        .forEach(
            each -> {
              String target = each.asText();
              if (target.startsWith("socket:")
                  || target.startsWith("/sandbox/work")
                  || target.startsWith("/dev/shm")) {
                targets.add(target);
              }
            });
    return targets;
  }

  private static List<String> warnings(Optional<Observation> run) {
    List<String> found = new ArrayList<>();
    run.ifPresent(
        each -> {
          Matcher warning = WARNING.matcher(each.run().stderr());
          while (warning.find()) {
            String text =
                Printable.oneLine(warning.group(), 200)
                    .replaceFirst("^/\\S*?([^/]+\\.py):\\d+: ", "$1: ");
            found.add(ADDRESS.matcher(text).replaceAll("…"));
          }
        });
    return found;
  }
}

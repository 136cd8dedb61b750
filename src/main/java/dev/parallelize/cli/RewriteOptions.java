package dev.parallelize.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What may be chosen about a rewrite. */
final class RewriteOptions {
  @Option(
      names = "--strategy",
      paramLabel = "ID",
      description = "How to run it, as process-pool. Default: the recommended one.")
  Optional<String> strategy = Optional.empty();

  @Option(
      names = "--max-workers",
      paramLabel = "N",
      description = "Bound on workers or requests in flight.")
  Optional<Integer> maxWorkers = Optional.empty();

  @Option(
      names = "--chunk-size",
      paramLabel = "N",
      description = "Items sent to a worker at a time.")
  Optional<Integer> chunkSize = Optional.empty();

  @Option(
      names = "--sequential-below",
      paramLabel = "N",
      description = "With fewer items the loop runs as before.")
  Optional<Integer> sequentialBelow = Optional.empty();

  @Option(
      names = "--on-error",
      paramLabel = "WHAT",
      description = "raise (default: as the sequential program would), collect or skip.")
  Optional<String> onError = Optional.empty();

  @Option(
      names = "--async-boundary",
      paramLabel = "WHERE",
      description = "facade (default: same signature) or propagate (async up the call chain).")
  Optional<String> asyncBoundary = Optional.empty();

  @Option(names = "--keep-original", description = "Add the parallel version beside the old one.")
  boolean keepOriginal;

  ToolCall addTo(ToolCall call) {
    Map<String, Object> options = new LinkedHashMap<>();
    maxWorkers.ifPresent(v -> options.put("maxWorkers", v));
    chunkSize.ifPresent(v -> options.put("chunkSize", v));
    sequentialBelow.ifPresent(v -> options.put("sequentialBelow", v));
    onError.ifPresent(v -> options.put("onError", v));
    asyncBoundary.ifPresent(v -> options.put("asyncBoundary", v));
    if (keepOriginal) {
      options.put("keepOriginal", true);
    }
    return call.with("strategy", strategy).with("options", options);
  }
}

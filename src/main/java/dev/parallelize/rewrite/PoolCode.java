package dev.parallelize.rewrite;

import dev.parallelize.dependence.LoopModel;
import dev.parallelize.source.Edit;
import dev.parallelize.strategy.Options;
import dev.parallelize.strategy.PoolPlan;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.PythonVersion;
import dev.parallelize.workload.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that open a pool and hand work to it. */
final class PoolCode {
  static final int LINE_LENGTH = 88;
  private static final int THREADS = 16;

  /** What a chunk may take in a loop that may end early. */
  private static final double EARLY_CHUNK_MICROS = 8_000;

  private static final int MOST_EARLY = 32;
  private static final int CLUSTER_TASKS = 256;
  private static final String OS = "import os";

  private static final Pattern PARTIAL = Pattern.compile("(?<![\\w.])partial\\(");

  /** A worker with arguments that are the same for all items, all of them named. */
  private static final Pattern CAPTURED =
      Pattern.compile("partial\\(([\\w.]+), (\\w+=.*)\\)", Pattern.DOTALL);

  private final PoolPlan plan;
  private final Options options;
  private final PythonVersion target;
  private final Layout layout;
  private final List<String> contexts;
  private final Optional<Integer> early;
  private final String executor;
  private final String workers;
  private final String chunk;
  private final String client;
  private final Optional<DelayedCode> delayed;
  private String chunkLine = "";

  PoolCode(
      PoolPlan plan,
      Options options,
      PythonVersion target,
      Layout layout,
      FreshNames fresh,
      List<String> contexts,
      LoopModel model) {
    this.contexts = List.copyOf(contexts);
    this.early = early(model);
    this.plan = plan;
    this.options = options;
    this.target = target;
    this.layout = layout;
    this.executor =
        isPool() ? fresh.fresh("pool", "worker_pool") : fresh.fresh("executor", "pool", "executor");
    this.workers = fresh.fresh("workers", "worker_count", "workers");
    this.chunk = fresh.fresh("chunksize", "chunk_size", "chunksize");
    this.client =
        plan.workers() == PoolPlan.Workers.DASK
            ? fresh.fresh("client", "dask_client", "client")
            : "";
    this.delayed =
        plan.workers() == PoolPlan.Workers.DELAYED
            ? Optional.of(DelayedCode.of(this, options, layout, fresh, model))
            : Optional.empty();
  }

  /** Stands in emitted text for a name that an import will provide. */
  static String placeholder(String request) {
    return "\u0001" + request + "\u0002";
  }

  List<String> imports() {
    List<String> requests = new ArrayList<>();
    if (countsCores()) {
      requests.add(OS);
    }
    requests.add(executorImport());
    return requests;
  }

  private String executorImport() {
    return plan.workers().importStatement();
  }

  private boolean countsCores() {
    return plan.perCore() && options.maxWorkers().isEmpty();
  }

  /** A pool as {@code multiprocessing} has it: its methods have other names than an executor's. */
  boolean isPool() {
    return plan.workers().isPool();
  }

  /** What the lines that use results are indented by, when they stand in a block of the pool. */
  String shift() {
    return delayed.isPresent() ? "" : layout.unit();
  }

  /** Results are computed by statements of their own, and so have a name. */
  boolean inStatements() {
    return delayed.isPresent() || options.sequentialBelow().isPresent();
  }

  /** Failures come back as values, so that no item of a chunk is lost with another one. */
  boolean tolerant() {
    return options.onError() != Options.OnError.RAISE;
  }

  boolean hasExceptionGroups() {
    return target.atLeast(11);
  }

  Options.OnError onError() {
    return options.onError();
  }

  /** The number of items from which on workers are used; empty for any. */
  Optional<Integer> sequentialBelow() {
    return options.sequentialBelow();
  }

  String executor() {
    return executor;
  }

  /** The variable that holds how many items travel together. */
  String chunk() {
    return chunk;
  }

  /**
   * Lines before the {@code with}: how many workers there are, and how many items travel together.
   *
   * @param sized text of something whose {@code len} is the number of items; empty for none
   * @param mayChunk several items may travel together without anybody noticing
   */
  List<String> prelude(String indent, String sized, boolean mayChunk) {
    List<String> lines = new ArrayList<>();
    if (countsCores()) {
      lines.add(indent + workers + " = " + (early.isPresent() ? cores() : bounded(sized)));
    }
    lines.addAll(chunks(indent, sized, mayChunk));
    return lines;
  }

  /** The line that says how many items travel together, if they do. */
  List<String> chunks(String indent, String sized, boolean mayChunk) {
    if (!countsChunks(sized, mayChunk)) {
      return List.of();
    }
    String line = chunk + " = max(1, len(" + sized + ") // " + tasks() + ")";
    if (plan.workers() == PoolPlan.Workers.MPI) {
      chunkLine = line;
      return List.of();
    }
    return List.of(indent + line);
  }

  /** Whether one pool may serve many rounds: its workers need nothing that a round makes ready. */
  boolean mayServeRounds(Initializer initializer) {
    boolean executor =
        switch (plan.workers()) {
          case PROCESSES, THREADS, INTERPRETERS -> true;
          case MULTIPROCESSING, MPI, RAY, DASK, DELAYED -> false;
        };
    return executor
        && !inStatements()
        && !tolerant()
        && contexts.isEmpty()
        && initializer.keywords().isEmpty();
  }

  /** How a loop takes items ahead, where it cannot take all of them first. */
  Optional<LookAhead> lookAhead(
      Judgement judgement, FreshNames fresh, boolean collects, boolean needsItem) {
    boolean buffers =
        target.atLeast(LookAhead.FIRST_WITH_BUFFERS)
            && !needsItem
            && !judgement.model().fission().effectsOutlive();
    return LookAhead.of(judgement, plan, options, collects, buffers, fresh);
  }

  /** The same for an expression. */
  Optional<LookAhead> lookAhead(Judgement judgement, FreshNames fresh) {
    return LookAhead.ofExpression(judgement, plan, options, fresh);
  }

  /** The lines that open a pool in front of the loop whose rounds it serves. */
  List<String> openForRounds(String indent, Initializer initializer) {
    List<String> lines = new ArrayList<>(prelude(indent, "", false));
    lines.addAll(open(indent, initializer));
    return lines;
  }

  /** The loop may end before all items are done, and what has started then was in vain. */
  static Optional<Integer> early(LoopModel model) {
    double micros = Math.max(1, model.parallelCost().totalMicros());
    return model.fission().exits()
        ? Optional.of((int) Math.max(1, Math.min(MOST_EARLY, EARLY_CHUNK_MICROS / micros)))
        : Optional.empty();
  }

  /** Pools start all their workers at once, needed or not; executors do so where they fork. */
  private String bounded(String sized) {
    return sized.isEmpty() ? cores() : "max(1, min(len(" + sized + "), " + cores() + "))";
  }

  private boolean countsChunks(String sized, boolean mayChunk) {
    return early.isEmpty()
        && plan.chunked()
        && options.chunkSize().isEmpty()
        && mayChunk
        && !sized.isEmpty();
  }

  /** A cluster of unknown size gets a fixed number of tasks. */
  private String tasks() {
    return switch (plan.workers()) {
      case PROCESSES, THREADS, INTERPRETERS, MULTIPROCESSING -> "(" + count() + " * 4)";
      case MPI -> "(" + executor + ".num_workers * 4)";
      case RAY, DASK, DELAYED -> Integer.toString(CLUSTER_TASKS);
    };
  }

  private String cores() {
    String os = placeholder(OS);
    return target.atLeast(13) ? os + ".process_cpu_count() or 1" : os + ".cpu_count() or 1";
  }

  String count() {
    if (options.maxWorkers().isPresent()) {
      return options.maxWorkers().get().toString();
    }
    return countsCores() ? workers : Integer.toString(THREADS);
  }

  /** The line that opens the pool, if one is opened, and what has to come first inside of it. */
  List<String> open(String indent, Initializer initializer) {
    return delayed.isPresent() ? List.of() : open(indent, count(), initializer);
  }

  List<String> open(String indent, String bound, Initializer initializer) {
    String deeper = indent + layout.unit();
    String opened = openLine(indent, bound, initializer);
    if (plan.workers() == PoolPlan.Workers.DASK) {
      return List.of(opened, deeper + executor + " = " + client + ".get_executor(pure=False)");
    }
    return chunkLine.isEmpty() ? List.of(opened) : List.of(opened, deeper + chunkLine);
  }

  private String bound(String bound) {
    String asked = options.maxWorkers().isPresent() ? bound : "";
    return switch (plan.workers()) {
      case PROCESSES, THREADS, INTERPRETERS -> "max_workers=" + bound;
      case MULTIPROCESSING -> "processes=" + bound;
      case MPI -> asked.isEmpty() ? "" : "max_workers=" + asked;
      case RAY -> asked.isEmpty() ? "" : "processes=" + asked;
      case DELAYED -> "";
      case DASK -> (asked.isEmpty() ? "" : "n_workers=" + asked + ", ") + "threads_per_worker=1";
    };
  }

  private String openLine(String indent, String bound, Initializer initializer) {
    List<String> arguments = new ArrayList<>();
    Optional.of(bound(bound)).filter(b -> !b.isEmpty()).ifPresent(arguments::add);
    arguments.addAll(initializer.keywords());
    String pool = placeholder(executorImport()) + "(";
    if (plan.workers() == PoolPlan.Workers.MULTIPROCESSING) {
      return wrapped(indent, executor + " = " + pool, arguments, ")")
          + layout.newline()
          + indent
          + "try:";
    }
    String name = client.isEmpty() ? executor : client;
    if (contexts.isEmpty()) {
      return wrapped(indent, "with " + pool, arguments, ") as " + name + ":");
    }
    String inner = indent + layout.unit();
    List<String> lines = new ArrayList<>(List.of(indent + "with ("));
    contexts.forEach(c -> lines.add(inner + c + ","));
    lines.add(wrapped(inner, pool, arguments, ") as " + name + ","));
    lines.add(indent + "):");
    return String.join(layout.newline(), lines);
  }

  /**
   * What has to come after the block that {@link #open} began. A {@code multiprocessing.Pool} that
   * is left by its {@code with} kills its workers; one killed while it hands in a result holds that
   * queue's lock for ever, and the pool then waits for it. So the pool ends its workers by itself.
   *
   * @param last what stands last in the block
   */
  List<Edit> close(String indent, Node last) {
    if (plan.workers() != PoolPlan.Workers.MULTIPROCESSING) {
      return List.of();
    }
    String line = layout.newline() + indent;
    String inner = line + layout.unit() + executor;
    int end = layout.lineEnd(last);
    return List.of(
        PoolRewriter.edit(end, end, line + "finally:" + inner + ".close()" + inner + ".join()"));
  }

  /** {@code min(3, os.cpu_count() or 1)}. */
  String atMost(int tasks) {
    if (options.maxWorkers().isPresent()) {
      return Integer.toString(Math.min(tasks, options.maxWorkers().get()));
    }
    return countsCores() ? "min(" + tasks + ", " + cores() + ")" : Integer.toString(tasks);
  }

  /**
   * The call that maps a worker over items.
   *
   * @param sized text of something whose {@code len} is the number of items; empty for none
   * @param mayChunk several items may travel together without anybody noticing
   */
  String map(
      String indent,
      String before,
      Worker worker,
      List<String> items,
      String sized,
      boolean mayChunk,
      String after) {
    List<String> arguments = new ArrayList<>();
    arguments.add(worker.callable());
    arguments.addAll(items);
    if (plan.chunked() && mayChunk && options.chunkSize().isPresent()) {
      arguments.add("chunksize=" + options.chunkSize().get());
    } else if (plan.chunked() && mayChunk && early.filter(n -> n > 1).isPresent()) {
      arguments.add("chunksize=" + early.get());
    } else if (countsChunks(sized, mayChunk)) {
      arguments.add("chunksize=" + chunk);
    }
    String method = isPool() ? ".imap(" : ".map(";
    return wrapped(indent, before + executor + method, arguments, ")" + after);
  }

  /**
   * Lines that map over the pool, or make the same calls here where there are too few items for
   * workers to pay. An executor without tasks starts no workers.
   */
  List<String> branches(
      String indent,
      String before,
      Worker worker,
      List<String> items,
      String sized,
      boolean mayChunk,
      String after) {
    if (options.sequentialBelow().isEmpty()) {
      return mapped(indent, before, worker, items, sized, mayChunk, after);
    }
    String deeper = indent + layout.unit();
    List<String> lines = new ArrayList<>();
    lines.add(indent + "if len(" + sized + ") < " + options.sequentialBelow().get() + ":");
    lines.add(here(deeper, before, worker, items, after));
    lines.add(indent + "else:");
    lines.addAll(mapped(deeper, before, worker, items, sized, mayChunk, after));
    return lines;
  }

  private List<String> mapped(
      String indent,
      String before,
      Worker worker,
      List<String> items,
      String sized,
      boolean mayChunk,
      String after) {
    return delayed
        .map(code -> code.lines(indent, before, worker, items.get(0), after))
        .orElseGet(() -> List.of(map(indent, before, worker, items, sized, mayChunk, after)));
  }

  /** The same calls, made one after another by whoever asks for the results. */
  String here(String indent, String before, Worker worker, List<String> items, String after) {
    List<String> arguments = new ArrayList<>(List.of(worker.callable()));
    arguments.addAll(items);
    return wrapped(indent, before + "map(", arguments, ")" + after);
  }

  /** The call that hands over one task. */
  String submit(String callable, List<String> arguments) {
    if (!isPool()) {
      // Unlike map, it passes arguments by name itself.
      Matcher captured = CAPTURED.matcher(callable);
      boolean apart = captured.matches() && passesNames();
      List<String> all = new ArrayList<>(arguments);
      all.add(0, apart ? captured.group(1) : spelled(callable));
      if (apart) {
        all.add(captured.group(2));
      }
      return executor + ".submit(" + String.join(", ", all) + ")";
    }
    String comma = arguments.size() == 1 ? "," : "";
    return executor
        + ".apply_async("
        + spelled(callable)
        + ", ("
        + String.join(", ", arguments)
        + comma
        + "))";
  }

  /** What waits for a task and gives its result. */
  String result(String future) {
    return future + (isPool() ? ".get()" : ".result()");
  }

  /** One line if it fits, else the arguments on a line of their own, else one on each line. */
  String wrapped(String indent, String before, List<String> arguments, String after) {
    String newline = layout.newline();
    String joined = spelled(String.join(", ", arguments));
    String line = indent + before + joined + after;
    if (length(line) <= LINE_LENGTH && !line.contains("\n")) {
      return line;
    }
    String deeper = indent + layout.unit();
    int outer = before.indexOf('(');
    boolean nested = outer >= 0 && outer < before.length() - 1 && after.endsWith("))");
    if (nested) {
      String inner =
          wrapped(
              deeper,
              before.substring(outer + 1),
              arguments,
              after.substring(0, after.length() - 1));
      return indent + before.substring(0, outer + 1) + newline + inner + newline + indent + ")";
    }
    if (length(deeper + joined) <= LINE_LENGTH) {
      return indent + before + newline + deeper + joined + newline + indent + after;
    }
    StringBuilder text = new StringBuilder(indent + before + newline);
    for (String argument : arguments) {
      text.append(argument(deeper, argument)).append(",").append(newline);
    }
    return text.append(indent).append(after).toString();
  }

  /** A long {@code partial(…)} is broken the same way. */
  private String argument(String indent, String argument) {
    String spelled = spelled(argument);
    boolean partial = argument.startsWith("partial(") && argument.endsWith(")");
    if (!partial || length(indent + spelled) < LINE_LENGTH) {
      return indent + spelled;
    }
    List<String> parts =
        List.of(argument.substring("partial(".length(), argument.length() - 1).split(", "));
    return wrapped(indent, placeholderPartial(), parts, ")");
  }

  /** Whether {@code submit} keeps no names of arguments for itself. */
  private boolean passesNames() {
    return switch (plan.workers()) {
      case PROCESSES, THREADS, INTERPRETERS -> true;
      case MULTIPROCESSING, DELAYED, DASK, RAY, MPI -> false;
    };
  }

  /** With a placeholder for {@code partial}, except where the program itself spells it out. */
  static String spelled(String callable) {
    return PARTIAL.matcher(callable).replaceAll(Matcher.quoteReplacement(placeholderPartial()));
  }

  static String placeholderPartial() {
    return placeholder("from functools import partial") + "(";
  }

  /** The length that the line will have once names stand where the placeholders are. */
  static int length(String line) {
    String plain = line.replaceAll("\u0001(?:from \\S+ )?import (\\S+)\u0002", "$1");
    return plain.length();
  }
}

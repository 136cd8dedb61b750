package dev.parallelize.rewrite;

import dev.parallelize.dependence.ExceptionArguments;
import dev.parallelize.dependence.Picklability;
import dev.parallelize.library.Effect;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.CallGraph;
import dev.parallelize.semantics.CostModel;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Frame;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Root;
import dev.parallelize.semantics.Scope;
import dev.parallelize.semantics.Type;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Node;
import dev.parallelize.syntax.Statement;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What does not get across to a worker process, whatever the loop itself does. */
final class ProcessBoundary {
  /**
   * State of a process that pure work cannot tell (random sources, output, logging, memory, signals,
   * plots), or that worker processes inherit (environment, limits).
   */
  private static final List<String> IRRELEVANT =
      List.of(
          "random.",
          "numpy.random.",
          "torch.manual_seed",
          "torch.cuda.",
          "matplotlib.",
          "cv2.imshow",
          "cv2.namedWindow",
          "cv2.destroyAllWindows",
          "PIL.",
          "tqdm.",
          "logging.",
          "gc.",
          "tracemalloc.",
          "cProfile.",
          "atexit.",
          "signal.",
          "subprocess.",
          "threading.Thread.",
          "threading.excepthook",
          "multiprocessing.",
          "concurrent.",
          "asyncio.",
          "contextlib.redirect_",
          "importlib.invalidate_caches",
          "linecache.",
          "filecmp.",
          "re.purge",
          "resource.setrlimit",
          "sys.setswitchinterval",
          "sys.audit",
          "sys.addaudithook",
          "sys.OutputStream",
          "os._Environ",
          "os.putenv",
          "os.unsetenv",
          "os.umask",
          "os.nice",
          "os.kill",
          "os.wait",
          "os.system",
          "os.popen",
          "os.pipe",
          "os.dup",
          "os.close",
          "warnings.warn",
          "warnings.showwarning",
          "urllib.request.urlcleanup");

  private static final Set<String> OF_A_THREAD =
      Set.of(
          "sys.settrace",
          "sys.setprofile",
          "decimal.setcontext",
          "decimal.localcontext",
          "numpy.seterr",
          "numpy.set_printoptions",
          "contextvars.ContextVar.set");

  /** Types whose values are found by name or not at all. */
  private static final Set<String> LOCAL_TYPES = Set.of("type", "generator", "iterator", "file");

  private ProcessBoundary() {}

  /**
   * @param parents top-level statements that workers do not run, or not with the same outcome
   */
  static void check(Judgement judgement, List<Statement> parents) {
    Program program = judgement.program();
    for (Located located : program.frame(program.scopes().module()).facts()) {
      Statement top = Layout.topLevel(program.tree(), located.start());
      if (parents.contains(top)) {
        checkState(program, located);
      }
    }
    for (Scope frame : program.functionFrames()) {
      program.frame(frame).facts().forEach(l -> checkState(program, l));
    }
    checkCauses(program);
    for (Located located :
        program.facts(judgement.candidate().frame(), judgement.candidate().span())) {
      if (located.fact() instanceof Fact.Raises raises) {
        checkAttributes(program, raises.exception());
        program
            .programClass(raises.exception())
            .filter(type -> ExceptionArguments.areLost(program, type))
            .ifPresent(
                type -> {
                  throw new WorkerBuilder.Unsupported(
                      "the exception `"
                          + raises.exception()
                          + "` cannot come back from a worker process: its constructor takes other"
                          + " arguments than it keeps; give it a __reduce__ method");
                });
      }
    }
  }

  /** Settings that each thread has for itself: those of the caller do not hold in workers. */
  static void checkThreads(Judgement judgement, List<Node> parts) {
    Program program = judgement.program();
    List<Scope> frames = new java.util.ArrayList<>(program.functionFrames());
    frames.add(program.scopes().module());
    for (Scope frame : frames) {
      for (Located located : program.frame(frame).facts()) {
        boolean set =
            located.fact() instanceof Fact.Does d
                && located.via().isEmpty()
                && OF_A_THREAD.contains(d.callee());
        if (set && !isInside(judgement, parts, frame, located)) {
          Fact.Does d = (Fact.Does) located.fact();
          throw new WorkerBuilder.Unsupported(
              "`"
                  + d.callee()
                  + "` at line "
                  + program.line(located.origin())
                  + " holds for the code that calls it, not for workers");
        }
      }
    }
  }

  /** Functions and classes are moved out of the function around them, where that can be done. */
  private static boolean isCode(Frame frame, Scope owner, String name) {
    Set<Root> roots = frame.variable(owner, name).roots();
    return !roots.isEmpty() && roots.stream().allMatch(Root::isCode);
  }

  /** Work that sets it for itself does so in the worker. */
  private static boolean isInside(
      Judgement judgement, List<Node> parts, Scope frame, Located located) {
    Program program = judgement.program();
    Scope around = judgement.candidate().frame();
    if (frame == around) {
      return parts.stream().anyMatch(p -> p.start() <= located.start() && located.end() <= p.end());
    }
    CallGraph calls = new CallGraph(program, new CostModel(program));
    return parts.stream().anyMatch(p -> calls.reaches(around, p, frame));
  }

  private static void checkAttributes(Program program, String exception) {
    Picklability picklability = new Picklability(program);
    boolean crosses =
        program.attributeTypes(Type.ofClass(exception)).stream().allMatch(picklability::holds);
    if (!crosses) {
      throw new WorkerBuilder.Unsupported(
          "the exception `"
              + exception
              + "` holds something that cannot come back from a worker process");
    }
  }

  /** Values of the function around the loop that the workers need. */
  static void checkCaptured(Judgement judgement) {
    Program program = judgement.program();
    Scope around = judgement.candidate().scope();
    Picklability picklability = new Picklability(program);
    for (String name : judgement.model().dataFlow().captures()) {
      Optional<Scope> owner = around.owner(name).filter(o -> o.kind() != Scope.Kind.MODULE);
      boolean crosses =
          owner
              .map(o -> program.frame(program.frameOf(o)))
              .map(
                  f ->
                      isCode(f, owner.get(), name)
                          || picklability.holds(f, f.variable(owner.get(), name)))
              .orElse(true);
      if (!crosses && !program.assumptions().holds("picklable", name)) {
        throw new WorkerBuilder.Unsupported(
            "the workers need `" + name + "`, which cannot be sent to another process");
      }
    }
  }

  /** A StopIteration out of the iterator over results would be another exception. */
  static void checkStream(Judgement judgement) {
    Program program = judgement.program();
    for (Located located :
        program.facts(judgement.candidate().frame(), judgement.candidate().span())) {
      if (located.fact() instanceof Fact.Raises raises
          && raises.exception().endsWith("StopIteration")) {
        throw new WorkerBuilder.Unsupported(
            "line "
                + program.line(located.origin())
                + " raises StopIteration, which would end the stream of results");
      }
    }
  }

  /** The cause of an exception that comes back from a worker is the text of a traceback. */
  private static void checkCauses(Program program) {
    for (Expression.Attribute asked : program.questions().traces()) {
      throw new WorkerBuilder.Unsupported(
          "line "
              + program.line(asked)
              + " asks an exception for its "
              + asked.attribute()
              + ", which does not come back from a worker process");
    }
  }

  private static void checkState(Program program, Located located) {
    if (located.fact() instanceof Fact.Does d
        && d.effect() == Effect.WRITES_PROCESS_STATE
        && !isCache(program, d.callee())
        && IRRELEVANT.stream().noneMatch(d.callee()::startsWith)) {
      throw new WorkerBuilder.Unsupported(
          "`"
              + d.callee()
              + "` at line "
              + program.line(located.origin())
              + " changes state of this process that worker processes would not have; if it sets up"
              + " the program, do it at the top level, where workers do it too");
    }
  }

  /** Workers that asked a cache of the program's own would have been refused for it. */
  private static boolean isCache(Program program, String callee) {
    return program.functionFrames().stream()
        .anyMatch(f -> f.qualifiedName().equals(callee) && Program.isMemoized(f));
  }

  /** Module variables whose value the initializer of the workers hands over. */
  static void checkHanded(Program program, Set<String> variables) {
    Scope module = program.scopes().module();
    for (String name : variables) {
      String type = program.frame(module).variable(module, name).type().name();
      boolean crosses =
          !LOCAL_TYPES.contains(type)
              && program.library().type(type).map(LibraryType::picklable).orElse(true);
      if (!crosses) {
        throw new WorkerBuilder.Unsupported(
            "the workers need the value that only the main program gives to `"
                + name
                + "`, and a `"
                + type
                + "` cannot be sent to them");
      }
    }
  }
}

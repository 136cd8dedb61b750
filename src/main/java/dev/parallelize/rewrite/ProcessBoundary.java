package dev.parallelize.rewrite;

import dev.parallelize.library.Effect;
import dev.parallelize.library.LibraryType;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.syntax.Arguments;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Statement;
import dev.parallelize.syntax.Walk;
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

  /** Types whose values are found by name or not at all. */
  private static final Set<String> LOCAL_TYPES = Set.of("type", "generator", "iterator", "file");

  /** What an exception loses on its way between processes. */
  private static final Set<String> LOST = Set.of("__cause__", "__context__", "__traceback__");

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
    for (Located located :
        program.facts(judgement.candidate().frame(), judgement.candidate().span())) {
      if (located.fact() instanceof Fact.Raises raises) {
        checkCauses(program);
        program
            .programClass(raises.exception())
            .filter(type -> losesArguments(program, type))
            .ifPresent(
                type -> {
                  throw new WorkerBuilder.Unsupported(
                      "the exception `"
                          + raises.exception()
                          + "` cannot come back from a worker process: its constructor takes other arguments than it keeps; give it a __reduce__ method");
                });
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
    Walk.each(
        program.tree().module(),
        n -> {
          if (n instanceof Expression.Attribute a && LOST.contains(a.attribute())) {
            throw new WorkerBuilder.Unsupported(
                "line "
                    + program.line(a)
                    + " asks an exception for its "
                    + a.attribute()
                    + ", which does not come back from a worker process");
          }
        });
  }

  private static void checkState(Program program, Located located) {
    if (located.fact() instanceof Fact.Does d
        && d.effect() == Effect.WRITES_PROCESS_STATE
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

  /**
   * Unpickling an exception calls its class with {@code args}: what reached {@code
   * BaseException.__init__}, or else all that the constructor was given.
   */
  private static boolean losesArguments(Program program, Scope type) {
    if (program.method(type, "__reduce__").isPresent()
        || program.method(type, "__reduce_ex__").isPresent()) {
      return false;
    }
    Optional<Scope> constructor = program.method(type, "__init__");
    if (constructor.isEmpty()
        || !(constructor.get().node() instanceof Statement.FunctionDef definition)) {
      return false;
    }
    Arguments arguments = definition.arguments();
    int positional = arguments.positionalOnly().size() + arguments.positional().size() - 1;
    int required = positional - arguments.defaults().size();
    boolean keywords = arguments.keywordDefaults().stream().anyMatch(Optional::isEmpty);
    boolean open = arguments.variadic().isPresent();
    boolean[] loses = {keywords};
    Walk.each(
        definition,
        n -> {
          if (n instanceof Expression.Call call
              && call.function() instanceof Expression.Attribute a
              && a.attribute().equals("__init__")) {
            boolean bound = a.value() instanceof Expression.Call;
            int handed = call.arguments().size() - (bound ? 0 : 1);
            boolean fits = handed >= required && (handed <= positional || open);
            boolean same = fits && passesOn(definition, call, bound ? 0 : 1);
            loses[0] |= !same;
          }
        });
    return loses[0];
  }

  /** The constructor hands on just what it was given, in the same order. */
  private static boolean passesOn(
      Statement.FunctionDef definition, Expression.Call call, int from) {
    List<String> parameters =
        definition.arguments().all().stream().skip(1).map(a -> a.name()).toList();
    List<Expression> handed = call.arguments().subList(from, call.arguments().size());
    for (int i = 0; i < handed.size(); i++) {
      Expression plain = handed.get(i) instanceof Expression.Starred s ? s.value() : handed.get(i);
      boolean own =
          plain instanceof Expression.Name name
              && i < parameters.size()
              && name.id().equals(parameters.get(i));
      if (!own) {
        return false;
      }
    }
    return true;
  }
}

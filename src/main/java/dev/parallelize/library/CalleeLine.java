package dev.parallelize.library;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads one line of a data file: {@code name(parameters): result; words}. A parameter may be followed
 * by {@code each} (iterated over), {@code call} (called), {@code change} (changed), {@code path} (a path, or
 * an open file that is read on) and {@code switch}
 * (when it is on, the call changes its receiver, or its first argument when it has none). A line's words come after those of
 * its group, so they win.
 */
final class CalleeLine {
  private static final Set<String> CONTAINERS =
      Set.of(
          "list",
          "set",
          "frozenset",
          "tuple",
          "iterator",
          "generator",
          "collections.deque",
          "collections.Counter",
          "collections.defaultdict",
          "collections.OrderedDict");
  private static final Map<Effect, Blocking> WAITS =
      Map.of(
          Effect.INPUT, Blocking.INPUT,
          Effect.READS_FILES, Blocking.DISK,
          Effect.WRITES_FILES, Blocking.DISK,
          Effect.READS_NETWORK, Blocking.NETWORK,
          Effect.WRITES_NETWORK, Blocking.NETWORK,
          Effect.READS_DATABASE, Blocking.DATABASE,
          Effect.WRITES_DATABASE, Blocking.DATABASE,
          Effect.STARTS_PROCESS, Blocking.SUBPROCESS,
          Effect.SLEEPS, Blocking.SLEEP);

  private final DataFile.Line line;
  private final Predicate<String> immutable;
  private final Set<Effect> effects = EnumSet.noneOf(Effect.class);
  private final Set<Integer> mutates = new HashSet<>();
  private final Set<Integer> invokes = new HashSet<>();
  private final Set<Integer> iterates = new HashSet<>();
  private final Set<Integer> files = new HashSet<>();
  private final Map<String, Integer> parameters = new LinkedHashMap<>();
  private final Set<String> promises = new HashSet<>();
  private final Optional<CallShape> shape;
  private boolean switchedOn;
  private Blocking blocking = Blocking.NONE;
  private Cost cost = Cost.CONSTANT;
  private boolean releasesGil;
  private Optional<Aliasing> aliasing = Optional.empty();
  private Optional<String> twin = Optional.empty();

  private CalleeLine(DataFile.Line line, Predicate<String> immutable, Optional<CallShape> shape) {
    this.line = line;
    this.immutable = immutable;
    this.shape = shape;
  }

  static Callee parse(DataFile.Line line, Predicate<String> immutable, Optional<CallShape> shape) {
    return new CalleeLine(line, immutable, shape).read();
  }

  private Callee read() {
    String text = line.text();
    int open = text.indexOf('(');
    int close = text.indexOf(')');
    if (open < 0 || close < open) {
      throw wrong("has no parameter list");
    }
    readParameters(text.substring(open + 1, close));
    String rest = text.substring(close + 1);
    int words = rest.indexOf(';');
    String result = readResult((words < 0 ? rest : rest.substring(0, words)).strip());
    Knowledge.wordsOf(line.group()).forEach(this::readWord);
    Knowledge.wordsOf(words < 0 ? "" : rest.substring(words + 1)).forEach(this::readWord);
    checkPromises();
    if (switchedOn) {
      mutates.add(line.kind() == DataFile.Kind.METHOD ? Callee.RECEIVER : 0);
    }
    return new Callee(
        plainName(),
        effects,
        mutates,
        invokes,
        iterates,
        files,
        blocking,
        cost,
        releasesGil,
        aliasing.orElseGet(() -> usualAliasing(result)),
        result,
        twin,
        parameters);
  }

  /** Without the mark of a variant. */
  private String plainName() {
    int mark = line.name().indexOf('#');
    return mark < 0 ? line.name() : line.name().substring(0, mark);
  }

  private void readParameters(String text) {
    int position = 0;
    boolean byNameOnly = false;
    for (String parameter : Knowledge.wordsOf(text)) {
      List<String> words = List.of(parameter.split("\\s+"));
      String name = words.get(0);
      if (name.equals("*")) {
        byNameOnly = true;
        position = Callee.BY_NAME_ONLY;
      } else if (name.startsWith("**")) {
        parameters.put("**", Math.max(position, Callee.BY_NAME_ONLY));
        mark(words, Math.max(position, Callee.BY_NAME_ONLY));
      } else if (name.startsWith("*")) {
        parameters.put(name.substring(1), position);
        for (int i = position; i <= Callee.LAST_POSITION; i++) {
          mark(words, i);
        }
        byNameOnly = true;
        position = Callee.BY_NAME_ONLY;
      } else {
        parameters.put(name, position);
        mark(words, position);
        position++;
      }
    }
    if (byNameOnly && position > Callee.BY_NAME_ONLY + Callee.LAST_POSITION) {
      throw wrong("has too many parameters");
    }
  }

  private void mark(List<String> words, int position) {
    String name = words.get(0);
    for (String word : words.subList(1, words.size())) {
      switch (word) {
        case "each" -> iterates.add(position);
        case "call" -> invokes.add(position);
        case "change" -> mutates.add(position);
        case "path" -> {
          mutates.add(position);
          files.add(position);
        }
        case "switch" -> switchedOn = shape.map(s -> !s.isOff(name, position)).orElse(true);
        default -> throw wrong("says '" + word + "' of a parameter");
      }
    }
  }

  private String readResult(String text) {
    boolean given = text.startsWith(":");
    if (!given && line.kind() != DataFile.Kind.CONSTRUCTOR) {
      throw wrong("names no result");
    }
    String result = given ? text.substring(1).strip() : "self";
    String name = result.equals("self") ? line.owner() : result;
    if (CONTAINERS.contains(name)) {
      return name + "[object]";
    }
    return name.equals("dict") ? "dict[object, object]" : name;
  }

  private void readWord(String word) {
    switch (word) {
      case "pure", "changes-argument" -> promises.add(word);
      case "changes-receiver" -> mutates.add(Callee.RECEIVER);
      case "calls-receiver" -> invokes.add(Callee.RECEIVER);
      case "constant", "linear", "heavy", "blocking" -> cost = Cost.valueOf(constant(word));
      case "immutable", "fresh", "elements", "chosen", "receiver", "argument", "shared" ->
          aliasing = Optional.of(Aliasing.valueOf(constant(word)));
      case "releases-gil" -> releasesGil = true;
      case "at-once" -> waitFor(Blocking.NONE);
      default -> {
        if (word.startsWith("waits-")) {
          waitFor(Blocking.valueOf(constant(word.substring("waits-".length()))));
        } else if (word.startsWith("twin=")) {
          twin = Optional.of(word.substring("twin=".length()));
        } else {
          readEffect(word);
        }
      }
    }
  }

  private void readEffect(String word) {
    Effect effect = effect(word).orElseThrow(() -> wrong("has the unknown word '" + word + "'"));
    effects.add(effect);
    if (WAITS.containsKey(effect)) {
      waitFor(WAITS.get(effect));
    }
  }

  private static Optional<Effect> effect(String word) {
    return EnumSet.allOf(Effect.class).stream()
        .filter(e -> e.name().equals(constant(word)))
        .findFirst();
  }

  private void waitFor(Blocking kind) {
    blocking = kind;
    releasesGil = kind != Blocking.NONE;
    cost = kind == Blocking.NONE ? Cost.CONSTANT : Cost.BLOCKING;
  }

  private void checkPromises() {
    if (promises.contains("pure")
        && !(Set.of(Effect.UNPICKLABLE_RESULT).containsAll(effects) && mutates.isEmpty())) {
      throw wrong("is called pure but has effects or changes something");
    }
    if (promises.contains("changes-argument") && mutates.isEmpty()) {
      throw wrong("is said to change an argument but marks none");
    }
  }

  /** The least favourable answer that is still usual for such a result. */
  private Aliasing usualAliasing(String result) {
    if (isImmutable(result)) {
      return Aliasing.IMMUTABLE;
    }
    if (line.kind() == DataFile.Kind.CONSTRUCTOR) {
      return parameters.isEmpty() ? Aliasing.FRESH : Aliasing.ELEMENTS;
    }
    if (result.equals("object")) {
      return Aliasing.ARGUMENT;
    }
    boolean mayHoldArguments =
        result.contains("object")
            || result.startsWith("iterator")
            || result.startsWith("generator");
    return mayHoldArguments ? Aliasing.ELEMENTS : Aliasing.FRESH;
  }

  private boolean isImmutable(String type) {
    int open = type.indexOf('[');
    String head = open < 0 ? type : type.substring(0, open);
    if (open < 0 || !(head.equals("tuple") || head.equals("frozenset"))) {
      return immutable.test(head);
    }
    String elements = type.substring(open + 1, type.lastIndexOf(']'));
    return !elements.contains("[") && Knowledge.wordsOf(elements).stream().allMatch(immutable);
  }

  private static String constant(String word) {
    return word.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException(
        "library data: " + line.name() + " (" + line.text() + ") " + what);
  }
}

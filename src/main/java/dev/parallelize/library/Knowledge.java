package dev.parallelize.library;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The knowledge in the data files beside this class. A package's file is read when something of that
 * package is first asked for; an entry becomes a record when it is first asked for.
 */
public final class Knowledge implements Library {
  private static final Knowledge STANDARD = new Knowledge();
  private static final String BUILTINS = "builtins";

  private final Set<String> packageNames = DataFile.packageNames();
  private final Set<String> commonMethods = DataFile.commonMethods();
  private final Map<String, Double> microsPerElement = DataFile.microsPerElement();
  private final Set<String> unfailing = DataFile.unfailing();
  private final Map<String, DataFile> files = new ConcurrentHashMap<>();
  private final Map<String, Optional<Callee>> functions = new ConcurrentHashMap<>();
  private final Map<String, Optional<LibraryType>> types = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> typesByMethod = new ConcurrentHashMap<>();

  private Knowledge() {}

  public static Library standard() {
    return STANDARD;
  }

  @Override
  public Optional<Callee> function(String qualifiedName) {
    Optional<Callee> known = functions.get(qualifiedName);
    if (known == null) {
      // No computeIfAbsent: a lookup may need another one, which that forbids.
      known = findFunction(qualifiedName);
      if (known.isPresent()) {
        functions.put(qualifiedName, known);
      }
    }
    return known;
  }

  private Optional<Callee> findFunction(String name) {
    Optional<DataFile> file = fileOf(name);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String alias = file.get().aliases().get(name);
    if (alias != null) {
      return function(alias);
    }
    // An alias of a builtin type names it as types are named.
    DataFile.Line line =
        file.get().functions().get(name.contains(".") ? name : BUILTINS + "." + name);
    return line == null ? unboundMethod(name) : Optional.of(read(line));
  }

  @Override
  public Optional<Callee> function(String qualifiedName, CallShape shape) {
    Optional<DataFile> file = fileOf(qualifiedName);
    String alias = file.map(f -> f.aliases().get(qualifiedName)).orElse(null);
    if (alias != null) {
      return function(alias, shape);
    }
    DataFile.Line plain = file.map(f -> f.functions().get(qualifiedName)).orElse(null);
    return plain == null
        ? function(qualifiedName)
        : Optional.of(
            read(
                Variants.choose(file.get().functions(), qualifiedName, plain, shape),
                Optional.of(shape)));
  }

  /** {@code str.upper} as a function: the receiver is its first argument. */
  private Optional<Callee> unboundMethod(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : method(name.substring(0, dot), name.substring(dot + 1)).map(m -> Unbound.of(name, m));
  }

  @Override
  public Optional<LibraryType> type(String name) {
    Optional<LibraryType> known = types.get(name);
    if (known == null) {
      known = findType(name);
      if (known.isPresent()) {
        types.put(name, known);
      }
    }
    return known;
  }

  private Optional<LibraryType> findType(String name) {
    return typeEntry(name).map(entry -> build(entry));
  }

  private LibraryType build(DataFile.TypeEntry entry) {
    Optional<LibraryType> parent =
        entry.parent().isEmpty() ? Optional.empty() : type(entry.parent());
    Map<String, Callee> methods = new HashMap<>();
    Map<String, String> attributes = new HashMap<>();
    parent.ifPresent(
        p -> {
          methods.putAll(p.methods());
          attributes.putAll(p.attributes());
        });
    entry.methods().forEach((name, line) -> methods.put(name, read(line)));
    attributes.putAll(entry.attributes());
    TypeTraits traits = TypeTraits.parse(entry.traits(), entry.name());
    return new LibraryType(
        entry.name(),
        traits.immutable(),
        traits.picklable(),
        traits.reiterable(),
        traits.copiesItems(),
        traits.reopenable(),
        traits.threadSafety(),
        entry.element().isEmpty()
            ? parent.map(LibraryType::element).orElse("object")
            : entry.element(),
        methods,
        attributes);
  }

  @Override
  public Optional<Callee> method(String type, String method) {
    return type(type).map(t -> t.methods().get(method));
  }

  @Override
  public Optional<Callee> method(String type, String method, CallShape shape) {
    return methodLines(type)
        .filter(lines -> lines.containsKey(method))
        .map(lines -> Variants.choose(lines, method, lines.get(method), shape))
        .map(line -> read(line, Optional.of(shape)));
  }

  /** The lines of the methods of a type, inherited ones included. */
  private Optional<Map<String, DataFile.Line>> methodLines(String type) {
    return typeEntry(type)
        .map(
            entry -> {
              Map<String, DataFile.Line> lines = new HashMap<>();
              methodLines(entry.parent()).ifPresent(lines::putAll);
              lines.putAll(entry.methods());
              return lines;
            });
  }

  @Override
  public Set<String> typesWithMethod(String method) {
    return typesByMethod.computeIfAbsent(method, this::findTypesWithMethod);
  }

  private Set<String> findTypesWithMethod(String method) {
    Set<String> found = new TreeSet<>();
    for (String packageName : packageNames) {
      for (DataFile.TypeEntry entry : file(packageName).types().values()) {
        if (hasMethod(entry, method)) {
          found.add(entry.name());
        }
      }
    }
    return Collections.unmodifiableSet(found);
  }

  private boolean hasMethod(DataFile.TypeEntry entry, String method) {
    return entry.methods().containsKey(method)
        || typeEntry(entry.parent()).filter(parent -> hasMethod(parent, method)).isPresent();
  }

  @Override
  public boolean isCommonMethod(String method) {
    return commonMethods.contains(method);
  }

  @Override
  public OptionalDouble microsPerElement(String qualifiedName) {
    Double micros = microsPerElement.get(qualifiedName);
    return micros == null ? OptionalDouble.empty() : OptionalDouble.of(micros);
  }

  @Override
  public boolean neverFails(String qualifiedName) {
    return unfailing.contains(qualifiedName);
  }

  @Override
  public Optional<String> constant(String qualifiedName) {
    return fileOf(qualifiedName).map(file -> file.constants().get(qualifiedName));
  }

  @Override
  public boolean knowsModule(String module) {
    return fileOf(module).filter(file -> file.modules().contains(module)).isPresent();
  }

  @Override
  public Optional<String> distribution(String module) {
    return fileOf(module).map(DataFile::distribution).filter(name -> !name.isEmpty());
  }

  /** The names of the packages that a data file stands for. */
  Set<String> packageNames() {
    return packageNames;
  }

  /** A package's data as read, for tests that hold it against real Python. */
  DataFile file(String packageName) {
    return files.computeIfAbsent(packageName, DataFile::read);
  }

  private Optional<DataFile> fileOf(String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    String packageName = dot < 0 ? qualifiedName : qualifiedName.substring(0, dot);
    if (packageNames.contains(packageName)) {
      return Optional.of(file(packageName));
    }
    DataFile builtins = file(BUILTINS);
    return builtins.types().containsKey(packageName) ? Optional.of(builtins) : Optional.empty();
  }

  private Optional<DataFile.TypeEntry> typeEntry(String name) {
    int parameters = name.indexOf('[');
    String head = parameters < 0 ? name : name.substring(0, parameters);
    String bare = head.startsWith("builtins.") ? head.substring("builtins.".length()) : head;
    // A package may be named as a builtin type is; the builtin is asked for more often.
    DataFile.TypeEntry builtin = file(BUILTINS).types().get(bare);
    if (builtin != null) {
      return Optional.of(builtin);
    }
    Optional<DataFile> file = fileOf(bare);
    if (file.isPresent() && file.get().aliases().containsKey(bare)) {
      return typeEntry(file.get().aliases().get(bare));
    }
    return file.map(f -> f.types().get(bare));
  }

  private Callee read(DataFile.Line line) {
    return read(line, Optional.empty());
  }

  private Callee read(DataFile.Line line, Optional<CallShape> shape) {
    return CalleeLine.parse(line, this::isImmutable, shape);
  }

  private boolean isImmutable(String type) {
    return typeEntry(type)
        .map(entry -> TypeTraits.parse(entry.traits(), entry.name()).immutable())
        .orElse(false);
  }

  static List<String> wordsOf(String traits) {
    return traits.isBlank() ? List.of() : List.of(traits.strip().split("\\s*,\\s*"));
  }
}

package dev.parallelize.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One package's data, its lines not yet read. Names are qualified, those of builtin types bare.
 *
 * @param distribution the name to install it by, empty for the standard library
 * @param modules the modules it says something of
 * @param aliases second names, as {@code urllib3.request.x} for {@code urllib3.x}
 */
record DataFile(
    String distribution,
    Set<String> modules,
    Map<String, Line> functions,
    Map<String, TypeEntry> types,
    Map<String, String> constants,
    Map<String, String> aliases) {

  /**
   * One function, constructor or method as its file spells it.
   *
   * @param name qualified
   * @param owner the type that {@code self} as a result stands for, empty for a function
   * @param group the words that it shares with the other lines of its group
   * @param text {@code name(parameters): result; further words}
   * @param kind decides what the result shares with the arguments when no word says it
   */
  record Line(String name, String owner, String group, String text, Kind kind) {}

  /** What a line describes. */
  enum Kind {
    FUNCTION,
    METHOD,
    CONSTRUCTOR
  }

  /**
   * One type as its file spells it.
   *
   * @param realClass the name that real Python has the class under
   */
  record TypeEntry(
      String name,
      String realClass,
      String traits,
      String parent,
      String element,
      Map<String, Line> methods,
      Map<String, String> attributes) {}

  private static final String INDEX = "index";
  private static final String COMMON = "common";
  private static final String COSTS = "costs";
  private static final String UNFAILING = "unfailing";

  static Set<String> packageNames() {
    Set<String> names = new LinkedHashSet<>();
    json(INDEX).values().forEach(group -> names.addAll(strings(group)));
    return names;
  }

  /** Names of methods that classes of all sorts have, see {@link Library#isCommonMethod}. */
  static Set<String> commonMethods() {
    return Set.copyOf(strings(json(COMMON).getOrDefault("methods", List.of())));
  }

  /** See {@link Library#microsPerElement}. */
  static Map<String, Double> microsPerElement() {
    Map<String, Double> micros = new LinkedHashMap<>();
    map(json(COSTS).get("micros-per-element"))
        .forEach((name, text) -> micros.put(name, Double.valueOf((String) text)));
    return Map.copyOf(micros);
  }

  /** See {@link Library#neverFails}. */
  static Set<String> unfailing() {
    return Set.copyOf(strings(json(UNFAILING).get("names")));
  }

  static DataFile read(String packageName) {
    Map<String, Object> root = json(packageName);
    Map<String, Line> functions = new LinkedHashMap<>();
    Map<String, TypeEntry> types = new LinkedHashMap<>();
    Map<String, String> constants = new LinkedHashMap<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    Map<String, Object> modules = map(root.get("modules"));
    modules.forEach(
        (module, value) -> {
          Map<String, Object> content = map(value);
          String prefix = module + ".";
          functions.putAll(lines(prefix, "", content.get("functions"), Kind.FUNCTION));
          map(content.get("constants")).forEach((k, v) -> constants.put(prefix + k, (String) v));
          map(content.get("aliases")).forEach((k, v) -> aliases.put(prefix + k, (String) v));
          String typePrefix = module.equals("builtins") ? "" : prefix;
          map(content.get("types"))
              .forEach(
                  (name, type) -> {
                    TypeEntry entry = type(prefix + name, typePrefix + name, map(type), functions);
                    types.put(entry.name(), entry);
                  });
        });
    String distribution = string(root.get("distribution"));
    return new DataFile(
        distribution, Set.copyOf(modules.keySet()), functions, types, constants, aliases);
  }

  /** Reads a type; its constructor and static methods go to the functions. */
  private static TypeEntry type(
      String qualified, String name, Map<String, Object> content, Map<String, Line> functions) {
    if (content.containsKey("constructor")) {
      String text = string(content.get("constructor"));
      functions.put(qualified, new Line(qualified, name, "", text, Kind.CONSTRUCTOR));
    }
    Map<String, Line> statics = lines(name + ".", name, content.get("static"), Kind.FUNCTION);
    functions.putAll(statics);
    Map<String, Line> methods = new LinkedHashMap<>();
    // A static method can be called on an instance too.
    statics.forEach((key, line) -> methods.put(key.substring(key.lastIndexOf('.') + 1), line));
    lines(name + ".", name, content.get("methods"), Kind.METHOD)
        .forEach((key, line) -> methods.put(key.substring(key.lastIndexOf('.') + 1), line));
    Map<String, String> attributes = new LinkedHashMap<>();
    map(content.get("attributes")).forEach((k, v) -> attributes.put(k, (String) v));
    String realClass = string(content.get("class"));
    return new TypeEntry(
        name,
        realClass.isEmpty() ? qualified : realClass,
        string(content.get("is")),
        string(content.get("extends")),
        string(content.get("element")),
        methods,
        attributes);
  }

  private static Map<String, Line> lines(
      String prefix, String owner, @Nullable Object groups, Kind kind) {
    Map<String, Line> lines = new LinkedHashMap<>();
    map(groups)
        .forEach(
            (group, texts) -> {
              for (String text : strings(texts)) {
                String name = prefix + text.substring(0, text.indexOf('('));
                if (lines.put(name, new Line(name, owner, group, text, kind)) != null) {
                  throw new IllegalStateException(name + " stands twice in the library data");
                }
              }
            });
    return lines;
  }

  /**
   * The name of a package's file: the package's, without underscores in front. Installers of skills leave out files whose
   * names begin with one.
   */
  static String fileName(String packageName) {
    return packageName.replaceFirst("^_+", "") + ".json";
  }

  private static Map<String, Object> json(String name) {
    try (InputStream stream = DataFile.class.getResourceAsStream(fileName(name))) {
      if (stream == null) {
        throw new IllegalStateException("the library data lacks " + name + ".json");
      }
      try (JsonParser parser = new JsonFactory().createParser(stream)) {
        parser.nextToken();
        return map(value(parser));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the library data in " + name + ".json", e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        if (object.put(key, value(parser)) != null) {
          throw new IllegalStateException("'" + key + "' stands twice in one JSON object");
        }
      }
      return object;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    return parser.getText();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Object value) {
    return (List<String>) value;
  }

  private static String string(@Nullable Object value) {
    return value == null ? "" : (String) value;
  }
}

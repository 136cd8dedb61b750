package dev.parallelize.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallelize.library.Knowledge;
import dev.parallelize.source.PythonSource;
import dev.parallelize.syntax.ParseResult;
import dev.parallelize.syntax.PythonParser;
import dev.parallelize.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statements that are not run again are as if they were; and the same file has the same meaning each time. */
class EvaluationsTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  private static final String RECURSIVE =
      """
      import collections

      class Node:
          seen = []

          def __init__(self, children, hook=print):
              self.children = children
              self.hook = hook

          def walk(self, visit, depth=0):
              self.hook(depth)
              for child in self.children:
                  child.walk(visit, depth + 1)
              return visit(self)

          def __eq__(self, other):
              Node.seen.append(other)
              return self.children == other.children

      def twice(function):
          return lambda node: function(function(node))

      def ping(n, found):
          found.append(n)
          return pong(n - 1, found) if n else found

      def pong(n, found):
          counts[n] += 1
          return ping(n - 1, found) if n else found

      counts = collections.Counter()
      tree = Node([Node([]), Node([])], hook=twice(len))
      print(tree.walk(twice(str)), ping(3, []), tree == Node([]))
      """;

  @Test
  void remembered_statements_are_as_if_run_again() throws IOException {
    for (String source : sources()) {
      assertEquals(meaning(source, false), meaning(source, true), source);
    }
  }

  @Test
  void the_same_text_has_the_same_meaning_each_time() throws IOException, InterruptedException {
    List<String> sources = new ArrayList<>(sources().subList(0, 60));
    sources.add(Files.readString(file("asyncio.base_events")));
    for (String source : sources) {
      List<String> first = inOrder(source);
      for (int i = 0; i < 3; i++) {
        assertEquals(first, inOrder(source), source);
      }
    }
  }

  /** A module of the standard library, whose functions call each other in circles. */
  private static Path file(String module) throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder("python3", "-c", "import " + module + " as m; print(m.__file__)")
            .start();
    String answer = new String(python.getInputStream().readAllBytes()).strip();
    assertEquals(0, python.waitFor());
    return Path.of(answer);
  }

  /** Facts of all functions in the order in which they are told. */
  private static List<String> inOrder(String text) {
    Program program = program(text, true);
    return program.frames.keySet().stream()
        .sorted(Comparator.comparing(s -> s.node().start() + " " + s.qualifiedName()))
        .flatMap(scope -> program.frames.get(scope).facts().stream())
        .map(Object::toString)
        .toList();
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      List<Path> programs = files.filter(f -> f.toString().endsWith(".py")).sorted().toList();
      List<String> sources = new ArrayList<>(List.of(RECURSIVE));
      for (Path program : programs) {
        sources.add(Files.readString(program));
      }
      return sources;
    }
  }

  private static List<String> sorted(Summary summary) {
    Stream<Root> given =
        Stream.concat(summary.result().roots().stream(), summary.resultContents().stream());
    Stream<Root> stored =
        summary.stores().entrySet().stream()
            .flatMap(e -> Stream.concat(e.getKey().stream(), e.getValue().stream()));
    return Stream.concat(given, stored).map(Object::toString).distinct().sorted().toList();
  }

  /** Facts, results and stores of all functions, by name and place. */
  private static Map<String, String> meaning(String text, boolean remembers) {
    Program program = program(text, remembers);
    Map<String, String> all = new TreeMap<>();
    program.frames.forEach(
        (scope, frame) -> {
          Summary summary = program.summary(scope);
          List<String> facts = frame.facts().stream().map(Object::toString).sorted().toList();
          all.put(
              scope.node().start() + " " + scope.qualifiedName(),
              String.join("\n", facts) + summary.result().type() + sorted(summary));
        });
    return all;
  }

  private static Program program(String text, boolean remembers) {
    ParseResult result = PythonParser.parse(PythonSource.of(text), PythonVersion.LATEST);
    ParseResult.Parsed parsed = (ParseResult.Parsed) result;
    return Analysis.analyze(
        parsed.tree(), Knowledge.standard(), new Assumptions(List.of()), remembers);
  }
}

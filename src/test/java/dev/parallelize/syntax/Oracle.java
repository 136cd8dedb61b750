package dev.parallelize.syntax;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A running CPython that says how it reads files and texts. */
final class Oracle implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter requests;

  Oracle(Path python) {
    try {
      process =
          new ProcessBuilder(python.toString(), script("ast_dump.py").toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers = process.inputReader(StandardCharsets.UTF_8);
    requests = process.outputWriter(StandardCharsets.UTF_8);
  }

  static Path script(String name) {
    URL url = Objects.requireNonNull(Oracle.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How CPython judges a text. */
  enum Verdict {
    VALID,
    /** Rejected by {@code ast.parse}. */
    PARSE,
    /** Parsed, and rejected by {@code compile}. */
    COMPILE
  }

  /**
   * One answer.
   *
   * @param detail the digest of the tree, or CPython's message
   * @param line where the error is, 1-based; 0 if there is none or CPython does not say
   * @param column 1-based, in code points
   */
  record Judgement(Verdict verdict, String detail, int line, int column) {}

  Judgement judge(String text) {
    String[] answer = ask("judge " + json(text)).split(" ", 4);
    if (answer[0].equals("valid")) {
      return new Judgement(Verdict.VALID, answer[1], 0, 0);
    }
    Verdict verdict = answer[0].equals("parse") ? Verdict.PARSE : Verdict.COMPILE;
    int line = Integer.parseInt(answer[1]);
    return new Judgement(verdict, text(answer[3]), line, Integer.parseInt(answer[2]));
  }

  /** The digest of a file's tree, or a text that starts with "rejected". */
  String digest(Path file) {
    return ask("dump " + file);
  }

  /** The whole tree of a file. */
  String dump(Path file) {
    return text(ask("show " + file));
  }

  /** Texts that modules of CPython's own tests compile; none where they are not installed. */
  static List<String> snippets(Path python, List<String> modules) {
    List<String> command = new java.util.ArrayList<>();
    command.add(python.toString());
    command.add(script("collect_snippets.py").toString());
    command.addAll(modules);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        return reader.lines().map(Oracle::text).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ask(String request) {
    try {
      requests.write(request);
      requests.newLine();
      requests.flush();
      return Objects.requireNonNull(answers.readLine(), "the oracle died of: " + request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(String text) {
    try {
      StringBuilder ascii = new StringBuilder();
      for (char c : JSON.writeValueAsString(text).toCharArray()) {
        ascii.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
      }
      return ascii.toString();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String json) {
    try {
      return JSON.readValue(json, String.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}

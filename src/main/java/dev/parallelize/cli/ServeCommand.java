package dev.parallelize.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: MCP over HTTP until the process is ended. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve MCP over Streamable HTTP at http://127.0.0.1:8765/mcp.")
final class ServeCommand implements Callable<Integer> {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  @Spec CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Default: 8765.")
  int port = 8765;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on. Default: 127.0.0.1; another one needs a token.")
  String host = "127.0.0.1";

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "A folder whose files may be named; may be repeated. Default: none.")
  List<Path> roots = new ArrayList<>();

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = "A web origin that may call, as http://localhost:3000; may be repeated.")
  List<String> origins = new ArrayList<>();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "File with the token that callers must send (Authorization: Bearer …). Default: the"
              + " environment variable PARALLELIZE_TOKEN.")
  Optional<Path> tokenFile = Optional.empty();

  @Override
  public Integer call() {
    Optional<String> token = token();
    if (token.isEmpty() && !LOOPBACK.contains(host)) {
      throw new ParameterException(
          spec.commandLine(),
          "listening on "
              + host
              + " lets others in: give --token-file, or set PARALLELIZE_TOKEN, or leave --host out");
    }
    System.setProperty("quarkus.http.host", host);
    System.setProperty("quarkus.http.port", Integer.toString(port));
    token.ifPresent(t -> System.setProperty("parallelize.token", t));
    configure("parallelize.roots", roots.stream().map(r -> r.toAbsolutePath().toString()).toList());
    configure("parallelize.origins", origins);
    Quarkus.run();
    return ExitCode.DONE;
  }

  private Optional<String> token() {
    if (tokenFile.isEmpty()) {
      return Optional.ofNullable(System.getenv("PARALLELIZE_TOKEN")).filter(t -> !t.isBlank());
    }
    try {
      String token = Files.readString(tokenFile.get()).strip();
      if (token.isEmpty()) {
        throw new ParameterException(spec.commandLine(), "the token file is empty");
      }
      return Optional.of(token);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "the token file '" + tokenFile.get() + "' cannot be read");
    }
  }

  /** Sets a list; commas in its values are escaped, since they separate the values. */
  private static void configure(String name, List<String> values) {
    if (!values.isEmpty()) {
      String joined =
          values.stream()
              .map(v -> v.replace("\\", "\\\\").replace(",", "\\,"))
              .collect(Collectors.joining(","));
      System.setProperty(name, joined);
    }
  }
}

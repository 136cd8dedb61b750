package dev.parallelize.strategy;

import java.util.Optional;
import java.util.Set;

/**
 * A blocking client of a library with an asynchronous one beside it that takes the same arguments, gives
 * the same results and raises the same exceptions.
 */
public enum TwinClient {
  HTTPX(
      "httpx",
      "Client",
      "AsyncClient",
      Set.of("httpx.Client"),
      Set.of(
          "base_url",
          "timeout",
          "headers",
          "params",
          "auth",
          "verify",
          "follow_redirects",
          "http2",
          "limits",
          "trust_env",
          "max_redirects",
          "default_encoding"),
      Set.of("httpx.get", "httpx.head", "httpx.options")),
  REDIS(
      "redis",
      "Redis",
      "asyncio.Redis",
      Set.of("redis.Redis", "redis.StrictRedis"),
      Set.of(
          "host",
          "port",
          "db",
          "username",
          "password",
          "decode_responses",
          "socket_timeout",
          "socket_connect_timeout",
          "encoding",
          "encoding_errors",
          "ssl",
          "unix_socket_path",
          "client_name",
          "protocol"),
      Set.of());

  private final String module;
  private final String type;
  private final String twin;
  private final Set<String> constructors;
  private final Set<String> settings;
  private final Set<String> functions;

  TwinClient(
      String module,
      String type,
      String twin,
      Set<String> constructors,
      Set<String> settings,
      Set<String> functions) {
    this.module = module;
    this.type = type;
    this.twin = twin;
    this.constructors = constructors;
    this.settings = settings;
    this.functions = functions;
  }

  /** The module that both come from. */
  public String module() {
    return module;
  }

  /** The type of the blocking client, as the library knowledge calls it. */
  String type() {
    return module + "." + type;
  }

  /** The blocking client, inside the module. */
  public String blocking() {
    return type;
  }

  /** The asynchronous client, inside the module. */
  public String twin() {
    return twin;
  }

  boolean makes(String callee) {
    return constructors.contains(callee);
  }

  /** Whether the asynchronous client understands the setting as the blocking one does. */
  boolean takes(Optional<String> setting) {
    return setting.filter(settings::contains).isPresent();
  }

  /** A function of the module that sends one request on a client of its own. */
  boolean sends(String callee) {
    return functions.contains(callee);
  }
}

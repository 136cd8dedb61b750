package dev.parallelize.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An exception class of requests and what aiohttp raises in its place. Classes that have no exact twin
 * are absent: a handler for them cannot be translated.
 */
public enum ExceptionTwin {
  REQUEST_EXCEPTION("RequestException", "aiohttp.ClientError", "asyncio.TimeoutError"),
  HTTP_ERROR("HTTPError", "aiohttp.ClientResponseError"),
  TIMEOUT("Timeout", "asyncio.TimeoutError"),
  CONNECT_TIMEOUT("ConnectTimeout", "aiohttp.ConnectionTimeoutError"),
  READ_TIMEOUT("ReadTimeout", "aiohttp.SocketTimeoutError"),
  CONNECTION_ERROR("ConnectionError", "aiohttp.ClientConnectionError"),
  TOO_MANY_REDIRECTS("TooManyRedirects", "aiohttp.TooManyRedirects"),
  JSON_DECODE_ERROR("JSONDecodeError", "json.JSONDecodeError");

  private final String name;
  private final List<String> twins;

  ExceptionTwin(String name, String... twins) {
    this.name = name;
    this.twins = List.of(twins);
  }

  /** By a qualified name such as {@code requests.exceptions.Timeout}. */
  public static Optional<ExceptionTwin> of(String qualifiedName) {
    if (!qualifiedName.startsWith("requests.")) {
      return Optional.empty();
    }
    String last = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    return Arrays.stream(values()).filter(t -> t.name.equals(last)).findFirst();
  }

  /** Expressions for the classes of aiohttp, asyncio and json to catch instead. */
  public List<String> twins() {
    return twins;
  }
}

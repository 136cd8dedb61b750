package dev.parallelize.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may talk to the server. A page of another site in the user's browser may not: {@code Origin} and {@code Host} are
 * compared whole with the names this server has, so that neither a foreign page nor a name that resolves to 127.0.0.1
 * gets in. With a token, callers must show it.
 *
 * @param origins further origins that are allowed
 * @param token what callers must send as a bearer token; with one, any {@code Host} is taken
 */
record HttpGuard(Set<String> origins, Optional<String> token) {
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

  /** The page, which asks for the token itself, and what tells a load balancer that the server is there. */
  private static final Set<String> OPEN =
      Set.of("/", "/q/health", "/q/health/live", "/q/health/ready");

  private static final String BEARER = "Bearer ";

  /** Why a request is turned away. */
  record Refusal(int status, String message) {}

  HttpGuard {
    origins = Set.copyOf(origins);
  }

  /** Whether the names that the request gives, its host's and its page's, are this server's. */
  Optional<Refusal> checkNames(HttpServerRequest request) {
    int port = request.localAddress().port();
    List<String> hosts = hosts(request);
    if (token.isEmpty() && (hosts.size() != 1 || !ownHosts(port).contains(hosts.get(0)))) {
      return Optional.of(new Refusal(403, "Host not allowed"));
    }
    for (String origin : request.headers().getAll("Origin")) {
      if (!ownOrigins(port).contains(origin) && !origins.contains(origin)) {
        return Optional.of(new Refusal(403, "Origin not allowed"));
      }
    }
    return Optional.empty();
  }

  /** Whether the request shows the token, where it has to. */
  Optional<Refusal> checkToken(HttpServerRequest request) {
    return token
        .filter(t -> !OPEN.contains(request.path()) && !shows(request, t))
        .map(t -> new Refusal(401, "Token required"));
  }

  /** In HTTP/2 the authority stands for the header. */
  private static List<String> hosts(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        ? List.of(String.valueOf(request.authority()))
        : request.headers().getAll("Host");
  }

  private static boolean shows(HttpServerRequest request, String token) {
    String given = request.headers().get("Authorization");
    return given != null
        && given.startsWith(BEARER)
        && MessageDigest.isEqual(
            given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> ownHosts(int port) {
    Set<String> hosts = new HashSet<>();
    LOOPBACK.forEach(name -> hosts.add(name + ":" + port));
    return hosts;
  }

  private static Set<String> ownOrigins(int port) {
    Set<String> origins = new HashSet<>();
    ownHosts(port).forEach(host -> origins.add("http://" + host));
    return origins;
  }
}

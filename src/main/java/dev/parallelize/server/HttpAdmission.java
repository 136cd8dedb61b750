package dev.parallelize.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every request passes before anything answers it, whatever path it names: the guard, the answer to a browser that
 * asks whether a page of a configured origin may call, and a limit on the time that a body may take to arrive.
 */
final class HttpAdmission {
  private static final int FIRST = -10_000;
  private static final String TIMER = "body timer";

  private HttpAdmission() {}

  /**
   * Puts it before all that the router answers.
   *
   * @param patience how long a body may take to arrive
   */
  static void mount(Router router, HttpGuard guard, Duration patience) {
    router
        .route()
        .order(FIRST)
        .handler(c -> pass(c, guard.checkNames(c.request())))
        .failureHandler(HttpAnswers::failed);
    if (!guard.origins().isEmpty()) {
      router.route().order(FIRST + 1).handler(pagesOf(guard.origins()));
    }
    router.route().order(FIRST + 2).handler(c -> pass(c, guard.checkToken(c.request())));
    router.post().order(FIRST + 3).handler(c -> awaitBody(c, patience));
  }

  private static void pass(RoutingContext context, Optional<HttpGuard.Refusal> refusal) {
    if (refusal.isPresent()) {
      String message = refusal.get().message();
      HttpAnswers.error(context, refusal.get().status(), Incoming.INVALID_REQUEST, message);
    } else {
      context.next();
    }
  }

  private static CorsHandler pagesOf(Set<String> origins) {
    return CorsHandler.create()
        .addOrigins(List.copyOf(origins))
        .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE))
        .allowedHeaders(
            Set.of(
                "Content-Type",
                "Authorization",
                HttpTransport.SESSION,
                HttpTransport.VERSION,
                "Mcp-Method",
                "Mcp-Name",
                "Last-Event-ID"))
        .exposedHeader(HttpTransport.SESSION);
  }

  /** A client that sends its body a byte at a time would hold memory and a connection for as long as it likes. */
  private static void awaitBody(RoutingContext context, Duration patience) {
    long timer = context.vertx().setTimer(patience.toMillis(), t -> tooSlow(context));
    context.put(TIMER, timer);
    context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    context.next();
  }

  /** To be called once the body is there. */
  static void bodyArrived(RoutingContext context) {
    Long timer = context.get(TIMER);
    if (timer != null) {
      context.vertx().cancelTimer(timer);
    }
  }

  private static void tooSlow(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    HttpAnswers.error(context, 408, Incoming.INVALID_REQUEST, "The body came too slowly");
    if (context.request().version() == HttpVersion.HTTP_2) {
      context.response().reset();
    } else {
      context.request().connection().close();
    }
  }
}

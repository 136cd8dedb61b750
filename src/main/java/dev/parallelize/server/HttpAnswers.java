package dev.parallelize.server;

import io.modelcontextprotocol.spec.McpSchema;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;

/** HTTP answers that are one JSON text. */
final class HttpAnswers {
  static final String JSON_TYPE = "application/json";

  private HttpAnswers() {}

  static void answer(RoutingContext context, int status, McpSchema.JSONRPCResponse answer) {
    try {
      json(context.response(), status, McpServers.JSON.writeValueAsString(answer));
    } catch (IOException e) {
      context.fail(e);
    }
  }

  /** An error that answers no request in particular. */
  static void error(RoutingContext context, int status, int code, String message) {
    json(context.response(), status, Incoming.errorLine(Optional.empty(), code, message));
  }

  /** What went wrong before the request could be read. */
  static void failed(RoutingContext context) {
    int status = context.statusCode() < 400 ? 500 : context.statusCode();
    String message =
        switch (status) {
          case 413 -> "Message too large";
          case 500 -> "Internal error";
          default -> "Not accepted";
        };
    int code = status == 500 ? Incoming.INTERNAL_ERROR : Incoming.INVALID_REQUEST;
    error(context, status, code, message);
  }

  static void json(HttpServerResponse response, int status, String text) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("Content-Type", JSON_TYPE).end(text);
    }
  }
}

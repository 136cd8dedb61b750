package dev.parallelize.strategy;

import java.util.Arrays;
import java.util.Optional;

/**
 * An attribute or method of {@code requests.Response} and how the same is had from {@code
 * aiohttp.ClientResponse}. In a template {@code $} stands for the response and {@code '} for the
 * quote that the file prefers. The text is decoded with replacement characters, as requests does, and JSON
 * is read from it, so that an empty answer is an error here too.
 */
public enum ResponseMember {
  STATUS_CODE("status_code", false, "$.status"),
  OK("ok", false, "$.ok"),
  REASON("reason", false, "$.reason"),
  HEADERS("headers", false, "$.headers"),
  URL("url", false, "str($.real_url)"),
  TEXT("text", false, "await $.text(errors='replace')"),
  CONTENT("content", false, "await $.read()"),
  JSON("json", true, "json.loads(await $.text(errors='replace'))"),
  RAISE_FOR_STATUS("raise_for_status", true, "$.raise_for_status()");

  private final String attribute;
  private final boolean called;
  private final String template;

  ResponseMember(String attribute, boolean called, String template) {
    this.attribute = attribute;
    this.called = called;
    this.template = template;
  }

  public static Optional<ResponseMember> of(String attribute) {
    return Arrays.stream(values()).filter(m -> m.attribute.equals(attribute)).findFirst();
  }

  /** True for a method, which must be called without arguments. */
  public boolean called() {
    return called;
  }

  public boolean awaits() {
    return template.contains("await ");
  }

  /** The expression for a response, with the file's quotes. */
  public String on(String response, char quote) {
    return template.replace("$", response).replace('\'', quote);
  }
}

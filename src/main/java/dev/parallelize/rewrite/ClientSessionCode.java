package dev.parallelize.rewrite;

import dev.parallelize.source.Edit;
import dev.parallelize.source.PythonSource;
import dev.parallelize.strategy.HttpRequest;
import dev.parallelize.syntax.Expression;
import dev.parallelize.syntax.Literal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How requests are spelled on an aiohttp session. A timeout of requests bounds connecting and each wait
 * for bytes, not the whole exchange, and without one there is no bound at all; a module-level request
 * keeps no cookies and heeds the environment's proxies.
 *
 * @param shared the timeout that all requests have in common, which the session then carries
 * @param charset the function that names the character set of text that declares none
 */
record ClientSessionCode(
    CodeText text, AsyncEdits edits, Optional<String> shared, Optional<String> charset) {
  private static final String UNBOUNDED = "aiohttp.ClientTimeout(total=None)";

  static ClientSessionCode of(
      CodeText text, AsyncEdits edits, List<HttpRequest> requests, Optional<String> charset) {
    Set<String> timeouts = new LinkedHashSet<>();
    boolean constant = true;
    for (HttpRequest request : requests) {
      Optional<Expression> timeout = Optional.ofNullable(request.options().get("timeout"));
      timeouts.add(timeout.map(t -> timeout(edits, t)).orElse(UNBOUNDED));
      constant &= timeout.stream().allMatch(t -> isGlobal(edits, t));
    }
    boolean one = timeouts.size() == 1 && constant;
    return new ClientSessionCode(
        text, edits, one ? timeouts.stream().findFirst() : Optional.empty(), charset);
  }

  /** True for values that are the same wherever they are evaluated. */
  private static boolean isGlobal(AsyncEdits edits, Expression timeout) {
    if (timeout instanceof Expression.TupleDisplay t) {
      return t.elements().stream().allMatch(e -> isGlobal(edits, e));
    }
    return timeout instanceof Expression.Constant
        || (timeout instanceof Expression.Name n
            && edits
                .assignments()
                .program()
                .scopes()
                .around(n)
                .owner(n.id())
                .filter(o -> o == edits.assignments().program().scopes().module())
                .isPresent());
  }

  private static String timeout(AsyncEdits edits, Expression timeout) {
    PythonSource source = edits.text().source();
    Expression known =
        timeout instanceof Expression.Name n
            ? edits.assignments().only(n).orElse(timeout)
            : timeout;
    if (known instanceof Expression.Constant c && c.value() == Literal.Singleton.NONE) {
      return UNBOUNDED;
    }
    String code = source.text(timeout.span());
    String connect = code;
    String read = code;
    if (timeout instanceof Expression.TupleDisplay pair) {
      connect = source.text(pair.elements().get(0).span());
      read = source.text(pair.elements().get(1).span());
    } else if (known instanceof Expression.TupleDisplay) {
      connect = code + "[0]";
      read = code + "[1]";
    }
    return "aiohttp.ClientTimeout(sock_connect=" + connect + ", sock_read=" + read + ")";
  }

  /** The function that decides as requests does when an answer declares no character set. */
  static String charsetFunction(CodeText text, String name, boolean guesses) {
    String code =
        guesses
            ? """
              def NAME(response, body):
              ____'''The character set that requests assumes where an answer names none.'''
              ____if response.charset or 'json' in response.content_type:
              ________return 'utf-8'
              ____if 'text' in response.content_type:
              ________return 'iso-8859-1'
              ____# Imported here, since few answers leave anything to guess.
              ____from requests.compat import chardet

              ____return chardet.detect(body)['encoding'] or 'utf-8'
              """
            : """
              def NAME(response, body):
              ____'''The character set that requests assumes where an answer names none.'''
              ____return 'iso-8859-1' if 'text' in response.content_type else 'utf-8'
              """;
    return written(text, name, code);
  }

  /** The function that spells an address as requests does, for aiohttp to send as it is. */
  static String addressFunction(CodeText text, String name, Imports imports, boolean queries) {
    String code =
        queries
            ? """
              def NAME(url, params=None):
              ____'''The address with its parameters, spelled as requests spells it.'''
              ____prepared = REQUESTS.Request('GET', url, params=params).prepare()
              ____return URL(prepared.url, encoded=True)
              """
            : """
              def NAME(url):
              ____'''The address, spelled as requests spells it.'''
              ____prepared = REQUESTS.Request('GET', url).prepare()
              ____return URL(prepared.url, encoded=True)
              """;
    return written(text, name, code)
        .replace("REQUESTS", imports.name(AsyncEdits.REQUESTS))
        .replace("URL(", imports.name(AsyncEdits.URL) + "(");
  }

  private static String written(CodeText text, String name, String code) {
    return code.replace("NAME", name)
        .replace("____", text.unit())
        .replace("'''", "\"\"\"")
        .replace('\'', text.quote())
        .replace("\n", text.end());
  }

  static boolean queries(HttpRequest request) {
    return request.options().containsKey("params");
  }

  /** The arguments of {@code session.get} for a request. */
  List<String> arguments(HttpRequest request, String from, String to) {
    List<String> arguments = new ArrayList<>();
    String url = code(request.url().orElseThrow(), from, to);
    boolean spelled = !edits.address().isEmpty();
    if (spelled) {
      Optional<Expression> query = Optional.ofNullable(request.options().get("params"));
      String rest = query.map(q -> ", " + code(q, from, to)).orElse("");
      url = edits.address() + "(" + url + rest + ")";
    }
    arguments.add(url);
    for (Map.Entry<String, Expression> option : request.options().entrySet()) {
      String name = option.getKey();
      Expression value = option.getValue();
      switch (name) {
        case "timeout" -> {
          if (shared.isEmpty()) {
            arguments.add(edits.spelled("timeout=" + timeout(edits, value)));
          }
        }
        case "auth" -> {
          List<Expression> pair = ((Expression.TupleDisplay) value).elements();
          arguments.add(
              edits.spelled("auth=aiohttp.BasicAuth(")
                  + code(pair.get(0), from, to)
                  + ", "
                  + code(pair.get(1), from, to)
                  + ")");
        }
        case "verify" -> {
          if (((Expression.Constant) value).value() == Literal.Singleton.FALSE) {
            arguments.add("ssl=False");
          }
        }
        case "params" -> {
          if (!spelled) {
            arguments.add("params=" + code(value, from, to));
          }
        }
        default -> arguments.add(name + "=" + code(value, from, to));
      }
    }
    return arguments;
  }

  private String code(Expression e, String from, String to) {
    List<Edit> inside = edits.in(e);
    return text.render(e.start(), e.end(), inside, from, to);
  }

  /** {@code async with …ClientSession(…) as session:}, and the timeout on a line before it. */
  String open(String indent, List<String> more) {
    List<String> arguments = new ArrayList<>(more);
    arguments.add(edits.spelled("cookie_jar=aiohttp.DummyCookieJar()"));
    charset.ifPresent(c -> arguments.add("fallback_charset_resolver=" + c));
    String timeout = shared.orElse(UNBOUNDED);
    String line = indent + "timeout = " + edits.spelled(timeout) + text.end();
    arguments.add("timeout=timeout");
    arguments.add("trust_env=True");
    return line
        + text.fit(
            indent,
            edits.spelled("async with aiohttp.ClientSession("),
            arguments,
            ") as " + edits.session() + ":");
  }
}

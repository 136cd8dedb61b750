package dev.parallelize.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of an SQL statement says of a query. A statement reads when it is one {@code SELECT} that
 * locks nothing, stores nothing and calls no function but those of the SQL standard that compute their
 * result from their arguments: a function of the database's own may do anything.
 */
public enum SelectStatement {
  /** At most the rows with one key are looked at, by an index if there is one. */
  LOOKUP,
  /** All else that reads. */
  SCAN;

  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]"
              + "|[\\p{L}_][\\p{L}\\p{N}_$]*|%\\(\\w+\\)s|\\S",
          Pattern.DOTALL);

  /** Words that make a statement more than a query, or its answer another at each time. */
  private static final Set<String> NEVER =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "into",
          "for",
          "lock",
          "call",
          "set",
          "create",
          "drop",
          "alter",
          "attach",
          "current_timestamp",
          "current_date",
          "current_time",
          "localtime",
          "localtimestamp",
          "'now'",
          "@");

  private static final Set<String> STARTS = Set.of("select", "with");

  /** What may stand before an opening bracket besides commas and signs. */
  private static final Set<String> BEFORE_BRACKETS =
      Set.of(
          "select",
          "from",
          "where",
          "in",
          "and",
          "or",
          "not",
          "exists",
          "any",
          "all",
          "some",
          "as",
          "on",
          "join",
          "using",
          "over",
          "filter",
          "when",
          "then",
          "else",
          "case",
          "having",
          "by",
          "union",
          "except",
          "intersect",
          "between",
          "like",
          "values",
          "distinct",
          "limit",
          "offset",
          "interval",
          "with",
          "is");

  /** Functions whose result depends on their arguments alone. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "count",
          "sum",
          "total",
          "avg",
          "min",
          "max",
          "group_concat",
          "string_agg",
          "array_agg",
          "coalesce",
          "ifnull",
          "nullif",
          "iif",
          "abs",
          "round",
          "ceil",
          "floor",
          "sqrt",
          "power",
          "length",
          "char_length",
          "lower",
          "upper",
          "trim",
          "ltrim",
          "rtrim",
          "substr",
          "substring",
          "instr",
          "concat",
          "cast",
          "hex",
          "date",
          "datetime",
          "strftime",
          "julianday",
          "typeof",
          "json_extract",
          "row_number",
          "rank",
          "dense_rank",
          "lag",
          "lead",
          "first_value",
          "last_value",
          "ntile",
          "varchar",
          "char",
          "decimal",
          "numeric",
          "replace",
          "greatest",
          "least",
          "mod",
          "sign",
          "exp",
          "ln",
          "left",
          "right",
          "reverse",
          "lpad",
          "rpad",
          "strpos",
          "position",
          "split_part",
          "initcap",
          "concat_ws",
          "md5",
          "extract",
          "date_trunc",
          "date_part",
          "to_char",
          "to_date",
          "year",
          "month",
          "day",
          "datediff",
          "date_format",
          "stddev",
          "variance",
          "bool_and",
          "bool_or",
          "percentile_cont",
          "percentile_disc",
          "array_length",
          "unnest",
          "generate_series",
          "json_agg",
          "jsonb_agg",
          "json_build_object",
          "jsonb_build_object",
          "row_to_json",
          "pg_sleep",
          "sleep");

  private static final Set<String> GATHERING =
      Set.of(
          "join",
          "group",
          "order",
          "union",
          "distinct",
          "like",
          "or",
          "over",
          "count",
          "sum",
          "avg",
          "total",
          "min",
          "max",
          "group_concat",
          "string_agg",
          "array_agg",
          "exists",
          "not",
          "in",
          "with",
          "between",
          "match");

  /** What the statement does; empty when it may do anything. */
  public static Optional<SelectStatement> of(String text) {
    List<String> tokens = tokens(text);
    if (tokens.isEmpty()
        || !STARTS.contains(tokens.get(0))
        || !tokens.stream().allMatch(SelectStatement::isPlain)) {
      return Optional.empty();
    }
    for (int i = 1; i < tokens.size(); i++) {
      String before = tokens.get(i - 1);
      boolean called = tokens.get(i).equals("(") && isName(before);
      boolean another = before.equals(";");
      if (another || (called && !BEFORE_BRACKETS.contains(before) && !FUNCTIONS.contains(before))) {
        return Optional.empty();
      }
    }
    return Optional.of(isLookup(tokens) ? LOOKUP : SCAN);
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(text);
    while (found.find()) {
      String token = found.group();
      if (!token.startsWith("--") && !token.startsWith("/*")) {
        tokens.add(token.toLowerCase(Locale.ROOT));
      }
    }
    return tokens;
  }

  private static boolean isPlain(String token) {
    return !NEVER.contains(token);
  }

  private static boolean isName(String token) {
    char last = token.charAt(token.length() - 1);
    return Character.isLetterOrDigit(last) || "_$\"`]".indexOf(last) >= 0;
  }

  private static boolean isLookup(List<String> tokens) {
    int where = tokens.indexOf("where");
    return where > 0
        && tokens.subList(where, tokens.size()).contains("=")
        && tokens.stream().noneMatch(GATHERING::contains);
  }
}

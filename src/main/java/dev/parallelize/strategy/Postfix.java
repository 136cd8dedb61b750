package dev.parallelize.strategy;

/** Whether Python text is a name, or brackets, with attributes, subscripts and calls behind it: it binds more than any operator. */
final class Postfix {
  private Postfix() {}

  static boolean is(String code) {
    int at = 0;
    while (at < code.length() && isPart(code.charAt(at))) {
      at++;
    }
    boolean whole =
        !code.isEmpty() && !Character.isDigit(code.charAt(0)) && (at > 0 || code.charAt(0) == '(');
    while (whole && at < code.length()) {
      char c = code.charAt(at);
      int next = c == '.' ? at + 1 : c == '(' || c == '[' ? closing(code, at) : -1;
      whole = next > 0;
      at = next;
      while (c == '.' && whole && at < code.length() && isPart(code.charAt(at))) {
        at++;
      }
    }
    return whole;
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c) && c != '$';
  }

  /** Behind the bracket that closes the one at the position; -1 where none does. */
  private static int closing(String code, int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < code.length(); i++) {
      char c = code.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
      if (quote == 0 && depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}

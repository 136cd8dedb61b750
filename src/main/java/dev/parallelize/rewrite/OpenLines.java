package dev.parallelize.rewrite;

/** Code over several lines whose line breaks stand outside of brackets: on its own it would end at the first. */
final class OpenLines {
  private OpenLines() {}

  /** The code as one expression: in brackets where it needs them. */
  static String closed(String code) {
    return areIn(code) ? "(" + code + ")" : code;
  }

  static boolean areIn(String code) {
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"' || c == '\'') {
        i = endOfString(code, i);
      } else if (c == '#') {
        int end = code.indexOf('\n', i);
        i = end < 0 ? code.length() : end - 1;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == '\n' && depth == 0) {
        return true;
      }
    }
    return false;
  }

  private static int endOfString(String code, int start) {
    String quote = code.substring(start, start + 1);
    String mark = code.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    int at = start + mark.length();
    while (at < code.length() && !code.startsWith(mark, at)) {
      at += code.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(code.length(), at + mark.length()) - 1;
  }
}

package dev.parallelize.syntax.grammar;

/**
 * An f-string or t-string being read.
 *
 * @param start where its prefix starts
 * @param quote its quote character
 * @param triple whether three of them enclose it
 * @param raw whether its prefix holds {@code r}
 * @param template true for a t-string
 * @param end where it must end under the rules before Python 3.12, or -1 under those of PEP 701
 */
record FormattedText(
    int start, char quote, boolean triple, boolean raw, boolean template, int end) {
  static final FormattedText NONE = new FormattedText(-1, '\0', false, false, false, -1);

  /** Before PEP 701 the closing quote was found before anything inside was read. */
  boolean old() {
    return end >= 0;
  }

  String noun() {
    return template ? "t-string" : "f-string";
  }
}

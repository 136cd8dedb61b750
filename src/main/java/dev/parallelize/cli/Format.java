package dev.parallelize.cli;

import java.util.Locale;

/** How answers are printed. */
enum Format {
  /** For people. */
  TEXT,
  /** The same JSON as the MCP tools answer. */
  JSON,
  /** Of an analysis: SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Of a rewrite: a unified diff and nothing else. */
  DIFF,
  /** Of a rewrite: the new file and nothing else. */
  CODE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

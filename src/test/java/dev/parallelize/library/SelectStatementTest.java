package dev.parallelize.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of a statement tells, and what it must not be taken to tell. */
class SelectStatementTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM items WHERE id = ?",
        "select a, b from t where k = %s and l = %(other)s;",
        "SELECT * FROM \"order\" WHERE id = :id -- by key",
        "SELECT lower(name) FROM items WHERE id = ? LIMIT 1",
      })
  void oneKey(String sql) {
    assertThat(SelectStatement.of(sql)).contains(SelectStatement.LOOKUP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*), sum(price * length(note)) FROM sales WHERE shop = ?",
        "SELECT name FROM items",
        "SELECT a.x FROM a JOIN b ON (a.id = b.id) WHERE b.k = ?",
        "SELECT CASE WHEN (x = 1) THEN 'insert into' ELSE 'a;b' END FROM t WHERE y IN (1, 2)",
        "SELECT (SELECT max(x) FROM u) FROM t /* update */",
        "SELECT name FROM items WHERE name LIKE ?",
        "WITH big AS (SELECT shop FROM sales) SELECT replace(shop, 'a', 'b') FROM big",
      })
  void manyRows(String sql) {
    assertThat(SelectStatement.of(sql)).contains(SelectStatement.SCAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "INSERT INTO t VALUES (?)",
        "UPDATE t SET x = 1 WHERE id = ?",
        "SELECT nextval('numbers')",
        "SELECT * FROM jobs WHERE id = ? FOR UPDATE",
        "SELECT * INTO copies FROM t",
        "SELECT 1; DELETE FROM t",
        "WITH gone AS (DELETE FROM t RETURNING x) SELECT x FROM gone",
        "SELECT pg_advisory_lock(1)",
        "REPLACE INTO t VALUES (?)",
        "WITH new AS (SELECT 1) INSERT INTO t SELECT * FROM new",
        "SELECT \"nextval\"('numbers')",
        "SELECT random() FROM t",
        "SELECT date('now')",
        "SELECT @x := @x + 1",
        "SELECT last_insert_rowid()",
        "PRAGMA journal_mode = WAL",
        "{query}",
      })
  void anything(String sql) {
    assertThat(SelectStatement.of(sql)).isEmpty();
  }
}

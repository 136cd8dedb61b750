package dev.parallelize.strategy;

import dev.parallelize.library.Effect;
import dev.parallelize.semantics.Fact;
import dev.parallelize.semantics.Located;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/** What to do about a loop that sends SQL, which no asynchronous client takes over. */
final class SqlAdvice {
  private static final List<String> MODULES =
      List.of("sqlite3", "psycopg", "psycopg2", "pymysql", "mysql");

  private SqlAdvice() {}

  /** Why there are no tasks, and what helps instead; empty for a loop without SQL. */
  static Optional<String> of(Judgement judgement) {
    List<Located> sent =
        judgement
            .program()
            .facts(judgement.candidate().frame(), judgement.candidate().span())
            .stream()
            .filter(l -> l.fact() instanceof Fact.Does d && MODULES.contains(module(d)))
            .toList();
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    return sent.stream()
        .filter(l -> ((Fact.Does) l.fact()).effect() == Effect.WRITES_DATABASE)
        .findFirst()
        .map(
            l ->
                "line "
                    + judgement.program().tree().source().line(l.origin())
                    + " may change the database: if it does, `executemany` sends all rows at once, in"
                    + " one transaction")
        .or(() -> Optional.of(reading(module((Fact.Does) sent.get(0).fact()))));
  }

  private static String module(Fact.Does does) {
    int dot = does.callee().indexOf('.');
    return dot < 0 ? "" : does.callee().substring(0, dot);
  }

  private static String reading(String module) {
    String keys = "one query with `IN` asks for many keys at once";
    return module.equals("sqlite3")
        ? "queries of SQLite run inside this process, so nothing is waited for: "
            + keys
            + ", and long queries run in threads, on connections of their own"
        : keys
            + "; queries that must stay apart go to `thread-pool`, where each thread opens a"
            + " connection of its own to `"
            + module
            + "`";
  }
}

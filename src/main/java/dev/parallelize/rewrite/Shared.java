package dev.parallelize.rewrite;

import java.util.List;

/**
 * What workers share while they run: how it gets to them, and how it is given back.
 *
 * @param contexts what stands in the {@code with} statement in front of the pool
 * @param definitions functions that this needs; empty for none
 */
record Shared(
    List<Carried> carried, List<String> contexts, String definitions, List<String> imports) {
  private static final String MANAGER = "from multiprocessing import Manager";

  /**
   * A dictionary of a manager.
   *
   * @param global the module variable under which workers find it
   */
  static Shared cache(String global, FreshNames fresh) {
    String manager = fresh.fresh("manager", "cache_manager", "manager");
    String variable = fresh.fresh("shared" + global, "shared_cache");
    return new Shared(
        List.of(new Carried(variable, global, manager + ".dict()", variable)),
        List.of(PoolCode.placeholder(MANAGER) + "() as " + manager),
        "",
        List.of(MANAGER));
  }
}

package dev.parallelize.rewrite;

/**
 * A captured value that each worker gets once, when it starts, and not with each task.
 *
 * @param variable its name in the function around the loop
 * @param global the module variable in which a worker keeps it
 * @param argument what stands for it among the initializer's arguments
 * @param value what the initializer makes of its argument
 */
record Carried(String variable, String global, String argument, String value) {
  static Carried of(String variable, FreshNames fresh) {
    return new Carried(variable, fresh.fresh("_" + variable), variable, variable);
  }
}

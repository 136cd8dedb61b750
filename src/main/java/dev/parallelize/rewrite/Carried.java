package dev.parallelize.rewrite;

/**
 * A captured value that each worker gets once, when it starts, and not with each task.
 *
 * @param variable its name in the function around the loop
 * @param parameter its name as the initializer's parameter
 * @param global the module variable in which a worker keeps it
 * @param argument what stands for it among the initializer's arguments
 * @param value what the initializer makes of its argument
 */
record Carried(String variable, String parameter, String global, String argument, String value) {
  Carried(String variable, String global, String argument, String value) {
    this(variable, variable, global, argument, value);
  }

  static Carried of(String variable, FreshNames fresh) {
    return new Carried(variable, fresh.fresh("_" + variable), variable, variable);
  }

  /**
   * An object under the name of its class.
   *
   * @param name what it is called where nobody knows what the function calls it
   */
  static Carried as(String name, String variable, FreshNames fresh) {
    return new Carried(variable, name, fresh.fresh("_" + name), variable, name);
  }
}

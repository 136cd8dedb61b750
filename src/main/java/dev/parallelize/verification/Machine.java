package dev.parallelize.verification;

import java.lang.management.ManagementFactory;

/**
 * What the programs run on.
 *
 * @param cpus processors that this process may use
 * @param memoryBytes physical memory
 */
public record Machine(int cpus, long memoryBytes) {
  public static Machine current() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : Runtime.getRuntime().maxMemory();
    return new Machine(Runtime.getRuntime().availableProcessors(), memory);
  }
}

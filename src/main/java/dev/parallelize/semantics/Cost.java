package dev.parallelize.semantics;

/**
 * About how long code runs once, in microseconds of one core of an ordinary machine, and how long it
 * waits. An order of magnitude, never a promise.
 *
 * @param cpuMicros time on the processor, in Python or in compiled code
 * @param waitMicros time spent waiting for network, disk, processes or a clock
 * @param compiledMicros the part of {@code cpuMicros} in compiled code that releases the GIL
 */
public record Cost(double cpuMicros, double waitMicros, double compiledMicros) {
  public static final Cost ZERO = new Cost(0, 0, 0);

  static Cost cpu(double micros) {
    return new Cost(micros, 0, 0);
  }

  public Cost plus(Cost other) {
    return new Cost(
        cpuMicros + other.cpuMicros,
        waitMicros + other.waitMicros,
        compiledMicros + other.compiledMicros);
  }

  public Cost times(double factor) {
    return new Cost(cpuMicros * factor, waitMicros * factor, compiledMicros * factor);
  }

  public double totalMicros() {
    return cpuMicros + waitMicros;
  }

  /** Somebody else does the work, and threads are enough to wait for it. */
  public boolean mostlyWaits() {
    return waitMicros > 4 * cpuMicros;
  }

  /** Too little to be worth handing to anybody else, even in large chunks. */
  public boolean isTrivial() {
    return cpuMicros < 15 && waitMicros < 50;
  }
}

package dev.parallelize.verification;

import java.time.Duration;

/**
 * What one run may use. The operator sets these; a request can only tighten them.
 *
 * @param wall time from the program's start to its end
 * @param memoryBytes resident memory over all processes of the run, and {@code /dev/shm}
 * @param tasks processes and threads alive at once
 * @param fileBytes size of one file
 * @param scratchBytes size of the scratch folder, and of the folder for temporary files
 * @param sharedMemoryBytes size of {@code /dev/shm}
 * @param files files and folders in the scratch folder
 * @param openFiles descriptors of one process
 * @param outputBytes standard output kept, and as much standard error; more ends the run
 * @param reportBytes data captured from the program's state
 */
public record RunLimits(
    Duration wall,
    long memoryBytes,
    int tasks,
    long fileBytes,
    long scratchBytes,
    long sharedMemoryBytes,
    int files,
    int openFiles,
    int outputBytes,
    int reportBytes) {

  private static final long MIB = 1L << 20;

  public RunLimits {
    if (wall.isNegative() || wall.isZero() || memoryBytes <= 0 || tasks <= 0) {
      throw new IllegalArgumentException("limits must be positive: " + wall + ", " + memoryBytes);
    }
  }

  /** Room for usual programs on a usual machine: a minute and 2 GiB. */
  public static RunLimits usual() {
    return new RunLimits(
        Duration.ofSeconds(60),
        2048 * MIB,
        512,
        256 * MIB,
        512 * MIB,
        512 * MIB,
        20_000,
        1024,
        (int) (8 * MIB),
        (int) (24 * MIB));
  }

  /** The same limits with the wall limit lowered to this one, if it is lower. */
  public RunLimits within(Duration other) {
    return wall.compareTo(other) <= 0 ? this : withWall(other);
  }

  /** The same limits with the memory limit lowered to this one, if it is lower. */
  public RunLimits withinMemory(long bytes) {
    return memoryBytes <= bytes ? this : withMemory(bytes);
  }

  public RunLimits withWall(Duration other) {
    return new RunLimits(
        other,
        memoryBytes,
        tasks,
        fileBytes,
        scratchBytes,
        sharedMemoryBytes,
        files,
        openFiles,
        outputBytes,
        reportBytes);
  }

  public RunLimits withMemory(long bytes) {
    return new RunLimits(
        wall,
        bytes,
        tasks,
        fileBytes,
        scratchBytes,
        sharedMemoryBytes,
        files,
        openFiles,
        outputBytes,
        reportBytes);
  }

  public RunLimits withTasks(int count) {
    return new RunLimits(
        wall,
        memoryBytes,
        count,
        fileBytes,
        scratchBytes,
        sharedMemoryBytes,
        files,
        openFiles,
        outputBytes,
        reportBytes);
  }
}

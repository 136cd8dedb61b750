package dev.parallelize.verification;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run, as the answer lists it.
 *
 * @param version which program
 * @param purpose why it was run, with the pins and patches in force
 * @param outcome how it ended
 * @param seconds wall time, measured outside the sandbox
 * @param cpuSeconds processor time of the program and the children that it waited for
 * @param exitStatus the program's exit status, when it ended by itself
 * @param workers the processor count that the program was made to see, if any
 * @param startMethod the start method of processes that was made the default, if any
 */
public record RunRecord(
    Version version,
    String purpose,
    String outcome,
    double seconds,
    double cpuSeconds,
    OptionalInt exitStatus,
    OptionalInt workers,
    Optional<String> startMethod) {}

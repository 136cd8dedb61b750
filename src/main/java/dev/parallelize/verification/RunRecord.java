package dev.parallelize.verification;

import java.util.OptionalInt;

/**
 * One run, as the answer lists it.
 *
 * @param version which program
 * @param purpose why it was run, with the pins and patches in force
 * @param outcome how it ended
 * @param seconds wall time, measured outside the sandbox
 * @param exitStatus the program's exit status, when it ended by itself
 */
public record RunRecord(
    Version version, String purpose, String outcome, double seconds, OptionalInt exitStatus) {}

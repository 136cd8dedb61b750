package dev.parallelize.verification;

/**
 * What one candidate cost in one run of the program.
 *
 * @param id the candidate
 * @param iterations items gone through, over all times that it was entered
 * @param wallSeconds time spent inside
 * @param cpuSeconds processor time of the process spent inside
 * @param shareOfProgram the first over the program's whole time, between 0 and 1
 */
public record CandidateProfile(
    String id, long iterations, double wallSeconds, double cpuSeconds, double shareOfProgram) {}

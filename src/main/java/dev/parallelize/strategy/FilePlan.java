package dev.parallelize.strategy;

/** A loop over files that becomes tasks which read and write them with aiofiles. */
public record FilePlan(OpenedFiles files) implements Plan {}

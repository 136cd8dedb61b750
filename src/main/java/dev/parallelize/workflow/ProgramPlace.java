package dev.parallelize.workflow;

import java.nio.file.Path;

/**
 * Where a program lies among others that it may import.
 *
 * @param root above this folder nothing is read
 * @param file the program
 */
public record ProgramPlace(Path root, Path file) {}

/**
 * The command line: the same four calls as the tools, for people and scripts, and the commands that start the servers.
 * Commands build a tool's arguments, call it, and print its answer as text or as the tool's own JSON.
 */
@NullMarked
package dev.parallelize.cli;

import org.jspecify.annotations.NullMarked;

/**
 * MCP over stdio and Streamable HTTP: one class a tool, workspace roots, limits, origin and host checks. The only package
 * that knows the MCP SDK. The command line shares its tools, arguments and JSON, so that both give the same answers.
 */
@NullMarked
package dev.parallelize.server;

import org.jspecify.annotations.NullMarked;

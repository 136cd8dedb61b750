package dev.parallelize.syntax.grammar;

/** A node of the parse tree, which the builders turn into records. */
sealed interface Tree permits Branch, Terminal {}

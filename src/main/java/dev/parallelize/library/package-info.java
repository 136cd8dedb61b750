/**
 * What is known of libraries, read from data files. Knows nothing of the program at hand and imports
 * no other package of this project.
 */
@NullMarked
package dev.parallelize.library;

import org.jspecify.annotations.NullMarked;

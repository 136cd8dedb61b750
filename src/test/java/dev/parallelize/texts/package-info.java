/** The texts that come with the program: examples, the skill's pages, the corpus. They are run, not only read. */
package dev.parallelize.texts;

package dev.parallelize.syntax.grammar;

import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNType;

/**
 * Stands in for ANTLR's class of the same name in the generated parser, where a name of the same
 * package goes before one imported on demand. ANTLR's would read the whole grammar's transition
 * network when the class is loaded, which takes half of a cold start; an LL(1) parser never asks it
 * anything, and a test holds that this one is LL(1).
 */
final class ATNDeserializer {
  /** A network without decisions. */
  ATN deserialize(char[] serialized) {
    return new ATN(ATNType.PARSER, PythonGrammar.ERROR);
  }
}

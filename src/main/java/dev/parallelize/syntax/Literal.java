package dev.parallelize.syntax;

import java.math.BigInteger;

/** The value of a constant expression. */
public sealed interface Literal {
  enum Singleton implements Literal {
    NONE,
    TRUE,
    FALSE,
    ELLIPSIS
  }

  record IntegerNumber(BigInteger value) implements Literal {}

  record FloatNumber(double value) implements Literal {}

  /** An imaginary number; its real part is zero. */
  record ImaginaryNumber(double value) implements Literal {}

  record Text(String value) implements Literal {}

  /** A bytes literal; each char is one byte, 0 to 255. */
  record Bytes(String value) implements Literal {}
}

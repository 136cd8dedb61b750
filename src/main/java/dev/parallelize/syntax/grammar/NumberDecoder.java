package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Literal;
import java.math.BigInteger;

/** The value of a number: section 2.4.4 of the language reference. */
final class NumberDecoder {
  private static final int LONGEST_DECIMAL = 4_300;
  private static final int LONGEST_LONG = 18;

  private NumberDecoder() {}

  static Literal decode(int offset, String spelled) {
    String digits = spelled.indexOf('_') < 0 ? spelled : spelled.replace("_", "");
    char last = digits.charAt(digits.length() - 1);
    if (digits.charAt(0) == '0' && digits.length() > 1) {
      int radix =
          switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
          };
      if (radix != 0) {
        return new Literal.IntegerNumber(new BigInteger(digits.substring(2), radix));
      }
    }
    if (last == 'j' || last == 'J') {
      return new Literal.ImaginaryNumber(
          Double.parseDouble(digits.substring(0, digits.length() - 1)));
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return new Literal.FloatNumber(Double.parseDouble(digits));
      }
    }
    return decimal(offset, digits);
  }

  private static Literal decimal(int offset, String digits) {
    if (digits.length() <= LONGEST_LONG) {
      return new Literal.IntegerNumber(BigInteger.valueOf(Long.parseLong(digits)));
    }
    if (digits.length() > LONGEST_DECIMAL) {
      throw new Rejection(
          offset,
          "Exceeds the limit (4300 digits) for integer string conversion: value has "
              + digits.length()
              + " digits",
          "Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
    }
    return new Literal.IntegerNumber(new BigInteger(digits));
  }
}

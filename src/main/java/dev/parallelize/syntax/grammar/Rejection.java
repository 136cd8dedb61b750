package dev.parallelize.syntax.grammar;

/** Why a text is not Python, thrown inside this package and caught at its door. */
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where: an offset into the text. */
  private final int offset;

  private final String hint;

  Rejection(int offset, String message, String hint) {
    super(message, null, false, false);
    this.offset = offset;
    this.hint = hint;
  }

  public int offset() {
    return offset;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public String hint() {
    return hint;
  }
}

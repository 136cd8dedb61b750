package dev.parallelize.strategy;

/** Leaves the attempt to vectorize a loop, with the reason for people. Never leaves this package. */
sealed class NotVectorizable extends RuntimeException permits UnknownArray, UnknownColumn {
  private static final long serialVersionUID = 1;

  NotVectorizable(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}

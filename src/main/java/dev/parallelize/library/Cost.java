package dev.parallelize.library;

/** How long one call takes. */
public enum Cost {
  /** Under about a microsecond, whatever the arguments (len, list.append, dict.get). */
  CONSTANT,
  /** Grows with the size of an argument, in compiled code (sum, sorted, str.split, json.loads). */
  LINEAR,
  /** Milliseconds or more for usual arguments (pbkdf2, matrix products, image resizing). */
  HEAVY,
  /** Waits for something outside the process. */
  BLOCKING
}

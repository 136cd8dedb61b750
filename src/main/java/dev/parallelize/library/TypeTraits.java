package dev.parallelize.library;

/** The words after {@code is} in a type's entry; a type without any is mutable, picklable, reiterable. */
record TypeTraits(
    boolean immutable,
    boolean picklable,
    boolean reiterable,
    boolean copiesItems,
    boolean reopenable,
    ThreadSafety threadSafety) {

  static TypeTraits parse(String words, String type) {
    boolean immutable = false;
    boolean picklable = true;
    boolean reiterable = true;
    boolean copiesItems = false;
    boolean reopenable = false;
    ThreadSafety safety = ThreadSafety.READ_ONLY;
    for (String word : Knowledge.wordsOf(words)) {
      switch (word) {
        case "immutable" -> {
          immutable = true;
          safety = ThreadSafety.SAFE;
        }
        case "unpicklable" -> picklable = false;
        case "single-use" -> reiterable = false;
        case "copies-items" -> copiesItems = true;
        case "reopenable" -> reopenable = true;
        case "thread-safe" -> safety = ThreadSafety.SAFE;
        case "thread-unsafe" -> safety = ThreadSafety.UNSAFE;
        case "owner-thread" -> safety = ThreadSafety.OWNER_THREAD;
        default -> throw new IllegalStateException("unknown word '" + word + "' for type " + type);
      }
    }
    return new TypeTraits(immutable, picklable, reiterable, copiesItems, reopenable, safety);
  }
}

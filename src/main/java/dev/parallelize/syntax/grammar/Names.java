package dev.parallelize.syntax.grammar;

/** The names of one file, each as one string however often it occurs. */
final class Names {
  static final int FACTOR = 31;
  private static final int START_SIZE = 256;

  private final String text;
  private String[] names = new String[START_SIZE];
  private int count;

  Names(String text) {
    this.text = text;
  }

  /** The hash code of the letters at that place, as {@link String#hashCode()} has it. */
  static int hash(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * FACTOR + text[i];
    }
    return hash;
  }

  /** The name at that place, in the form that the tree carries. */
  String at(int start, int end, int hash) {
    if (count * 2 > names.length) {
      grow();
    }
    int slot = mixed(hash) & (names.length - 1);
    for (String name = names[slot]; name != null; name = names[slot]) {
      if (name.length() == end - start && text.startsWith(name, start)) {
        return name;
      }
      slot = (slot + 1) & (names.length - 1);
    }
    String spelled = text.substring(start, end);
    String name = Normalization.of(spelled);
    if (name.equals(spelled)) {
      names[slot] = name;
      count++;
    }
    return name;
  }

  private static int mixed(int hash) {
    return hash ^ (hash >>> 15);
  }

  private void grow() {
    String[] old = names;
    names = new String[old.length * 2];
    for (String name : old) {
      if (name != null) {
        int slot = mixed(name.hashCode()) & (names.length - 1);
        while (names[slot] != null) {
          slot = (slot + 1) & (names.length - 1);
        }
        names[slot] = name;
      }
    }
  }
}

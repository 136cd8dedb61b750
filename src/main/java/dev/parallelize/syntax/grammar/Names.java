package dev.parallelize.syntax.grammar;

/** The names of one file, each as one string however often it occurs. */
final class Names {
  private static final int START_SIZE = 256;

  private final String text;
  private String[] names = new String[START_SIZE];
  private int count;

  Names(String text) {
    this.text = text;
  }

  /** The name at that place, in the form that the tree carries. */
  String at(int start, int end) {
    if (count * 2 > names.length) {
      grow();
    }
    int slot = hash(start, end) & (names.length - 1);
    for (String name = names[slot]; name != null; name = names[slot]) {
      if (name.length() == end - start && text.startsWith(name, start)) {
        return name;
      }
      slot = (slot + 1) & (names.length - 1);
    }
    String spelled = text.substring(start, end);
    String name = Identifiers.normalize(spelled);
    if (name.equals(spelled)) {
      names[slot] = name;
      count++;
    }
    return name;
  }

  private int hash(int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return hash ^ (hash >>> 15);
  }

  private void grow() {
    String[] old = names;
    names = new String[old.length * 2];
    for (String name : old) {
      if (name != null) {
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (names.length - 1);
        while (names[slot] != null) {
          slot = (slot + 1) & (names.length - 1);
        }
        names[slot] = name;
      }
    }
  }
}

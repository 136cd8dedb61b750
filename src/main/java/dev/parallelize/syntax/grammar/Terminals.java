package dev.parallelize.syntax.grammar;

import java.util.Arrays;

/** The tokens that the parser sees, as the stream it reads them from; the last one is EOF. */
final class Terminals implements StandIns.TokenStream {
  private Terminal[] terminals;
  private int size;
  private int position;
  private Terminal current = Terminal.NOWHERE;

  Terminals(int capacity) {
    terminals = new Terminal[capacity];
  }

  Terminal add(int type, int start, int end, int detail) {
    if (size == terminals.length) {
      terminals = Arrays.copyOf(terminals, size + size / 2 + 16);
    }
    Terminal terminal = new Terminal(type, start, end, size, detail);
    terminals[size++] = terminal;
    return terminal;
  }

  Terminal current() {
    return current;
  }

  /** The last one before the current, if there is one. */
  Terminal previous() {
    return position > 0 ? terminals[position - 1] : current;
  }

  Terminal get(int index) {
    return terminals[index];
  }

  /** Makes the first one the current, once all are there. */
  void rewind() {
    position = 0;
    current = terminals[0];
  }

  void advance() {
    current = terminals[++position];
  }

  /** The type of the current token: an LL(1) parser asks for no other. */
  @Override
  public int LA(int ahead) {
    return current.type;
  }
}

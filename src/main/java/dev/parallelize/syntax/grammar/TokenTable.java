package dev.parallelize.syntax.grammar;

import dev.parallelize.syntax.Token;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * All tokens of a file in five bytes each: since they tile the text, a token ends where the next one
 * starts. The records are made when someone asks for them.
 */
public final class TokenTable extends AbstractList<Token> implements RandomAccess {
  private static final Token.Kind[] KINDS = Token.Kind.values();

  private byte[] kinds;
  private int[] starts;
  private int size;
  private final int length;

  TokenTable(int capacity, int length) {
    kinds = new byte[capacity];
    starts = new int[capacity];
    this.length = length;
  }

  void add(Token.Kind kind, int start) {
    if (size == starts.length) {
      int capacity = size + size / 2 + 16;
      kinds = Arrays.copyOf(kinds, capacity);
      starts = Arrays.copyOf(starts, capacity);
    }
    kinds[size] = (byte) kind.ordinal();
    starts[size++] = start;
  }

  void trim() {
    kinds = Arrays.copyOf(kinds, size);
    starts = Arrays.copyOf(starts, size);
  }

  @Override
  public Token get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    int end = index + 1 < size ? starts[index + 1] : length;
    return new Token(KINDS[kinds[index]], starts[index], end);
  }

  @Override
  public int size() {
    return size;
  }
}

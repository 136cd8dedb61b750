package dev.parallelize.syntax.grammar;

import java.util.Arrays;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** The tokens that the parser sees, as the stream it reads them from; the last one is EOF. */
@SuppressWarnings("NullAway")
final class Terminals implements TokenStream {
  private Terminal[] terminals;
  private int size;
  private int position;

  Terminals(int capacity) {
    terminals = new Terminal[capacity];
  }

  Terminal add(int type, int start, int end) {
    if (size == terminals.length) {
      terminals = Arrays.copyOf(terminals, size + size / 2 + 16);
    }
    Terminal terminal = new Terminal(type, start, end, size);
    terminals[size++] = terminal;
    return terminal;
  }

  Terminal current() {
    return terminals[position];
  }

  Terminal previous() {
    return terminals[position - 1];
  }

  @Override
  public Terminal get(int index) {
    return terminals[index];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int LA(int i) {
    return i == 1 ? terminals[position].type : LT(i).getType();
  }

  @Override
  public Token LT(int i) {
    if (i == 1) {
      return terminals[position];
    }
    int wanted = i > 0 ? position + i - 1 : position + i;
    return wanted < 0 ? null : terminals[Math.min(wanted, size - 1)];
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // nothing is buffered
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(@Nullable Token start, @Nullable Token stop) {
    return "";
  }
}

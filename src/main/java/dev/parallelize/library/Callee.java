package dev.parallelize.library;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of one function, constructor or method.
 *
 * @param name {@code json.loads}, {@code builtins.len}, {@code list.append}
 * @param effects what it does besides computing a result; empty for a pure function
 * @param mutates positions of the arguments it may change, {@link #RECEIVER} for the receiver
 * @param invokes positions of the arguments it may call (the key of sorted, the function of map)
 * @param iterates positions of the arguments it iterates over (and so uses up if they are iterators)
 * @param result type of the result, in the small language of {@code TypeName}: {@code int},
 *     {@code list[str]}, {@code dict[str, int]}, {@code iterator[int]}, {@code requests.Response},
 *     {@code object} when nothing is known
 * @param asyncTwin the coroutine function that does the same, if a known package has one
 */
public record Callee(
    String name,
    Set<Effect> effects,
    Set<Integer> mutates,
    Set<Integer> invokes,
    Set<Integer> iterates,
    Blocking blocking,
    Cost cost,
    boolean releasesGil,
    Aliasing aliasing,
    String result,
    Optional<String> asyncTwin) {
  /** Stands for the receiver of a method among argument positions. */
  public static final int RECEIVER = -1;

  public Callee {
    effects = Set.copyOf(effects);
    mutates = Set.copyOf(mutates);
    invokes = Set.copyOf(invokes);
    iterates = Set.copyOf(iterates);
  }
}

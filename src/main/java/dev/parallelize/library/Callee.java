package dev.parallelize.library;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of one function, constructor or method.
 *
 * @param name {@code json.loads}, {@code builtins.len}, {@code list.append}
 * @param effects what it does besides computing a result; empty for a pure function
 * @param mutates positions of the arguments it may change, {@link #RECEIVER} for the receiver
 * @param invokes positions of the arguments it may call (the key of sorted, the function of map)
 * @param iterates positions of the arguments it iterates over (and so uses up if they are iterators)
 * @param files positions, among those it may change, of arguments that are the path of a file, or a file
 *     that is open and then is read on
 * @param result type of the result, in the small language of {@code TypeName}: {@code int},
 *     {@code list[str]}, {@code dict[str, int]}, {@code iterator[int]}, {@code requests.Response},
 *     {@code object} when nothing is known
 * @param asyncTwin the coroutine function that does the same, if a known package has one
 * @param parameters positions by name, for arguments that are passed by name. A parameter that can
 *     only be passed by name has a position from {@link #BY_NAME_ONLY} on; one that takes all
 *     further arguments ({@code *values}) has its first position here and every position up to
 *     {@link #LAST_POSITION} in the sets above; one that takes all further names stands under
 *     {@code **}
 */
public record Callee(
    String name,
    Set<Effect> effects,
    Set<Integer> mutates,
    Set<Integer> invokes,
    Set<Integer> iterates,
    Set<Integer> files,
    Blocking blocking,
    Cost cost,
    boolean releasesGil,
    Aliasing aliasing,
    String result,
    Optional<String> asyncTwin,
    Map<String, Integer> parameters) {
  /** Stands for the receiver of a method among argument positions. */
  public static final int RECEIVER = -1;

  /** The last position that {@code *values} is spelled out for. */
  public static final int LAST_POSITION = 31;

  /** Where the positions of parameters that can only be passed by name begin. */
  public static final int BY_NAME_ONLY = 100;

  public Callee {
    effects = sorted(effects);
    mutates = sorted(mutates);
    invokes = sorted(invokes);
    iterates = sorted(iterates);
    files = sorted(files);
    parameters = Map.copyOf(parameters);
  }

  /** {@link Set#copyOf} has another order in each run, and with it what is told of a call. */
  private static <T extends Comparable<T>> Set<T> sorted(Set<T> set) {
    return Collections.unmodifiableSet(new TreeSet<>(set));
  }

  /** The position of the parameter that an argument passed by name goes to. */
  public OptionalInt position(String argumentName) {
    Integer position = parameters.getOrDefault(argumentName, parameters.get("**"));
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** True when it computes its result from its arguments and does nothing else. */
  public boolean isPure() {
    return Set.of(Effect.UNPICKLABLE_RESULT).containsAll(effects) && mutates.isEmpty();
  }
}

package dev.parallelize.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arrays that workers read in shared memory.
 *
 * <p>What is no plain array of numbers at run time (a subclass, an array of objects) travels as it is.
 * A block keeps an array's order in memory, on which the last bits of sums depend.
 */
final class SharedArrays {
  private static final String NUMPY = "import numpy as np";
  private static final String CONTEXT = "from contextlib import contextmanager";
  private static final String MEMORY = "from multiprocessing.shared_memory import SharedMemory";

  private SharedArrays() {}

  static Optional<Shared> of(List<String> arrays, FreshNames fresh, Layout layout) {
    if (arrays.isEmpty()) {
      return Optional.empty();
    }
    String share = fresh.fresh("_shared", "_in_shared_memory");
    String attach = fresh.fresh("_attached", "_from_shared_memory");
    String blocks = fresh.fresh("_blocks", "_shared_blocks");
    List<Carried> carried = new ArrayList<>();
    List<String> contexts = new ArrayList<>();
    for (String array : arrays) {
      String shared = fresh.fresh("shared_" + array);
      contexts.add(share + "(" + array + ") as " + shared);
      carried.add(
          new Carried(array, fresh.fresh("_" + array), shared, attach + "(*" + array + ")"));
    }
    return Optional.of(
        new Shared(
            carried,
            contexts,
            definitions(share, attach, blocks, layout),
            List.of(NUMPY, CONTEXT, MEMORY)));
  }

  private static String definitions(String share, String attach, String blocks, Layout layout) {
    String array = PoolCode.placeholder(NUMPY) + ".ndarray";
    String text =
        """
        %3$s = []


        @%5$s
        def %1$s(array):
            if type(array) is not %4$s or array.dtype.hasobject:
                yield array, None
                return
            order = "F" if array.flags.fnc else "C"
            block = %6$s(create=True, size=max(1, array.nbytes))
            try:
                %4$s(array.shape, array.dtype, block.buf, order=order)[...] = array
                yield block, (array.shape, array.dtype, order)
            finally:
                block.close()
                block.unlink()


        def %2$s(source, layout):
            if layout is None:
                return source
            %3$s.append(source)
            shape, dtype, order = layout
            return %4$s(shape, dtype, source.buf, order=order)
        """
            .formatted(
                share,
                attach,
                blocks,
                array,
                PoolCode.placeholder(CONTEXT),
                PoolCode.placeholder(MEMORY));
    return text.replace("    ", layout.unit()).replace("\n", layout.newline());
  }
}

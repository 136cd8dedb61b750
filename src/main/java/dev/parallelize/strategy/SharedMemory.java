package dev.parallelize.strategy;

import dev.parallelize.dependence.Construct;
import dev.parallelize.semantics.Program;
import dev.parallelize.semantics.Scope;
import dev.parallelize.workload.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * Work that reads big NumPy arrays, on several cores: processes that see the arrays in shared memory.
 *
 * <p><b>What it does.</b> As {@link ProcessPool}, and each captured array is put into a block of shared
 * memory once; workers map the block when they start, and no task carries the array. Blocks are closed
 * and unlinked when the pool is done, also after an error.
 *
 * <p><b>When it is safe.</b> As {@link ProcessPool}. What turns out to be no plain array of numbers
 * when the program runs travels by pickle.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * import numpy as np
 *
 *
 * def spread(grid, size):
 *     total = 0.0
 *     for i in range(size, len(grid)):
 *         total += float(abs(grid[i] - grid[i - size]))
 *     return total
 *
 *
 * def spreads(grid: np.ndarray, sizes: list[int]):
 *     found = []
 *     for size in sizes:
 *         found.append(spread(grid, size))
 *     return found
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import os
 * from concurrent.futures import ProcessPoolExecutor
 * from contextlib import contextmanager
 * from multiprocessing.shared_memory import SharedMemory
 *
 * import numpy as np
 *
 *
 * def spread(grid, size):
 *     total = 0.0
 *     for i in range(size, len(grid)):
 *         total += float(abs(grid[i] - grid[i - size]))
 *     return total
 *
 *
 * _blocks = []
 *
 *
 * @contextmanager
 * def _shared(array):
 *     if type(array) is not np.ndarray or array.dtype.hasobject:
 *         yield array, None
 *         return
 *     order = "F" if array.flags.fnc else "C"
 *     block = SharedMemory(create=True, size=max(1, array.nbytes))
 *     try:
 *         np.ndarray(array.shape, array.dtype, block.buf, order=order)[...] = array
 *         yield block, (array.shape, array.dtype, order)
 *     finally:
 *         block.close()
 *         block.unlink()
 *
 *
 * def _attached(source, layout):
 *     if layout is None:
 *         return source
 *     _blocks.append(source)
 *     shape, dtype, order = layout
 *     return np.ndarray(shape, dtype, source.buf, order=order)
 *
 *
 * def _initialize_worker(grid):
 *     global _grid
 *     _grid = _attached(*grid)
 *
 *
 * def _spread_for_size(size):
 *     grid = _grid
 *     return spread(grid, size)
 *
 *
 * def spreads(grid: np.ndarray, sizes: list[int]):
 *     workers = max(1, min(len(sizes), os.cpu_count() or 1))
 *     chunksize = max(1, len(sizes) // (workers * 4))
 *     with (
 *         _shared(grid) as shared_grid,
 *         ProcessPoolExecutor(
 *             max_workers=workers, initializer=_initialize_worker, initargs=(shared_grid,)
 *         ) as executor,
 *     ):
 *         found = list(executor.map(_spread_for_size, sizes, chunksize=chunksize))
 *     return found
 * }</pre>
 *
 * <p><b>Limits.</b> The array is copied once into the block, so there must be room for it twice; arrays
 * that are attributes of an object travel with it.
 */
public final class SharedMemory implements Strategy {
  private static final String ARRAY = "numpy.ndarray";

  @Override
  public String id() {
    return "shared-memory";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    Optional<String> objection =
        Poolable.copyingObjection(judgement)
            .or(() -> Poolable.endlessObjection(judgement))
            .or(() -> Poolable.rowsObjection(judgement));
    if (objection.isPresent()) {
      return new Decision.DoesNotApply(objection.get());
    }
    Judgement planned = judgement.planned();
    List<String> arrays = arrays(planned);
    if (arrays.isEmpty()) {
      return new Decision.DoesNotApply("the work reads no NumPy array from outside the loop");
    }
    if (planned.candidate().construct() == Construct.STATEMENTS
        || planned.candidate().construct() == Construct.MAP_CALL) {
      return new Decision.DoesNotApply("it is no loop over items");
    }
    return new Decision.Applies(
        "the work reads " + String.join(", ", arrays) + " in place, without a copy for each task",
        new PoolPlan(PoolPlan.Workers.PROCESSES, true, true, arrays, Optional.empty()),
        List.of("numpy"),
        List.of("each shared array is there twice while the pool runs"));
  }

  private static List<String> arrays(Judgement judgement) {
    return judgement.model().dataFlow().captures().stream()
        .filter(name -> isArray(judgement, name))
        .sorted()
        .toList();
  }

  private static boolean isArray(Judgement judgement, String name) {
    Program program = judgement.program();
    Optional<Scope> owner = judgement.candidate().scope().owner(name);
    return owner.isPresent()
        && owner.get().kind() == Scope.Kind.FUNCTION
        && program
            .frame(program.frameOf(owner.get()))
            .variable(owner.get(), name)
            .type()
            .name()
            .equals(ARRAY);
  }
}

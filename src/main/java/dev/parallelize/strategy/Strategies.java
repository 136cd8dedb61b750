package dev.parallelize.strategy;

import java.util.List;
import java.util.Optional;

/** All strategies, in the order in which the decision tree asks for them. */
public final class Strategies {
  private static final List<Strategy> ALL =
      List.of(
          new NumpyVectorize(),
          new PandasVectorize(),
          new Numba(),
          new ProcessPool(),
          new SharedMemory(),
          new SharedCache(),
          new MultiprocessingPool(),
          new InterpreterPool(),
          new ThreadPool(),
          new AsyncioAiohttp(),
          new AsyncioHttpx(),
          new AsyncioAiofiles(),
          new AsyncDbPool(),
          new AsyncioToThread(),
          new AsyncioGather(),
          new Hybrid(),
          new Dask(),
          new Cupy(),
          new Jax(),
          new DaskDistributed(),
          new RayPool(),
          new MpiPool());

  private Strategies() {}

  public static List<Strategy> all() {
    return ALL;
  }

  public static Optional<Strategy> named(String id) {
    return ALL.stream().filter(s -> s.id().equals(id)).findFirst();
  }
}

package dev.parallelize.strategy;

import dev.parallelize.workload.Judgement;

/**
 * Index loops over NumPy arrays, computed on a GPU: CuPy.
 *
 * <p><b>What it does.</b> As {@link NumpyVectorize}, with the arrays that are read sent to the GPU
 * first, and what is stored brought back from it.
 *
 * <p><b>When it is safe.</b> Where {@link NumpyVectorize} is, if a GPU and the package are there and the
 * arrays hold {@code float64}, or proven {@code int64}; where the text does not tell, the program checks it
 * and else runs the loop as it stands.
 *
 * <p><b>Example.</b>
 *
 * <pre>{@code
 * import numpy as np
 *
 * left = np.arange(3.0)
 * right = np.arange(4.0)
 * products = np.zeros((len(left), len(right)))
 * for i in range(len(left)):
 *     for j in range(len(right)):
 *         products[i, j] = left[i] * right[j]
 * print(products)
 * }</pre>
 *
 * <p><b>Becomes.</b>
 *
 * <pre>{@code
 * import cupy as cp
 * import numpy as np
 *
 * left = np.arange(3.0)
 * right = np.arange(4.0)
 * left_device = cp.asarray(left)
 * right_device = cp.asarray(right)
 * products = cp.asnumpy(cp.outer(left_device, right_device))
 * print(products)
 * }</pre>
 *
 * <p><b>Limits.</b> The way to the GPU and back costs more than a few operations on each element gain, so
 * this is offered and never recommended: on an H200, an expression of twenty operations ran 2 times as
 * fast as NumPy on 100,000 elements and 5 to 6 times from 1,000,000 on, and slower on 1,000. Sums over
 * iterations, whole divisions, powers, masks, arrays of indices and results that the loop reads again
 * refuse. Functions such as {@code exp} may differ from NumPy's in the last digit.
 */
public final class Cupy implements Strategy {
  @Override
  public String id() {
    return "cupy";
  }

  @Override
  public Decision decide(Judgement judgement, Environment environment, Options options) {
    return DeviceArrays.decide(judgement, environment, options, DevicePlan.Library.CUPY);
  }
}

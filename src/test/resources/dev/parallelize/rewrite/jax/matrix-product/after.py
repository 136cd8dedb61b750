import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)


def work(a, b):
    m, p = a.shape
    n = b.shape[1]
    c = np.zeros((m, n))
    a_device = jnp.asarray(a)
    b_device = jnp.asarray(b)
    c_device = jnp.asarray(c)
    for k in range(p):
        c_device += a_device[:, k, None] * b_device[k]
    c[:] = np.asarray(c_device)
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 4)))

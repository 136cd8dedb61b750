import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)


def work(n):
    a = np.arange(n)
    out = np.zeros(n)
    a_device = jnp.asarray(a)
    out[:] = np.asarray(a_device * 3 - a_device / 7)
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(6))
    show(work(0))

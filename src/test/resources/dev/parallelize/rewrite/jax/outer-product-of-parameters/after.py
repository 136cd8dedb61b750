import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)


def work(left: np.ndarray, right: np.ndarray, m: int, n: int):
    products = np.empty((m, n))
    left_device = jnp.asarray(left)
    right_device = jnp.asarray(right)
    products[:] = np.asarray(jnp.outer(left_device[:m], right_device[:n]))
    return products


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.linspace(0.1, 1.0, 7), np.ones(9), 4, 5))

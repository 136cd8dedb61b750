import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)


def work(a):
    n = len(a)
    a_device = jnp.asarray(a)
    out = np.array(
        jnp.where((a_device > 0.5) & (a_device <= 2.0), a_device * 2.0, -1.0)
    )
    return out


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(np.array([0.0, 0.5, 1.0, 2.0, 3.0, float('nan')])))

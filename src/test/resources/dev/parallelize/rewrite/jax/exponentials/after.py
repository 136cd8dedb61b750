import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)


def work(a, scale):
    a_device = jnp.asarray(a)
    out = np.array(jnp.exp(-a_device) / scale)
    return out


if __name__ == "__main__":
    print([f"{value:.12f}" for value in work(np.linspace(0.0, 3.0, 9), 2.5)])

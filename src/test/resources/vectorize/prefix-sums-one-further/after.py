import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(a):
    out = np.zeros(len(a) + 1)
    if len(a) > 0:
        out[:] = np.cumsum(np.append(out[0], a * 0.5))
    return out


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.random(1001)), work(np.zeros(0)), work(np.array([-0.0])))

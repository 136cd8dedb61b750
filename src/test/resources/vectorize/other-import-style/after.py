import numpy


def work(a):
    c = numpy.outer(a, a)
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(numpy.linspace(0.0, 1.0, 9)))

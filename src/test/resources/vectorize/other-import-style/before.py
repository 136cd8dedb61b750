import numpy


def work(a):
    c = numpy.zeros((len(a), len(a)))
    for i in range(len(a)):
        for j in range(len(a)):
            c[i, j] = a[i] * a[j]
    return c


def show(array):
    print(array.dtype, array.shape, array.tobytes().hex())


if __name__ == "__main__":
    show(work(numpy.linspace(0.0, 1.0, 9)))

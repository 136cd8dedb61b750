# needs: numpy
import numpy as np

def outer(a, b):
    result = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            result[i, j] = a[i] * b[j]
    return result

if __name__ == "__main__":
    product = outer(np.linspace(0, 1, 30), np.linspace(1, 2, 40))
    print(product.shape, float(product.sum()))
# --- transformed
import numpy as np

def outer(a, b):
    return np.outer(a, b)

if __name__ == "__main__":
    product = outer(np.linspace(0, 1, 30), np.linspace(1, 2, 40))
    print(product.shape, float(product.sum()))

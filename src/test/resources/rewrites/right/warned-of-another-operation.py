# needs: numpy
import numpy as np

def work(values, factor):
    found = np.empty_like(values)
    for i in range(len(values)):
        found[i] = values[i] * factor
    return found

if __name__ == "__main__":
    print(work(np.array([1.0, 1e308, 3.0]), 100.0))
# --- transformed
import numpy as np

def work(values, factor):
    return values * factor

if __name__ == "__main__":
    print(work(np.array([1.0, 1e308, 3.0]), 100.0))

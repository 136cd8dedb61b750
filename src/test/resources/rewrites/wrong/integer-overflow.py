# what: integers wrap around at 64 bits
# check: output-matches
# needs: numpy
def power(x):
    return x ** 15

if __name__ == "__main__":
    print(sum(power(x) for x in range(100)))
# --- transformed
import numpy as np

def power(x):
    return x ** 15

if __name__ == "__main__":
    print(int(np.sum(np.arange(100) ** 15)))

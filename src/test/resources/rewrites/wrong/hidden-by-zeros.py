# what: a running sum became one step for all elements; the zeros of the only call hide that
# check: output-matches
# needs: numpy
import numpy as np

def accumulate(values):
    for i in range(1, len(values)):
        values[i] = values[i - 1] + values[i]
    return values

if __name__ == "__main__":
    print(accumulate(np.zeros(6)))
# --- transformed
import numpy as np

def accumulate(values):
    values[1:] = values[:-1] + values[1:]
    return values

if __name__ == "__main__":
    print(accumulate(np.zeros(6)))

# what: integers come back as NumPy's
# check: output-matches
# needs: numpy
def squares(n):
    return [x * x for x in range(n)]

if __name__ == "__main__":
    results = squares(5)
    print(sum(results))
# --- transformed
import numpy as np

def squares(n):
    return list(np.arange(n) ** 2)

if __name__ == "__main__":
    results = squares(5)
    print(sum(results))

import after
import before
import numpy as np

if __name__ == "__main__":
    for kind in (np.float64, np.float32, np.int64, np.int8, np.uint16):
        for sizes in ((3, 5), (0, 4), (4, 0), (1, 1)):
            left = (np.arange(sizes[0]) * 7 + 1).astype(kind)
            right = (np.arange(sizes[1]) * 11 - 2).astype(kind)
            expected = before.outer(left, right)
            found = after.outer(left, right)
            assert found.dtype == expected.dtype and found.shape == expected.shape
            assert np.array_equal(found, expected)

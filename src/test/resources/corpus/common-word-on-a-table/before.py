import numpy as np


def totals(tables):
    found = []
    for table in tables:
        best = 0.0
        for i in range(200):
            for j in range(200):
                best = max(best, (table[i % 3, j % 3] * i) % 7.0)
        found.append(best + table.trace())
    return found


if __name__ == "__main__":
    print(totals([np.eye(3), np.ones((3, 3))]))

import numpy as np


def show(*arrays):
    for a in arrays:
        if isinstance(a, np.ndarray):
            print(a.dtype, a.shape, a.strides, a.tobytes().hex())
        else:
            print(repr(a), type(a))


def work(board):
    rows, columns = board.shape
    after = np.zeros_like(board)
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            alive = 0
            for di in (-1, 0, 1):
                for dj in range(-1, 2):
                    if di == 0 and dj == 0:
                        continue
                    alive += board[i + di, j + dj]
            if board[i, j] == 1 and (alive == 2 or alive == 3):
                after[i, j] = 1
            elif board[i, j] == 0 and alive == 3:
                after[i, j] = 1
    return after


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.integers(0, 2, (9, 11))), work(r.integers(0, 2, (2, 1))), work(r.integers(0, 2, (1, 5))))

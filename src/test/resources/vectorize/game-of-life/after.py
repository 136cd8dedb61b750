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
    if rows - 1 > 1 and columns - 1 > 1:
        alive = 0
        for di in (-1, 0, 1):
            for dj in range(-1, 2):
                if not (di == 0 and dj == 0):
                    alive += board[di + 1 : rows - 1 + di, dj + 1 : columns - 1 + dj]
        after[1:-1, 1:-1] = np.where(
            (board[1:-1, 1:-1] == 1) & ((alive == 2) | (alive == 3)),
            1,
            np.where((board[1:-1, 1:-1] == 0) & (alive == 3), 1, after[1:-1, 1:-1]),
        )
    return after


if __name__ == "__main__":
    r = np.random.default_rng(3)
    show(work(r.integers(0, 2, (9, 11))), work(r.integers(0, 2, (2, 1))), work(r.integers(0, 2, (1, 5))))

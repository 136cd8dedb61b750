import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial


@dataclass
class Board:
    size: int
    cells: list = field(default_factory=list)

    def moves(self):
        return [i for i in range(self.size) if i not in self.cells]

    def play(self, move):
        return Board(self.size, self.cells + [move])

    def value(self):
        return sum(c * (i + 1) for i, c in enumerate(self.cells)) % 17


def negamax(board, depth):
    if depth == 0 or not board.moves():
        return board.value()
    best = -1000
    for move in board.moves():
        score = -negamax(board.play(move), depth - 1)
        if score > best:
            best = score
    return best


def _compute_score(move, board, depth):
    return -negamax(board.play(move), depth - 1)


def best_move(board, depth):
    best, best_score = None, -1000
    items = list(board.moves())
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        scores = executor.map(
            partial(_compute_score, board=board, depth=depth),
            items,
            chunksize=chunksize,
        )
        for move, score in zip(items, scores):
            if score > best_score:
                best, best_score = move, score
    return best, best_score


if __name__ == "__main__":
    print(best_move(Board(8), 5))

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager


def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def signature(word: str):
    return sum(ord(letter) for letter in word * 2000) % 7


def _from_known(number):
    if number not in _known:
        _known[number] = work(number)
    return _known[number]


def _initialize_worker(shared_known):
    global _known
    _known = shared_known


def _process_word(word):
    number = signature(word)
    known_value = _from_known(number)
    return number, known_value


def run(words: list[str]):
    lines = []
    workers = max(1, min(len(words), os.cpu_count() or 1))
    with (
        Manager() as manager,
        ProcessPoolExecutor(
            max_workers=workers,
            initializer=_initialize_worker,
            initargs=(manager.dict(),),
        ) as executor,
    ):
        results = executor.map(_process_word, words)
        for word, (number, known_value) in zip(words, results):
            lines.append((word, known_value))
            print(word, number, known_value + 1)
    return lines


if __name__ == "__main__":
    print(run(["spam", "eggs", "maps", "ham", "amps"]))
    print(run([]))

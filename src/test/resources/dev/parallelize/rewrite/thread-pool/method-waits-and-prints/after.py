import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.02)
    return n * n


class Client:
    def __init__(self, offset):
        self.offset = offset

    def fetch(self, n):
        return work(n + self.offset)

    def run(self, numbers):
        numbers = list(numbers)
        with ThreadPoolExecutor(max_workers=16) as executor:
            values = executor.map(self.fetch, numbers)
            for n, value in zip(numbers, values):
                print(n, value)


if __name__ == "__main__":
    Client(3).run([4, 8, 15])

import time


def work(n):
    time.sleep(0.02)
    return n * n


class Client:
    def __init__(self, offset):
        self.offset = offset

    def fetch(self, n):
        return work(n + self.offset)

    def run(self, numbers):
        for n in numbers:
            value = self.fetch(n)
            print(n, value)


if __name__ == "__main__":
    Client(3).run([4, 8, 15])

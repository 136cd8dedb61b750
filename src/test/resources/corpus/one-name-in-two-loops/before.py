def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


class Book:
    def __init__(self):
        self.values = {}

    def add(self, name, value):
        self.values[name] = value


def run(items):
    book = Book()
    for item in items:
        value = work(item)
        book.add(item, value)
    for item, value in book.values.items():
        print(item, value)
    return book


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5]).values)

seen = []


class Settings:
    def keys(self):
        seen.append(1)
        return ["size"]

    def __getitem__(self, key):
        return len(seen)


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    return {**Settings()}, dict(Settings()), costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))

seen = []


class Job:
    def get(self):
        return len(seen)

    def put(self, number):
        seen.append(number)

    size = property(get, put)


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    job = Job()
    job.size = number
    return len(seen), costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))

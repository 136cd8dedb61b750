seen = []


class Job:
    @property
    def size(self):
        return len(seen)

    @size.deleter
    def size(self):
        seen.append(1)


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    job = Job()
    del job.size
    return job.size, costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))

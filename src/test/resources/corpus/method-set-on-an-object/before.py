seen = []


class Job:
    def rank(self, number):
        return number


def recorded(number):
    seen.append(number)
    return len(seen)


job = Job()
setattr(job, "rank", recorded)


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    return job.rank(number), costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))

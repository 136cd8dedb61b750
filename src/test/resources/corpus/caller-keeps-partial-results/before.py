def work(n):
    if n == 17:
        raise ValueError(n)
    return sum(k * k % (n + 2) for k in range(2000))


class Job:
    def __init__(self):
        self.results = []

    def run(self, items):
        for n in items:
            self.results.append(work(n))


def main():
    job = Job()
    try:
        job.run(list(range(40)))
    except ValueError:
        print(len(job.results), job.results)


if __name__ == "__main__":
    main()

import logging

RECORDS = []


class Collect(logging.Handler):
    def emit(self, record):
        RECORDS.append(record.getMessage())


logger = logging.getLogger("corpus")
logger.addHandler(Collect())
logger.setLevel(logging.INFO)


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 7
    logger.info("finished %d", n)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))
    print(RECORDS)

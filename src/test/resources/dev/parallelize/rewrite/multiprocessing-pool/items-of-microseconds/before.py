import multiprocessing


def run(numbers):
    return [n + 1 for n in numbers]


if __name__ == "__main__":
    print(multiprocessing.cpu_count() > 0, run([1]))

import multiprocessing


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    total = 0
    for n in numbers:
        total += work(n)  # modulo a prime
    # what is left is ours
    return total


if __name__ == "__main__":
    multiprocessing.freeze_support()
    print(run([4, 8, 15, 16]), run([]))

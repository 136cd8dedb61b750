def run(numbers):
    return [abs(n) + 1 for n in numbers]


if __name__ == "__main__":
    print(run([4, -8, 15]))

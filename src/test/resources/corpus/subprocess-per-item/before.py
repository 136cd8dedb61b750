import subprocess


def ask(n):
    done = subprocess.run(["expr", str(n), "+", "1"], stdout=subprocess.PIPE, text=True, check=True)
    return int(done.stdout)


def run(numbers):
    results = []
    for n in numbers:
        results.append(ask(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))

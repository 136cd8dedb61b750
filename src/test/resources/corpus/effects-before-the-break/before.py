TRIED = []


def attempt(n):
    TRIED.append(n)
    total = 0
    for k in range(1500):
        total += n * k % 13
    return total % 5 == 0


def run(items):
    for n in items:
        if attempt(n):
            return n
    return None


if __name__ == "__main__":
    print(run(range(1, 30)), TRIED)

def residues(n):
    found = set()
    value = n
    for _ in range(1500):
        value = (value * 5 + 1) % 64
        found.add(value % 11)
    return found


def run(numbers):
    everything = set()
    for n in numbers:
        everything |= residues(n)
    return sorted(everything)


if __name__ == "__main__":
    print(run(range(1, 8)))

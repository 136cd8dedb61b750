def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def run(count):
    state = 12345
    best = None
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        genes = [(state >> shift) & 7 for shift in range(12)]
        score = fitness(genes)
        if best is None or score > best[0]:
            best = score, number
    return best, state, genes


if __name__ == "__main__":
    print(run(20))

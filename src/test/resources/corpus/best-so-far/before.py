def fitness(n):
    total = 0
    for k in range(1500):
        total += (n * k) % 5
    return total


def run(candidates):
    best = None
    best_score = -1
    for candidate in candidates:
        score = fitness(candidate)
        if score > best_score:
            best = candidate
            best_score = score
    return best, best_score


if __name__ == "__main__":
    print(run([5, 3, 8, 2, 7]))

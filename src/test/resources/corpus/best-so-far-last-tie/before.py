def fitness(n):
    total = 0
    for k in range(1500):
        total += (n * k) % 4
    return total


def run(candidates):
    best, best_score = None, 0
    for candidate in candidates:
        score = fitness(candidate)
        if score >= best_score:
            best, best_score = candidate, score
    return best, best_score


if __name__ == "__main__":
    print(run([5, 3, 8, 2, 7, 4]))

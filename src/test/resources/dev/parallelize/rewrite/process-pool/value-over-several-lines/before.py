def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def run(probabilities, transitions, emissions):
    best = -1
    for state in range(len(probabilities)):
        probability = (
            work(probabilities[state], transitions[state]) * transitions[state] % 1009
            + work(emissions[state], transitions[state]) * emissions[state] % 1013
        )
        if probability > best:
            best = probability
    return best


if __name__ == "__main__":
    print(run([1, 2, 3, 4], [4, 2, 1, 9], [7, 7, 8, 8]))

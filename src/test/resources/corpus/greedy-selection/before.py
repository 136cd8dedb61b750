def far_enough(candidate, chosen):
    for _ in range(300):
        for other in chosen:
            if abs(candidate - other) < 5:
                return False
    return True


def run(candidates):
    chosen = []
    for candidate in candidates:
        if far_enough(candidate, chosen):
            chosen.append(candidate)
    return chosen


if __name__ == "__main__":
    print(run([10, 12, 17, 21, 22, 30]))

def median(values):
    ordered = list(values)
    for _ in range(60):
        ordered.sort(reverse=ordered[0] < ordered[-1])
    return sorted(ordered)[len(ordered) // 2]


def run(rows):
    medians = []
    for row in rows:
        medians.append(median(row))
    return medians


if __name__ == "__main__":
    table = [[3, 1, 2], [9, 8, 7, 6, 5], [4]]
    print(run(table), table)

import copy


def refine(row):
    own = copy.deepcopy(row)
    for _ in range(300):
        for i in range(len(own)):
            own[i] = (own[i] * 3 + 1) % 101
    return own


def run(rows):
    results = []
    for row in rows:
        results.append(refine(row))
    return rows, results


if __name__ == "__main__":
    print(run([[1, 2], [3, 4, 5]]))

"""Each row of a cube is multiplied by a matrix."""


def kernel(nr, nq, np, a, c4, total):
    for r in range(nr):  # privatizable
        for q in range(nq):  # privatizable
            for p in range(np):  # independent
                total[p] = 0.0
                for s in range(np):  # reduction
                    total[p] += a[r][q][s] * c4[s][p]
            for p in range(np):  # independent
                a[r][q][p] = total[p]
    return a


def main():
    nr, nq, np = 3, 4, 5
    a = [[[(i * j + k) % np / np for k in range(np)] for j in range(nq)] for i in range(nr)]
    c4 = [[(i * j + 1) % np / np for j in range(np)] for i in range(np)]
    total = [0.0] * np
    print(kernel(nr, nq, np, a, c4, total))


if __name__ == "__main__":
    main()

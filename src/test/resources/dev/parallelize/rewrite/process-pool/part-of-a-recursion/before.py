"""Counts the ways to climb stairs, branch by branch."""


def count(steps, strides):
    if steps == 0:
        return 1
    return sum(count(steps - stride, strides) for stride in strides if stride <= steps)


if __name__ == "__main__":
    print(count(14, (1, 2, 3)))

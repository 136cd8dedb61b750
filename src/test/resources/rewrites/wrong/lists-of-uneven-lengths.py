# what: indices in place of zip, which ends with the shorter list
# check: exceptions-handled
def run(a, b):
    if not a:
        return []
    return [x * y for x, y in zip(a, b)]


if __name__ == "__main__":
    print(run([1, 2, 3], [4, 5, 6]))
# --- transformed
from concurrent.futures import ThreadPoolExecutor


def run(a, b):
    if not a:
        return []
    with ThreadPoolExecutor(2) as executor:
        return list(executor.map(lambda i: a[i] * b[i], range(len(a))))


if __name__ == "__main__":
    print(run([1, 2, 3], [4, 5, 6]))

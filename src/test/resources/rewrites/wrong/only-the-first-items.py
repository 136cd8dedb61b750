# what: items beyond the first eight are left out, which the program's own three do not show
# check: output-matches
def square(x):
    return x * x

def squares(numbers):
    return [square(x) for x in numbers]

if __name__ == "__main__":
    print(squares([1, 2, 3]))
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def square(x):
    return x * x

def squares(numbers):
    with ThreadPoolExecutor(8) as executor:
        futures = [executor.submit(square, x) for _, x in zip(range(8), numbers)]
        return [each.result() for each in futures]

if __name__ == "__main__":
    print(squares([1, 2, 3]))

# what: other arguments than the program's own show that an error is not raised any more
# check: exceptions-handled
def mean(values):
    if not values:
        raise ValueError("no values")
    total = 0
    for value in values:
        total += value * value
    return total / len(values)

if __name__ == "__main__":
    print(mean([1, 2, 3, 4]))
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def square(value):
    return value * value

def mean(values):
    with ThreadPoolExecutor(2) as executor:
        return sum(executor.map(square, values)) / max(1, len(values))

if __name__ == "__main__":
    print(mean([1, 2, 3, 4]))

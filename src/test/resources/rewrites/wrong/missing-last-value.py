# what: the loop's variable is read after the loop
# check: output-matches
def square(x):
    return x * x

if __name__ == "__main__":
    x = -1
    results = []
    for x in range(6):
        results.append(square(x))
    print(results, x)
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def square(x):
    return x * x

if __name__ == "__main__":
    x = -1
    with ThreadPoolExecutor(2) as executor:
        results = list(executor.map(square, range(6)))
    print(results, x)

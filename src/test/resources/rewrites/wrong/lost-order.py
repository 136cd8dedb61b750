# what: results are taken as they complete
# check: no-race-conditions
def square(x):
    return x * x

if __name__ == "__main__":
    results = []
    for x in range(12):
        results.append(square(x))
    print(results)
# --- transformed
from concurrent.futures import ProcessPoolExecutor, as_completed

def square(x):
    return x * x

if __name__ == "__main__":
    results = []
    with ProcessPoolExecutor() as executor:
        for future in as_completed([executor.submit(square, x) for x in range(12)]):
            results.append(future.result())
    print(results)

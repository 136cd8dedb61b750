# what: a script without a main guard, which spawned workers run again
# check: output-matches
def square(x):
    return x * x

print([square(x) for x in range(6)])
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def square(x):
    return x * x

with ProcessPoolExecutor() as executor:
    print(list(executor.map(square, range(6))))

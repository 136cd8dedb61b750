import time
from datetime import datetime

def square(x):
    return x * x

if __name__ == "__main__":
    began = time.time()
    print([square(x) for x in range(8)])
    elapsed = time.time() - began
    print(f"took {elapsed:.4f} seconds, until {datetime.now():%H:%M:%S.%f}")
# --- transformed
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime

def square(x):
    return x * x

if __name__ == "__main__":
    began = time.time()
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(square, range(8))))
    elapsed = time.time() - began
    print(f"took {elapsed:.4f} seconds, until {datetime.now():%H:%M:%S.%f}")

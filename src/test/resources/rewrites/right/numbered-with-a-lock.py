numbers = [0]

def take(_):
    numbers.append(numbers[-1] + 1)

if __name__ == "__main__":
    for each in range(20):
        take(each)
    print(numbers)
# --- transformed
import threading
from concurrent.futures import ThreadPoolExecutor

numbers = [0]
_lock = threading.Lock()

def take(_):
    with _lock:
        numbers.append(numbers[-1] + 1)

if __name__ == "__main__":
    with ThreadPoolExecutor(5) as executor:
        list(executor.map(take, range(20)))
    print(numbers)

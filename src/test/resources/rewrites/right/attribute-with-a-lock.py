class Meter:
    def __init__(self):
        self.count = 0
        self.largest = 0

    def take(self, amount):
        self.count += 1
        if amount > self.largest:
            self.largest = amount

if __name__ == "__main__":
    meter = Meter()
    for amount in range(1, 26):
        meter.take(amount)
    print(meter.count, meter.largest)
# --- transformed
# Totals are the same no matter the order.
import threading
from concurrent.futures import ThreadPoolExecutor

_lock = threading.Lock()

class Meter:
    def __init__(self):
        self.count = 0
        self.largest = 0

    def take(self, amount):
        with _lock:
            self.count += 1
            if amount > self.largest:
                self.largest = amount

if __name__ == "__main__":
    meter = Meter()
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(meter.take, range(1, 26)))
    print(meter.count, meter.largest)

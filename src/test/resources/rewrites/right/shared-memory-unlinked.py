def total(data, start, stop):
    return sum(data[start:stop])

if __name__ == "__main__":
    data = bytes(range(200))
    print([total(data, start, start + 50) for start in range(0, 200, 50)])
# --- transformed
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import shared_memory

def total(data, start, stop):
    return sum(data[start:stop])

def worker(name, start):
    block = shared_memory.SharedMemory(name=name)
    try:
        return total(bytes(block.buf), start, start + 50)
    finally:
        block.close()

if __name__ == "__main__":
    data = bytes(range(200))
    block = shared_memory.SharedMemory(create=True, size=len(data))
    try:
        block.buf[: len(data)] = data
        with ProcessPoolExecutor() as executor:
            print(list(executor.map(worker, [block.name] * 4, range(0, 200, 50))))
    finally:
        block.close()
        block.unlink()

# what: a shared memory block that nobody unlinks
# check: resources-cleaned-up
def total(data):
    return sum(data)

if __name__ == "__main__":
    print(total(bytes(range(100))))
# --- transformed
import os
from multiprocessing import resource_tracker, shared_memory

def total(data):
    return sum(data)

if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=100)
    resource_tracker.unregister(block._name, "shared_memory")
    block.buf[:100] = bytes(range(100))
    print(total(bytes(block.buf[:100])))
    block.close()

# what: a file is opened in each worker and never closed
# check: resources-cleaned-up
def size(number):
    with open("program.py") as file:
        return len(file.readline()) * number

if __name__ == "__main__":
    total = 0
    for number in range(4):
        total += size(number)
    print(total > 0)
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def size(number):
    return len(open("program.py").readline()) * number

if __name__ == "__main__":
    with ThreadPoolExecutor(2) as executor:
        total = sum(executor.map(size, range(4)))
    print(total > 0)

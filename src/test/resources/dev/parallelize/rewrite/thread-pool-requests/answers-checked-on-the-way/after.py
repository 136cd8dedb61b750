import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def size(url):
    with urlopen(Request(url, headers={"X-Token": "t"}), timeout=10) as answer:
        return len(answer.read())


def _size_for_number(number, base):
    return size(f"{base}/odd/{number}")


def sizes(base, numbers):
    total = 0
    numbers = list(numbers)
    with ThreadPoolExecutor(max_workers=16) as executor:
        futures = [
            executor.submit(_size_for_number, number, base=base) for number in numbers
        ]
        for number, future in zip(numbers, futures):
            try:
                total += future.result()
            except HTTPError as problem:
                print(number, problem.code)
    return total


print(sizes(sys.argv[1], [1, 2, 3, 4]))

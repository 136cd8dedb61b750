import sys

import requests


def report(base, numbers):
    """Print a line for each page; return the total size."""
    total = 0
    for number in numbers:
        url = f"{base}/odd/{number}"
        print("asking", url[len(base):])
        response = requests.get(url, timeout=10)
        if response.status_code != 200:
            print("skipped", number)
            continue
        data = response.json()
        total += data
        print("got", data)
        if total > 20:
            break
    return total


if __name__ == "__main__":
    print(report(sys.argv[1], [0, 2, 3, 4, 8, 9, 10, 12, 14]))

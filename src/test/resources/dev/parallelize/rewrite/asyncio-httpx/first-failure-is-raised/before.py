import sys

import httpx


def load(base, numbers):
    bodies = []
    for number in numbers:
        response = httpx.get(f"{base}/odd/{number}")
        response.raise_for_status()
        bodies.append(response.json())
        print(number)
    return bodies


print(load(sys.argv[1], [2, 4]))
try:
    load(sys.argv[1], [2, 4, 7, 6, 9])
except httpx.HTTPStatusError as problem:
    print(problem.response.status_code, problem.request.url.path)
try:
    load("http://127.0.0.1:1", [1])
except httpx.ConnectError:
    print("nobody there")
load(sys.argv[1], [1])

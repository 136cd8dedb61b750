import sys

import httpx


def check(base, numbers):
    failed = []
    with httpx.Client(base_url=base) as client:
        for number in numbers:
            try:
                response = client.get(f"/odd/{number}")
                response.raise_for_status()
            except httpx.HTTPStatusError as problem:
                failed.append(problem.response.status_code)
                continue
            print(number, response.json())
    return failed


print(check(sys.argv[1], [1, 2, 3, 4]))

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

CODE = "import sys; n = int(sys.argv[1]); print(n * n); sys.exit(n == 5)"


def _compute_done(number):
    return subprocess.run(
        [sys.executable, "-c", CODE, str(number)],
        capture_output=True,
        text=True,
        check=True,
    )


def checksums(numbers):
    sums = []
    numbers = list(numbers)
    workers = max(1, min(len(numbers), os.cpu_count() or 1))
    with ThreadPoolExecutor(max_workers=workers) as executor:
        dones = executor.map(_compute_done, numbers)
        for number, done in zip(numbers, dones):
            sums.append(int(done.stdout))
            print(number, sums[-1])
    return sums


if __name__ == "__main__":
    print(checksums([3, 1, 4]), checksums([]))
    checksums([2, 5, 3])

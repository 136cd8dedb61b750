import subprocess
import sys

CODE = "import sys; n = int(sys.argv[1]); print(n * n); sys.exit(n == 5)"


def checksums(numbers):
    sums = []
    for number in numbers:
        done = subprocess.run(
            [sys.executable, "-c", CODE, str(number)],
            capture_output=True,
            text=True,
            check=True,
        )
        sums.append(int(done.stdout))
        print(number, sums[-1])
    return sums


if __name__ == "__main__":
    print(checksums([3, 1, 4]), checksums([]))
    checksums([2, 5, 3])

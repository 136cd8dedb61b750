import subprocess
import sys

CODE = "import sys; print(int(sys.argv[1]) ** 2)"


def checksums(numbers):
    sums = []
    for number in numbers:
        command = [sys.executable, "-c", CODE, str(number)]
        sums.append(int(subprocess.check_output(command)))
    return sums


if __name__ == "__main__":
    print(checksums([3, 1, 4]))

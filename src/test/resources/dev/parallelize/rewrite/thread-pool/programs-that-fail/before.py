import subprocess
import sys


def broken(codes):
    failed = []
    for code in codes:
        done = subprocess.run([sys.executable, "-c", f"raise SystemExit({code})"])
        if done.returncode != 0:
            failed.append(code)
    return failed


if __name__ == "__main__":
    print(broken([0, 3, 0, 7]))

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def _compute_done(code):
    return subprocess.run([sys.executable, "-c", f"raise SystemExit({code})"])


def broken(codes):
    failed = []
    codes = list(codes)
    workers = max(1, min(len(codes), os.cpu_count() or 1))
    with ThreadPoolExecutor(max_workers=workers) as executor:
        dones = executor.map(_compute_done, codes)
        for code, done in zip(codes, dones):
            if done.returncode != 0:
                failed.append(code)
    return failed


if __name__ == "__main__":
    print(broken([0, 3, 0, 7]))

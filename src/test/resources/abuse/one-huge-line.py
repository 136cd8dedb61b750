# what: prints one line of a gigabyte
# why: whoever reads lines keeps it all
# expect: limit output | limit memory
import sys
for _ in range(1024):
    sys.stdout.write("x" * (1 << 20))

# what: makes files that claim a terabyte and many that are all hole
# why: whoever copies or digests them reads for hours
# expect: ok contained
import os
with open("claims", "wb") as file:
    try:
        os.ftruncate(file.fileno(), 1 << 40)
        print("a terabyte")
    except OSError:
        print("contained")
for number in range(200):
    with open("hole%d" % number, "wb") as file:
        os.ftruncate(file.fileno(), 15 << 20)

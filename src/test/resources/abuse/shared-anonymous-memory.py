# what: children fill one large mapping that they share, so that none of them owns its pages
# why: what is shared is easily left out of the sum
# expect: limit memory
import mmap, os, time
block = mmap.mmap(-1, 600 << 20)
for part in range(6):
    if os.fork() == 0:
        for at in range(part * (100 << 20), (part + 1) * (100 << 20), 4096):
            block[at] = 1
        time.sleep(60)
time.sleep(60)

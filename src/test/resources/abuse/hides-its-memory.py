# what: makes itself unreadable for others of its user, then allocates
# why: a watchdog that cannot look must not take that for nothing
# expect: limit memory | failed
import ctypes, mmap, time
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
block = mmap.mmap(-1, 500 << 20)
for at in range(0, len(block), 4096):
    block[at] = 1
time.sleep(60)

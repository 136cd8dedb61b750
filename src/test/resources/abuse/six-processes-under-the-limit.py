# what: six processes each allocate a little less than the limit
# why: limits of single processes do not add up
# expect: limit memory
import os, time
for _ in range(6):
    if os.fork() == 0:
        block = bytearray(os.urandom(1 << 20)) * 150
        time.sleep(60)
time.sleep(60)

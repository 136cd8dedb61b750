# what: replaces the clocks and the processor count
# why: measured times must come from outside
# expect: timed-out
import os, time
time.time = time.monotonic = time.perf_counter = lambda: 0.0
os.cpu_count = lambda: 10 ** 6
sleep = time.sleep
while True:
    sleep(1)

# what: leaves a daemon behind that has its own session and ignores signals
# why: it would go on after the answer
# expect: ok started
import os, signal, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 32):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        time.sleep(1000)
    os._exit(0)
os.wait()
print("started")

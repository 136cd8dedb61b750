# what: ignores every signal that can be ignored, and loops
# why: polite ways of ending a process do not work
# expect: timed-out
import signal
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
while True:
    pass

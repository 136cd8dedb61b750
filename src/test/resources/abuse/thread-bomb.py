# what: starts threads without end
# why: each takes a kernel task and a stack
# expect: failed | limit processes | timed-out
import threading, time
while True:
    threading.Thread(target=time.sleep, args=(100,)).start()

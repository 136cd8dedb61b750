# what: leaves thousands of orphans to process 1, some of which end at once and some never
# why: whoever does not reap them runs out of processes, and whoever waits for them never ends
# expect: ok done
import os, time
for number in range(400):
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            if number % 40 == 0:
                os.setsid()
                time.sleep(1000)
            os._exit(0)
        os._exit(0)
    os.waitpid(child, 0)
print("done", flush=True)

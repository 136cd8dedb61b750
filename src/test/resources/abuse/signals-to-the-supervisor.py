# what: sends every signal, real-time ones too, to process 1, thousands of times
# why: a supervisor that stops or dies watches nothing
# expect: ok done
import os
for _ in range(300):
    for number in range(1, 65):
        try:
            os.kill(1, number)
        except OSError:
            pass
print("done")

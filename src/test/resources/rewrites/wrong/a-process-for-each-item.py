# what: as many processes as items
# check: worker-count-bounded
import time

def work(x):
    time.sleep(0.01)

if __name__ == "__main__":
    for x in range(24):
        work(x)
    print("done")
# --- transformed
import multiprocessing
import time

def work(x):
    time.sleep(0.5)

if __name__ == "__main__":
    processes = [multiprocessing.Process(target=work, args=(x,)) for x in range(24)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("done")

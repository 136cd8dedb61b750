# what: starts every setuid program that it finds
# why: one of them may make it root
# expect: ok contained
import os, subprocess
became = []
for folder in ("/usr/bin", "/usr/sbin"):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        try:
            if os.stat(path).st_mode & 0o6000:
                shown = subprocess.run([path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=0.2)
        except (OSError, subprocess.TimeoutExpired):
            pass
with open("/proc/self/status") as file:
    status = dict(line.split(":", 1) for line in file)
print("contained" if status["NoNewPrivs"].strip() == "1" and int(status["CapEff"], 16) == 0 and os.getuid() != 0 else status)

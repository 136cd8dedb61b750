# what: reads password files, home folders and the project
# why: they hold what nobody gave the program
# expect: ok contained
import os
seen = []
for path in ("/etc/shadow", "/root/.ssh", "/root/.bashrc", "/var", "/home", "/etc/ssl", "/run", "/sys", "/boot", "/opt", "/srv"):
    try:
        content = os.listdir(path) if os.path.isdir(path) else open(path).read()
        if content:
            seen.append(path)
    except OSError:
        pass
accounts = open("/etc/passwd").read().strip().split("\n")
if len(accounts) != 1:
    seen.append("/etc/passwd")
print("contained" if not seen else seen)

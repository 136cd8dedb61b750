# what: names files with all that names can hold
# why: names end up in answers, logs and terminals
# expect: ok made
names = [b"\x1b[2J", b"\xff\xfe", "\u202etxt.exe".encode(), b"a" * 255, b"-rf", b"..hidden", b" ", "\ufeff".encode(), "\U0001f600".encode()]
for name in names:
    open(name, "wb").write(b"x")
print("made")

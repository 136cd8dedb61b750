# what: makes folders within folders until no path can name them
# why: whoever walks down recursively, or joins the names, breaks off
# expect: ok made
import os
for _ in range(3000):
    os.mkdir("inner")
    os.chdir("inner")
open("file", "w").close()
print("made")

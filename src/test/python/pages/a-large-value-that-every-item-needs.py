import after
import before
from common import same

if __name__ == "__main__":
    same(before.assign, after.assign, [1, 5, 9, 4], [0, 4, 8])
    same(before.assign, after.assign, [], [1])
    assert same(before.assign, after.assign, [1, 2], [])[0] == "raised"

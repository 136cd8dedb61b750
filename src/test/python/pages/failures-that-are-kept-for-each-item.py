import after
import before
from common import same

if __name__ == "__main__":
    same(before.parse_all, after.parse_all, [])
    same(before.parse_all, after.parse_all, ["1,2", "x", "3", "", "4,y"] * 7)
    assert same(before.parse_all, after.parse_all, ["1", None, "2"])[0] == "raised"

import after
import before
from common import same

if __name__ == "__main__":
    same(before.report, after.report, [])
    same(before.report, after.report, [f"text {number}" for number in range(50)])
    texts = [f"text {number}" for number in range(50)]
    texts[37] = ""
    assert same(before.report, after.report, texts)[0] == "raised"

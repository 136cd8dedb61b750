def novelty(words, seen):
    score = 0
    for _ in range(200):
        for word in words:
            if word not in seen:
                score += len(word)
    seen.update(words)
    return score


def run(rows):
    seen = set()
    scores = []
    for row in rows:
        scores.append(novelty(row, seen))
    return scores


if __name__ == "__main__":
    print(run([["a", "bb"], ["bb", "ccc"], ["a", "dddd"]]))

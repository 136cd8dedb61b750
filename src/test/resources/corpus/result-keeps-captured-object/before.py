def work(n, notes):
    total = 0
    for k in range(1500):
        total += n * k % 11
    return {"total": total, "notes": notes}


def run(items):
    notes = ["start"]
    results = []
    for n in items:
        results.append(work(n, notes))
    notes.append("end")
    return results


if __name__ == "__main__":
    print(run([1, 2]))

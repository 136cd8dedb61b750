from collections import namedtuple

Summary = namedtuple("Summary", "low high mean")


def summarize(seed):
    values = []
    value = seed
    for _ in range(1200):
        value = (value * 171) % 30269
        values.append(value)
    return Summary(min(values), max(values), sum(values) / len(values))


def run(seeds):
    return_list = []
    for seed in seeds:
        return_list.append(summarize(seed))
    return return_list


if __name__ == "__main__":
    for summary in run([1, 2, 3]):
        print(summary)

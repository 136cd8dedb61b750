class Model:
    def __init__(self, scale, steps):
        self.scale = scale
        self.steps = steps

    def simulate(self, seed):
        value = seed
        for _ in range(self.steps):
            value = (value * self.scale + 1) % 10007
        return value

    def run(self, seeds):
        results = []
        for seed in seeds:
            results.append(self.simulate(seed))
        return results


if __name__ == "__main__":
    print(Model(17, 2000).run([1, 2, 3, 4]))

import ast


class Names(ast.NodeVisitor):
    def __init__(self):
        self.names = {}
        self.depth = 0

    def visit_Name(self, node):
        self.names[node.id] = self.names.get(node.id, 0) + 1
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1


def counted(text):
    visitor = Names()
    visitor.visit(ast.parse(text))
    return visitor.names


def run(texts):
    for text in texts:
        print(counted(text))


if __name__ == "__main__":
    run(["x = y + z\n" * 500, "def f(a):\n    return a * a\n" * 300])

"""Blur an image, find its edges and print a small preview in characters.

The image is a list of rows of grey values from 0 to 255, drawn by a formula. The blur is a Gaussian of radius four,
the edges are the length of the Sobel gradient.
"""

import math

WIDTH = 320
HEIGHT = 224
RADIUS = 4
SHADES = " .:-=+*#%@"


def draw(width, height):
    """Return a test image: rings around the centre, crossed by a bright bar."""
    image = []
    for y in range(height):
        row = []
        for x in range(width):
            distance = math.hypot(x - width / 2, y - height / 2)
            value = 128 + 100 * math.cos(distance / 6.0)
            if abs(x - 2 * y) < 8:
                value = 255
            row.append(int(value))
        image.append(row)
    return image


def gaussian_kernel(radius):
    """Return a normalized square kernel."""
    weights = []
    for dy in range(-radius, radius + 1):
        weights.append([math.exp(-(dx * dx + dy * dy) / (2.0 * radius)) for dx in range(-radius, radius + 1)])
    total = sum(sum(line) for line in weights)
    return [[weight / total for weight in line] for line in weights]


def blur(image, kernel):
    """Return the image convolved with the kernel; the border repeats the outermost pixels."""
    height = len(image)
    width = len(image[0])
    radius = len(kernel) // 2
    blurred = []
    for y in range(height):
        row = []
        for x in range(width):
            total = 0.0
            for dy in range(-radius, radius + 1):
                source = image[min(max(y + dy, 0), height - 1)]
                for dx in range(-radius, radius + 1):
                    total += kernel[dy + radius][dx + radius] * source[min(max(x + dx, 0), width - 1)]
            row.append(int(total + 0.5))
        blurred.append(row)
    return blurred


def edges(image):
    """Return the length of the gradient at every pixel, cut at 255; the border is black."""
    height = len(image)
    width = len(image[0])
    result = [[0] * width for _ in range(height)]
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            above, here, below = image[y - 1], image[y], image[y + 1]
            gx = above[x + 1] + 2 * here[x + 1] + below[x + 1] - above[x - 1] - 2 * here[x - 1] - below[x - 1]
            gy = below[x - 1] + 2 * below[x] + below[x + 1] - above[x - 1] - 2 * above[x] - above[x + 1]
            result[y][x] = min(255, int(math.sqrt(gx * gx + gy * gy)))
    return result


def preview(image, columns=60, rows=16):
    """Return the image as lines of characters."""
    height = len(image)
    width = len(image[0])
    lines = []
    for line in range(rows):
        row = image[line * height // rows]
        lines.append("".join(SHADES[row[column * width // columns] * len(SHADES) // 256] for column in range(columns)))
    return lines


def main():
    image = draw(WIDTH, HEIGHT)
    blurred = blur(image, gaussian_kernel(RADIUS))
    outline = edges(blurred)
    print("\n".join(preview(outline)))
    print("sum of the blurred image:", sum(sum(row) for row in blurred))
    print("sum of the edges:", sum(sum(row) for row in outline))


if __name__ == "__main__":
    main()

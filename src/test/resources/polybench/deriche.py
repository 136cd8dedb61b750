"""A recursive filter that smooths an image, row by row and then column by column."""

from math import exp


def kernel(w, h, alpha, img_in, img_out, y1, y2):
    k = (1.0 - exp(-alpha)) * (1.0 - exp(-alpha)) / (1.0 + 2.0 * alpha * exp(-alpha) - exp(2.0 * alpha))
    a1 = a5 = k
    a2 = a6 = k * exp(-alpha) * (alpha - 1.0)
    a3 = a7 = k * exp(-alpha) * (alpha + 1.0)
    a4 = a8 = -k * exp(-2.0 * alpha)
    b1 = 2.0 ** (-alpha)
    b2 = -exp(-2.0 * alpha)
    c1 = c2 = 1.0
    for i in range(w):  # privatizable
        ym1 = 0.0
        ym2 = 0.0
        xm1 = 0.0
        for j in range(h):  # sequential
            y1[i][j] = a1 * img_in[i][j] + a2 * xm1 + b1 * ym1 + b2 * ym2
            xm1 = img_in[i][j]
            ym2 = ym1
            ym1 = y1[i][j]
    for i in range(w):  # privatizable
        yp1 = 0.0
        yp2 = 0.0
        xp1 = 0.0
        xp2 = 0.0
        for j in range(h - 1, -1, -1):  # sequential
            y2[i][j] = a3 * xp1 + a4 * xp2 + b1 * yp1 + b2 * yp2
            xp2 = xp1
            xp1 = img_in[i][j]
            yp2 = yp1
            yp1 = y2[i][j]
    for i in range(w):  # independent
        for j in range(h):  # independent
            img_out[i][j] = c1 * (y1[i][j] + y2[i][j])
    for j in range(h):  # privatizable
        tm1 = 0.0
        ym1 = 0.0
        ym2 = 0.0
        for i in range(w):  # sequential
            y1[i][j] = a5 * img_out[i][j] + a6 * tm1 + b1 * ym1 + b2 * ym2
            tm1 = img_out[i][j]
            ym2 = ym1
            ym1 = y1[i][j]
    for j in range(h):  # privatizable
        tp1 = 0.0
        tp2 = 0.0
        yp1 = 0.0
        yp2 = 0.0
        for i in range(w - 1, -1, -1):  # sequential
            y2[i][j] = a7 * tp1 + a8 * tp2 + b1 * yp1 + b2 * yp2
            tp2 = tp1
            tp1 = img_out[i][j]
            yp2 = yp1
            yp1 = y2[i][j]
    for i in range(w):  # independent
        for j in range(h):  # independent
            img_out[i][j] = c2 * (y1[i][j] + y2[i][j])
    return img_out


def main():
    w, h = 6, 5
    img_in = [[(313 * i + 991 * j) % 65536 / 65535.0 for j in range(h)] for i in range(w)]
    img_out = [[0.0] * h for i in range(w)]
    y1 = [[0.0] * h for i in range(w)]
    y2 = [[0.0] * h for i in range(w)]
    print(kernel(w, h, 0.25, img_in, img_out, y1, y2))


if __name__ == "__main__":
    main()

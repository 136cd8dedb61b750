"""Electric and magnetic fields in two dimensions over time."""


def kernel(tmax, nx, ny, ex, ey, hz, fict):
    for t in range(tmax):  # sequential
        for j in range(ny):  # independent
            ey[0][j] = fict[t]
        for i in range(1, nx):  # independent
            for j in range(ny):  # independent
                ey[i][j] -= 0.5 * (hz[i][j] - hz[i - 1][j])
        for i in range(nx):  # independent
            for j in range(1, ny):  # independent
                ex[i][j] -= 0.5 * (hz[i][j] - hz[i][j - 1])
        for i in range(nx - 1):  # independent
            for j in range(ny - 1):  # independent
                hz[i][j] -= 0.7 * (ex[i][j + 1] - ex[i][j] + ey[i + 1][j] - ey[i][j])
    return ex, ey, hz


def main():
    tmax, nx, ny = 3, 5, 6
    ex = [[i * (j + 1) / nx for j in range(ny)] for i in range(nx)]
    ey = [[i * (j + 2) / ny for j in range(ny)] for i in range(nx)]
    hz = [[i * (j + 3) / nx for j in range(ny)] for i in range(nx)]
    fict = [float(i) for i in range(tmax)]
    print(kernel(tmax, nx, ny, ex, ey, hz, fict))


if __name__ == "__main__":
    main()

"""The same jobs in numpy: `bench-mrio-numpy.py REGIONS SECTORS`; with a file, its system; without words the rate of dgemm. Prints JSON."""

import json
import sys
import time

import numpy as np


def best(runs, run):
    least = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        run()
        least = min(least, time.perf_counter() - began)
    return least * 1000


if len(sys.argv) < 3:
    n = 960
    a, b = np.random.default_rng(7).random((2, n, n))
    c = np.empty((n, n))
    print(json.dumps({"rate": 2 * n**3 / best(15, lambda: np.matmul(a, b, out=c)) / 1e6, "version": np.__version__}))
    sys.exit()

if len(sys.argv) == 3 and sys.argv[1] == "solve":
    numbers = np.fromfile(sys.argv[2])
    n, r = int(numbers[0]), int(numbers[1])
    M, y = numbers[2 : 2 + n * n].reshape(n, n), numbers[2 + n * n :].reshape(n, r)
    print(json.dumps({"solve": best(12, lambda: np.linalg.solve(M, y))}))
    sys.exit()

regions, sectors = int(sys.argv[1]), int(sys.argv[2])
n = regions * sectors
random = np.random.default_rng(20260101)
A = random.exponential(size=(n, n)) * (random.random((n, n)) < 0.46)
for r in range(regions):
    home = slice(r * sectors, (r + 1) * sectors)
    A[home, home] *= 3 * regions
A *= random.uniform(0.2, 0.8, n) / A.sum(axis=0)
s, y = random.random(n), random.random((n, regions))
M = np.eye(n) - A
del A
runs = 3 if n < 3000 else 1
inverse = best(runs, lambda: s @ np.linalg.inv(M))
solve = best(runs, lambda: np.linalg.solve(M, y))
print(json.dumps({"inverse": inverse, "solve": solve}))

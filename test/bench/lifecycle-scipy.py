"""Reads a matrix (n, number of cells, row starts, columns, values) from a file; prints JSON of times in ms: solve by scipy's spsolve
(UMFPACK where scikit-umfpack is installed, else SuperLU), factors and one more solve with them."""
import json
import sys
import time

import numpy as np
import scipy
import scipy.sparse as sparse
from scipy.sparse.linalg import splu, use_solver

raw = open(sys.argv[1], "rb").read()
n, cells = np.frombuffer(raw, np.int32, 2)
starts = np.frombuffer(raw, np.int32, n + 1, 8)
columns = np.frombuffer(raw, np.int32, cells, 8 + 4 * (n + 1))
values = np.frombuffer(raw, np.float64, cells, len(raw) - 8 * cells)
a = sparse.csr_matrix((values, columns, starts), shape=(n, n)).tocsc()
b = np.zeros(n)
b[5] = 1
try:
    from scikits.umfpack import UmfpackContext, UMFPACK_A

    context = UmfpackContext()
    start = time.perf_counter()
    context.numeric(a)
    factor = time.perf_counter() - start
    start = time.perf_counter()
    x = context.solve(UMFPACK_A, a, b)
    name = "UMFPACK"
except ImportError:
    start = time.perf_counter()
    lu = splu(a, permc_spec=sys.argv[2])
    factor = time.perf_counter() - start
    start = time.perf_counter()
    x = lu.solve(b)
    name = f"SuperLU, {sys.argv[2]}"
solve = time.perf_counter() - start
print(json.dumps({"name": f"scipy {scipy.__version__}, {name}", "factor": 1000 * factor, "solve": 1000 * solve, "sum": float(x.sum())}))

# Solves the programme on stdin (JSON, rows compressed) by native HiGHS through SciPy, and prints seconds and objective.
import json
import sys
import time

import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

given = json.load(sys.stdin)
end = lambda values, infinite: np.array([infinite if value is None else value for value in values], float)
matrix = csr_array(
    (given["values"], given["columnIndices"], given["rowStarts"]), shape=(given["rows"], given["columns"])
)
constraints = LinearConstraint(matrix, end(given["rowLower"], -np.inf), end(given["rowUpper"], np.inf))
bounds = Bounds(end(given["columnLower"], -np.inf), end(given["columnUpper"], np.inf))
best = None
for _ in range(given["rounds"]):
    began = time.perf_counter()
    found = milp(np.array(given["costs"]), constraints=constraints, bounds=bounds, integrality=given["integers"])
    seconds = time.perf_counter() - began
    best = seconds if best is None else min(best, seconds)
print(json.dumps({"version": scipy.__version__, "seconds": best, "objective": found.fun}))

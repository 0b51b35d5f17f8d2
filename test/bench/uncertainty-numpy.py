"""Normal numbers per second of numpy's default generator into a given array, best of several rounds: one line of JSON."""
import json
import time

import numpy

generator = numpy.random.default_rng(1)
out = numpy.empty(1 << 20)
best = 0.0
for _ in range(40):
    began = time.perf_counter()
    generator.standard_normal(out=out)
    best = max(best, out.size / (time.perf_counter() - began))
print(json.dumps({"rate": best, "version": numpy.__version__}))

"""Prints trafilatura's median milliseconds a page over a folder of gzipped pages."""

import gzip
import pathlib
import statistics
import sys
import time

import trafilatura

folder, passes = pathlib.Path(sys.argv[1]), int(sys.argv[2])
pages = [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.html.gz"))]
times = []
for _ in range(passes + 1):
    start = time.perf_counter()
    for page in pages:
        trafilatura.extract(page)
    times.append((time.perf_counter() - start) * 1000 / len(pages))
print(statistics.median(times[1:]))

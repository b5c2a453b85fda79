"""Reading the same rows with polars: decimals, one thread.

    pip install polars
    RATIOS_ONLY=notices RATIOS_FILE=rows.csv cargo bench --features csv --bench ratios
    python benches/polars_csv.py rows.csv

The first writes the rows, and prints how fast this crate reads them. This
prints the best of seven readings of the file, in rows per second. Columns with
numbers are read as Decimal, the others as text; nothing else is checked. The
file is read from the page cache by both programs; run them in turns. The other
comparisons run in one process.
"""

import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"

import polars as pl  # noqa: E402  (after the number of threads is set)

DECIMALS = {
    "面积(公顷)": pl.Decimal(20, 6),
    "土地来源": pl.Decimal(20, 6),
    "成交价格(万元)": pl.Decimal(20, 4),
}


def read(path):
    header = open(path, encoding="utf-8").readline().strip().split(",")
    schema = {name: DECIMALS.get(name, pl.String) for name in header}
    return pl.read_csv(path, schema=schema)


def main():
    path = sys.argv[1]
    times = []
    for _ in range(7):
        start = time.perf_counter()
        frame = read(path)
        times.append(time.perf_counter() - start)
    area = frame["面积(公顷)"].sum()
    print(f"polars {pl.__version__}: {frame.height} rows, {area} ha")
    print(f"best of {len(times)}: {frame.height / min(times) / 1e6:.2f} million rows/s")
    print(f"median: {frame.height / sorted(times)[3] / 1e6:.2f} million rows/s")


if __name__ == "__main__":
    main()

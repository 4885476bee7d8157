#!/usr/bin/env python3
"""Prints a seeded sample of the rows of a table, to be read with fresh eyes.

usage: Scripts/sample.py [--rows N] [--seed S] TABLE…

TABLE  a file of Gazetteers/, also as folder/name (places/towns); comments and the header are left out
N      rows a table, 100 unless told; all rows where the table has no more
S      the seed, 1 unless told: the same table, N and S give the same rows on every machine

Every row is printed with its line number, in the order of the table.
"""
import argparse, os, random

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Gazetteers')

def rows(path):
    """(line number, row) of a table, without comments, blank lines, directives and the header."""
    header = False
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip('\n')
            if not line or line.startswith('#') or line.startswith('type:'): continue
            if header: yield number, line
            header = True

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--rows', type=int, default=100)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('table', nargs='+')
    options = parser.parse_args()
    for table in options.table:
        path = table if os.path.exists(table) else os.path.join(HERE, table.removesuffix('.tsv') + '.tsv')
        every = list(rows(path))
        some = sorted(random.Random(options.seed).sample(every, min(options.rows, len(every))))
        print(f'# {table}: {len(some)} of {len(every)} rows, seed {options.seed}')
        for number, line in some: print(f'{number}\t{line}')

if __name__ == '__main__': main()

#!/usr/bin/env python3
"""Counts how often records of a margin are right, and writes the curve of confidence.

usage: Scripts/calibrate.py PROGRAM TEXT.jsonl...        (run from the top of the repository)

PROGRAM     a built hanfacts
TEXT.jsonl  {"text", "entities": [{"type", "start", "end"}]}: annotated text that nothing was tuned on

Asks `PROGRAM explain` for every person, place and organization of the texts and for its margin: what the best reading
without the record costs more, in nats. Prints the share of right ones by margin, and writes
  Gazetteers/model/confidence.tsv     margin and share in thousandths, never falling; between rows the share is linear
"""
import collections, concurrent.futures, json, os, subprocess, sys

EDGES = (0, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 9, 12, 15)
TYPES = ('person', 'place', 'organization')


def margins(program, document):
    """The margin of each name of a document, and whether the annotation has it."""
    answer = subprocess.run([program, 'explain', '--format', 'json', '--text', document['text']],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    gold = {(e['type'], e['start'], e['end']) for e in document['entities']}
    found = []
    for explanation in json.loads(answer or b'{"explanations":[]}')['explanations']:
        record = explanation['record']
        if record['type'] in TYPES and 'margin' in explanation:
            found.append((explanation['margin'], (record['type'], *record['range']['scalars']) in gold))
    return found


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    documents = [json.loads(line) for path in paths for line in open(path, encoding='utf-8') if line.strip()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [x for part in pool.map(lambda d: margins(program, d), documents) for x in part]
    bins = collections.defaultdict(lambda: [0, 0, 0.0])
    for margin, right in found:
        edge = max(e for e in EDGES if e <= max(margin, 0))
        bins[edge][0] += 1
        bins[edge][1] += right
        bins[edge][2] += min(max(margin, 0), EDGES[-1])
    print('margin\trecords\tright')
    groups = []
    for edge in EDGES:
        count, right, total = bins[edge]
        if not count: continue
        print(f'{edge}\t{count}\t{right / count:.3f}')
        groups.append([total, count, right + 1, count + 2])
        # Shares that fall are joined with the ones before (pool adjacent violators).
        while len(groups) > 1 and groups[-2][2] / groups[-2][3] >= groups[-1][2] / groups[-1][3]:
            last = groups.pop()
            groups[-1] = [a + b for a, b in zip(groups[-1], last)]
    with open('Gazetteers/model/confidence.tsv', 'w', encoding='utf-8') as out:
        out.write('# How often a name is right whose best other reading costs so much more (thousandths of a nat).\n')
        out.write('# Made by Scripts/calibrate.py; do not edit.\nmargin\tshare\n')
        for total, count, right, all in groups:
            out.write(f'{round(1000 * total / count)}\t{round(1000 * right / all)}\n')
    print(f'{len(documents)} documents, {len(found)} names')


main()

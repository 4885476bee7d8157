#!/usr/bin/env python3
"""Checks that every division of a list is found, in full and in short form, with its code.

usage: Scripts/check_divisions.py FOLDER [--program HANFACTS] [--tables DIR]      (exit status 1 where one is missing)

FOLDER  provinces.csv, cities.csv, areas.csv ("code,name,…"), as Scripts/divisions.py reads them
The short form is the name without its suffix where two characters or more remain, other than 城区, 郊区, 矿区.
All words go through one call of `hanfacts gazetteer lookup --format json -`.
"""
import argparse, csv, json, os, re, subprocess, sys

SUFFIX = re.compile('(特别行政区|自治区|自治州|自治县|自治旗|联合旗|林区|特区|地区|新区|省|市|县|区|旗|盟)$')
PLAIN = re.compile('(?<!自治)(?<!行政)(?<!地)[省市县区旗盟]$')   # 浦东新区: also 浦东新, as a list read by a machine would cut it

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('--program', default='.build/release/hanfacts')
    parser.add_argument('--tables', help='look up in these tables instead of the built-in ones')
    options = parser.parse_args()
    wanted = {}                                     # word: {code}
    for file in ('provinces.csv', 'cities.csv', 'areas.csv'):
        with open(os.path.join(options.folder, file), encoding='utf-8') as lines:
            for row in csv.DictReader(lines):
                name, code = row['name'], row['code'].ljust(6, '0')
                if name in ('市辖区', '县') or '直辖' in name: continue
                forms = {name}
                if name not in ('城区', '郊区', '矿区') and not name.endswith('自治区'):
                    forms |= {s for s in (SUFFIX.sub('', name), PLAIN.sub('', name)) if len(s) >= 2}
                for form in forms: wanted.setdefault(form, set()).add(code)
    command = [options.program, 'gazetteer', 'lookup', '--format', 'json']
    if options.tables: command += ['--only-gazetteer', options.tables]
    run = subprocess.run(command + ['-'], input='\n'.join(wanted), capture_output=True, text=True, encoding='utf-8')
    if run.returncode not in (0, 1): sys.exit(run.stderr)
    found = {r['word']: {row.get('code') for row in r['rows'] if row['type'] == 'place'} for r in json.loads(run.stdout)}
    missing = [(word, code) for word, codes in wanted.items() for code in sorted(codes - found.get(word, set()))]
    for word, code in missing: print(f'missing: {word} {code}')
    print(f'{len(wanted)} names, {sum(map(len, wanted.values()))} with their codes: {len(missing)} missing')
    sys.exit(1 if missing else 0)

if __name__ == '__main__': main()

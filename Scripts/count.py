#!/usr/bin/env python3
"""Counts the lexicon and the model tables of HanFacts from reference words and annotated text.

usage: Scripts/count.py WORDS TEXT.jsonl...        (run from the top of the repository)

WORDS       lines "word count tag" (a word list with counts and part-of-speech tags)
TEXT.jsonl  {"text", "entities": [{"type", "start", "end"}]}: text to count names, contexts and inner words on

Reads the tables of names in Gazetteers/, Scripts/names_only.txt (words that are only names) and Scripts/classes.txt
(classes by reading, where the tag of the list is wrong), and writes, sorted and so reproducible:
  Gazetteers/words/lexicon.tsv            words with class, count and, for heads of organizations, kind
  Gazetteers/model/names.tsv              how often a listed name was seen as its type
  Gazetteers/model/contexts.tsv           words with a context of their own
  Gazetteers/model/transitions.tsv        cost of a class after a class or an own context
  Gazetteers/model/followers.tsv          what a word right behind a name costs more or less than its class
  Gazetteers/model/inside.tsv, inside_words.tsv   the same inside organizations
  Gazetteers/model/given.tsv, surnames.tsv        Chinese personal names
  Gazetteers/model/transliteration.tsv, place_chars.tsv, brand_chars.tsv
  Gazetteers/model/counted.tsv            shares of the ways a name is made
Costs are negative natural logarithms in thousandths. Nothing of the text itself is written: only words that are in
WORDS or in our tables, single characters, and numbers.
"""
import collections, glob, json, math, os, re, sys

CLASS = {'n': 'noun', 'ng': 'noun', 's': 'noun', 'nz': 'noun', 'j': 'noun', 'v': 'verb', 'vn': 'verb', 'vd': 'verb',
         'vi': 'verb', 'vg': 'verb', 'vq': 'verb', 'a': 'adjective', 'ad': 'adjective', 'an': 'adjective',
         'ag': 'adjective', 'b': 'adjective', 'z': 'adjective', 'd': 'adverb', 'dg': 'adverb', 'df': 'adverb',
         'p': 'preposition', 'c': 'conjunction', 'r': 'pronoun', 'rz': 'pronoun', 'rr': 'pronoun', 'rg': 'pronoun',
         'm': 'numeral', 'mq': 'numeral', 'mg': 'numeral', 'q': 'classifier', 't': 'time', 'tg': 'time',
         'f': 'locality', 'y': 'modal', 'e': 'modal', 'o': 'modal', 'i': 'idiom', 'l': 'idiom', 'k': 'noun', 'h': 'noun'}
PARTICLE = set('的 地 得 了 着 过 之 所 等 等等 们 似的 般 一样 来说 而言'.split())
SPECIAL = {'与': 'conjunction', '和': 'conjunction', '及': 'conjunction', '以及': 'conjunction', '或': 'conjunction',
           '同': 'preposition', '跟': 'preposition', '被': 'preposition', '把': 'preposition', '将': 'adverb', '第': 'numeral',
           '是': 'verb', '有': 'verb', '在': 'preposition', '到': 'verb', '为': 'preposition', '让': 'verb', '使': 'verb',
           '由': 'preposition', '对': 'preposition', '向': 'preposition', '从': 'preposition', '人': 'noun'}
PUNCT = {'，': 'comma', ',': 'comma', '、': 'pause', '：': 'colon', ':': 'colon', '。': 'stop', '；': 'stop', ';': 'stop', '！': 'stop',
         '!': 'stop', '？': 'stop', '?': 'stop', '“': 'open', '‘': 'open', '（': 'open', '(': 'open', '《': 'open', '「': 'open',
         '【': 'open', '”': 'close', '’': 'close', '）': 'close', ')': 'close', '》': 'close', '」': 'close', '】': 'close', '…': 'stop', '—': 'dash', '"': 'quote'}
NAMES = ('person', 'place', 'organization')
WEIGHT = {'peoplesdaily': 1.0, 'msra': 1.0, 'cluener': 0.6, 'weibo': 1.0, 'resume': 0.4}
# What a listed organization counts for its order of classes and for its words; one in the text counts 1.
LISTED_ORDER = LISTED_WORDS = 0.1
LISTED_LEAST = 0.15
NOT_NAMES = set('公司 本公司 集团 本行 该公司 学校 医院 银行 中心 有限公司 分公司 总公司 子公司 总部 研究所 学院 大学 集团公司 股份公司 我公司 本集团 本所 本院'.split())
# What ends like a head and closes no name of a body: minerals, trades, a meeting.
NO_BODIES = set('语义学 白钨矿 磁铁矿 菱铁矿 褐铁矿 赤铁矿 钛铁矿 铬铁矿 黄铜矿 工矿业 采矿业 制药业 夜总会 办公会 大中专'.split())
NUM = re.compile(r'(?:第|约|近|超|逾)?[0-9０-９一二两三四五六七八九十百千万亿零〇○.．%％,，]*[0-9０-９一二两三四五六七八九十百千万亿零〇%％](?:多|余|几)?(?:年|月|日|号|时|点|分|秒|个|名|位|家|元|万|亿|吨|米|公里|岁|次|届|项|条|件|套|人|天|周|期|种|只|辆|架|台|股|倍|成|美元|余|多|世纪|年代|小时|分钟|公斤|平方米|亩|所|座|场|枚|分|级|号|章|条|版|集|部|本|册|页|篇|首|支|队|批)*')
COUNTED = re.compile('[第好]?[一二两三四五六七八九十百千万亿零半几数多余若许上无]')
LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9０-９.&'\-]*")

def rows(path):
    head = None
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if not line or line[0] == '#' or (head is None and line.startswith('type:')): continue
        cells = line.split('\t')
        if head is None: head = cells; continue
        yield dict(zip(head, cells + [''] * (len(head) - len(cells))))

def surfaces(row):
    for s in [row['surface']] + row.get('aliases', '').split('|'):
        if s: yield s.rstrip('?'), s.endswith('?')

def milli(p): return str(round(-1000 * math.log(p)))

def write(path, note, header, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as f:
        f.write('# ' + note + '\n# Made by Scripts/count.py; do not edit.\n' + '\t'.join(header) + '\n')
        for l in lines: f.write('\t'.join(l) + '\n')

def fold(text):
    return ''.join(chr(ord(c) - 0xFEE0) if 0xFF10 <= ord(c) <= 0xFF19 or 0xFF21 <= ord(c) <= 0xFF5A else c for c in text)

def simplified():
    """traditional character: simplified, as texts are folded before matching"""
    text = open('Sources/HanText/FoldingPairs.swift', encoding='utf-8').read().split('"""')[1]
    return {p[0]: p[1] for p in re.findall('[^\\s\\\\]{2}', text)}

def corrected():
    """word: class, or '-' where the word is to be left out (Scripts/classes.txt)"""
    out = {}
    for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'classes.txt'), encoding='utf-8'):
        if line[0] != '#' and ':' in line:
            c, words = line.split(':', 1)
            for w in words.split(): out[w] = c
    return out

class Lexicon:
    def __init__(self, path):
        self.words, total = {}, 0
        simple, classes = simplified(), corrected()
        for line in open(path, encoding='utf-8'):
            w, n, tag = line.split()
            n = int(n)
            # Words that were hardly ever seen: the image stays small, and no score falls.
            if n < (16 if len(w) > 2 else 13) and len(w) > 1: continue
            if tag in ('nr', 'ns', 'nt', 'nrt', 'nrfg', 'x', 'zg', 'g') and not (len(w) == 1):
                continue
            if not re.fullmatch(r'[\u4e00-\u9fff]+', w) or len(w) > 8: continue
            w = ''.join(simple.get(x, x) for x in w)
            # 二十多, 第三章: the rules of figures read them, whatever the length.
            if len(w) > 2 and tag[0] == 'm' and w[0] != '第' and w not in classes and COUNTED.match(w): continue
            c = CLASS.get(tag) or CLASS.get(tag[0], 'noun')
            if len(w) == 1 and tag in ('nr', 'ns', 'nt', 'nrt', 'nrfg', 'x', 'zg', 'g'): c = 'character'
            if w in PARTICLE or tag[0] == 'u': c = 'particle'
            c = SPECIAL.get(w, classes.get(w, c))
            if c == '-': continue
            if w in self.words: self.words[w][1] += n; continue
            self.words[w] = [c, n]
        for w in PARTICLE: self.words.setdefault(w, ['particle', 1000])

def main():
    if len(sys.argv) < 3: sys.exit(__doc__)
    lex, modern = Lexicon(sys.argv[1]), {}
    G = 'Gazetteers/'
    # Words of our own table are no part of the list but count like its words.
    for p in sorted(glob.glob(G + 'words/*.tsv')):
        if os.path.basename(p) in ('lexicon.tsv', 'denied.tsv'): continue
        for r in rows(p): modern[r['surface']] = [r['class'], int(r['count'] or 1)]
    names = {t: {} for t in NAMES}
    ambiguous = set()
    for t, folder in (('person', 'people'), ('place', 'places'), ('organization', 'organizations')):
        for path in sorted(glob.glob(G + folder + '/*.tsv')):
            base = os.path.basename(path)
            if base in ('heads.tsv', 'surnames.tsv', 'foreign_surnames.tsv', 'given_foreign.tsv', 'suffixes.tsv'): continue
            for r in rows(path):
                for s, amb in surfaces(r):
                    names[t][s] = base
                    if amb: ambiguous.add(s)
    heads = {r['surface']: r['kind'] for r in rows(G + 'organizations/heads.tsv')}
    # 寄生物, 宅基地, 市中心: what a weak head ends is mostly no head itself.
    weak = {r['surface'] for r in rows(G + 'organizations/heads.tsv') if r.get('weak')}
    titles = {s for p in glob.glob(G + 'titles/posts.tsv') for r in rows(p) for s, a in surfaces(r) if not a}
    for w, (c, n) in modern.items(): lex.words.setdefault(w, [c, n])[0] = c
    cues = {r['surface']: r['kind'] for p in glob.glob(G + 'titles/cues.tsv') for r in rows(p)}
    for w in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'names_only.txt'), encoding='utf-8').read().split():
        lex.words.pop(w, None)
    # Words that hold a name are words all the same; the decoder takes the name out of them.
    parts = {}
    for r in rows(G + 'model/parts.tsv'):
        parts[r['surface']] = r['part'].split('|')
        lex.words.setdefault(r['surface'], [r.get('class') or 'noun', int(r.get('count') or 1)])
    holders = re.compile('|'.join(sorted(map(re.escape, parts), key=len, reverse=True)))
    surname_rows = {r['surface']: r for p in glob.glob(G + 'people/surnames.tsv') for r in rows(p)}
    for w, k in cues.items():
        if w in lex.words:
            lex.words[w][0] = {'speech': 'speechVerb', 'role': 'roleVerb'}.get(k, lex.words[w][0])
        elif k in ('speech', 'role'): lex.words[w] = ['speechVerb' if k == 'speech' else 'roleVerb', 20]
    for w in titles:
        lex.words.setdefault(w, ['title', 3])[0] = 'title'
    # Listed names are no words unless the row says that they are also a word.
    for s in names['organization']:
        if len(s) > 1 and s not in ambiguous: lex.words.pop(s, None)
    for t in NAMES:
        for s in names[t]:
            if s in lex.words and s not in ambiguous and len(s) > 1 and lex.words[s][0] in ('noun', 'idiom', 'title') and t != 'person' and lex.words[s][1] < 300:
                del lex.words[s]
    # A place or a person inside a term is a record: 访美, 中方, 法国人, 马克思主义.
    inner = re.compile(r'^(?:[访赴抵离驻来旅援侵在返入留抗反亲排仇对涉][中美俄日韩朝英法德港澳台京沪华欧非].*|[中美俄日韩朝英法德台港华欧印越澳][方军侨资商裔胞籍警媒企]|[进晋到回出留][京沪]|[进入援在][藏疆]|华人|港人|俄国|中外|日寇|日伪)$')
    apart = ('来日', '在日', '对日', '留日', '来非', '对非', '到台')
    known = [(s, '主义 思想 理论 奖 杯 学说 定律'.split()) for s in names['person'] if len(s) >= 3 and s not in ambiguous]
    known += [(s, '人 画 话 籍 式 菜 队 军 史 味 文 语'.split()) for s in names['place'] if names['place'][s] in ('countries.tsv', 'divisions.tsv') and len(s) >= 2 and s not in ambiguous]
    terms = {s + e for s, ends in known for e in ends}
    for w in [w for w in lex.words if w not in parts and (inner.match(w) and w not in apart or w in terms) and lex.words[w][0] in ('noun', 'verb', 'idiom', 'adjective', 'adverb', 'character', 'title', 'locality')]: del lex.words[w]
    # 中美, 日韩: abbreviations of countries side by side are places, one a character.
    pair = re.compile('^[中美俄德法英日韩朝印巴越欧非澳]{2,3}$')
    for w in [w for w in lex.words if w not in parts and pair.match(w) and w not in ('西欧', '中西', '印法', '中英文', '美德')]: del lex.words[w]

    docs = []
    for path in sys.argv[2:]:
        corpus = os.path.basename(path).split('.')[0]
        for line in open(path, encoding='utf-8'):
            d = json.loads(line)
            d['text'] = fold(d['text'])
            d['w'] = WEIGHT.get(corpus, 1.0)
            ents = sorted((e for e in d['entities'] if e['type'] in NAMES and d['text'][e['start']:e['end']] not in NOT_NAMES),
                          key=lambda e: (e['start'], -e['end']))
            kept, end = [], 0
            held = set()
            for m in holders.finditer(d['text']):
                at = m.start()
                for p in parts[m.group()]: at = d['text'].index(p, at); held.add((at, at + len(p))); at += len(p)
            for e in ents:
                if e['start'] >= end and (e['start'], e['end']) not in held: kept.append(e); end = e['end']
            d['entities'] = kept
            docs.append(d)

    # Words that the annotation cuts more often than it leaves whole are no words.
    seen, cut = collections.Counter(), collections.Counter()
    for d in docs:
        border = {e['start'] for e in d['entities']} | {e['end'] for e in d['entities']}
        inside = set()
        for e in d['entities']: inside |= set(range(e['start'], e['end']))
        for i in range(len(d['text'])):
            for n in (2, 3, 4):
                w = d['text'][i:i + n]
                if len(w) == n and w in lex.words:
                    if any(b in border and i < b < i + n for b in range(i + 1, i + n)): cut[w] += 1
                    elif i not in inside: seen[w] += 1
    for w, n in cut.items():
        if n >= 3 and n > 2 * seen[w] and lex.words[w][1] < 2000: del lex.words[w]

    total = sum(n for c, n in lex.words.values())
    logp = {w: -math.log((n + 0.5) / total) for w, (c, n) in lex.words.items()}
    maxlen = 8

    def segment(text, extra=None, unknown=14.0):
        """(word, class) pairs of the cheapest path; extra: surface -> (class, cost)"""
        n = len(text)
        best = [0.0] + [1e9] * n
        back = [None] * (n + 1)
        i = 0
        for i in range(n):
            b = best[i]
            if b >= 1e9: continue
            m = NUM.match(text, i)
            if m and m.end() > i and not (m.end() == i + 1 and text[i] in '，,.．%％'):
                j = m.end()
                if b + 6 < best[j] and (j - i > 1 or text[i].isdigit()): best[j] = b + 6; back[j] = (i, 'number')
            m = LATIN.match(text, i)
            if m and b + 6 < best[m.end()]: best[m.end()] = b + 6; back[m.end()] = (i, 'latin')
            c = text[i]
            if b + (2 if c in PUNCT else unknown) < best[i + 1]:
                best[i + 1] = b + (2 if c in PUNCT else unknown); back[i + 1] = (i, PUNCT.get(c, 'character'))
            for k in range(1, min(maxlen, n - i) + 1):
                w = text[i:i + k]
                if w in logp and b + logp[w] < best[i + k]: best[i + k] = b + logp[w]; back[i + k] = (i, lex.words[w][0])
            if extra:
                for k in range(1, min(14, n - i) + 1):
                    x = extra.get(text[i:i + k])
                    if x and b + x[1] < best[i + k]: best[i + k] = b + x[1]; back[i + k] = (i, x[0])
        out, j = [], n
        while j > 0:
            i, c = back[j]
            out.append((text[i:j], c)); j = i
        return out[::-1]

    # Outside: tokens with names as one token each.
    inner_extra = {}
    for s in names['organization']:
        if len(s) >= 3 and s not in lex.words: inner_extra[s] = ('organization', 11.0)
    for s in names['person']:
        if len(s) >= 3 and s not in lex.words: inner_extra[s] = ('person', 11.0)
    for s in names['place']:
        if len(s) >= 2: inner_extra[s] = ('place', 8.0 if len(s) == 2 else 9.0)
    for h in heads: inner_extra[h] = ('head', 6.0 + (2.5 if len(h) == 1 else 0))
    word_count, class_count = collections.Counter(), collections.Counter()
    bigram, own = collections.Counter(), collections.Counter()
    beside = collections.Counter()
    follow = collections.Counter()
    name_seen, made = collections.Counter(), collections.Counter()
    inside_bi, inside_word, inside_cls, head_kind = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter()
    brand = collections.Counter()
    given = collections.defaultdict(collections.Counter)
    surname_seen = collections.Counter()
    translit = collections.Counter()
    place_chars = collections.Counter()
    suffix_seen = collections.Counter()

    def chinese(n):
        k = 2 if n[:2] in surname_rows and len(n) > 2 else 1
        return k if n[:k] in surname_rows and 1 <= len(n) - k <= 2 and re.fullmatch(r'[\u4e00-\u9fff]+', n) else 0

    def add_person(n, w=1):
        k = chinese(n)
        if not k: return False
        surname_seen[n[:k]] += w
        if len(n) - k == 1: given['single'][n[k]] += w
        else: given['first'][n[k]] += w; given['last'][n[k + 1]] += w
        return True

    def add_translit(n, w=1):
        for part in re.split('[·•・.-]', n):
            if 1 < len(part) <= 9 and re.fullmatch(r'[\u4e00-\u9fff]+', part):
                for a, b in zip('^' + part, part + '$'): translit[a, b] += w

    suffixes = '省市县区镇乡村州盟旗庄屯寨街路桥港湾岛山河江湖海沟峡峰岭关口站城堡坝渠塔园苑巷弄坊里屿滩洲原谷泉溪潭洞寺圩'
    def add_inside(n, w, words=1):
        """Counts the parts of the name of an organization."""
        toks = segment(n, inner_extra)
        # the last token is the head if a listed head ends it
        last = toks[-1]
        if last[1] != 'head' and any(last[0].endswith(h) for h in heads): toks[-1] = (last[0], 'head')
        # 科技大学, 机械股份公司: a weak head that does not close the name is a word.
        toks[:-1] = [(x, lex.words[x][0]) if c == 'head' and x in weak and x in lex.words else (x, c) for x, c in toks[:-1]]
        merged = []
        for tok in toks:
            if tok[1] == 'character' and merged and merged[-1][1] == 'character': merged[-1] = (merged[-1][0] + tok[0], 'character')
            else: merged.append(tok)
        if len(merged) < 2 or merged[-1][1] != 'head': return
        prev = 'bos'
        for x, c in merged:
            if c == 'character':
                c = 'brand'
                for ch in x: brand[ch] += words
            inside_bi[prev, c] += w; prev = c
            inside_word[x, c] += words; inside_cls[c] += words
        inside_bi[prev, 'end'] += w

    sequences = []
    for d in docs:
        seq, pos, t = [], 0, d['text']
        for e in d['entities'] + [None]:
            stop = e['start'] if e else len(t)
            if stop > pos: seq += segment(t[pos:stop])
            if e:
                n, kind = t[e['start']:e['end']], e['type']
                seq.append((n, kind)); pos = e['end']
                w = d['w']
                if n in names[kind]: name_seen[n, kind] += 1; made[kind, 'listed'] += w
                elif kind == 'person':
                    if '·' in n or '•' in n: made[kind, 'dotted'] += w; add_translit(n)
                    elif re.search('[A-Za-z]', n): made[kind, 'latin'] += w
                    elif chinese(n): made[kind, 'chinese'] += w
                    elif len(n) >= 3: made[kind, 'transliterated'] += w; add_translit(n)
                    else: made[kind, 'other'] += w
                elif kind == 'place':
                    if n[-1] in suffixes and 2 <= len(n) <= 6:
                        made[kind, 'suffix'] += w; suffix_seen[n[-1]] += 1
                        for c in n[:-1]: place_chars[c] += 1
                    else: made[kind, 'other'] += w
                else: made[kind, 'composed'] += w
                if kind == 'person': add_person(n)
                if kind == 'organization': add_inside(n, w)
        sequences.append((seq, d['w']))
        for a in seq:
            word_count[a] += 1
    # The listed organizations, too.
    for n in sorted(names['organization']):
        if len(n) < 5 or n in ambiguous: continue
        cost = inner_extra.pop(n, None)
        add_inside(n, LISTED_ORDER, LISTED_WORDS)
        if cost: inner_extra[n] = cost
    for seq, w in sequences:
        prev = ('', 'bos')
        for tok in seq + [('', 'eos')]:
            bigram[prev[1], tok[1]] += w
            if prev[1] not in NAMES and prev[0]: own[prev[0], tok[1]] += 1
            if tok[1] in NAMES and prev[0] and prev[1] not in NAMES and prev[1] not in ('number', 'latin'): beside[prev[0]] += 1
            if prev[1] in NAMES:
                follow[prev[1], tok[0], tok[1]] += 1
            prev = tok

    # Lexicon: counts of the list plus our own, which are closer to today's text.
    # What was mostly seen as a name is no frequent word, whatever the list says: it counted the name.
    for s, (c, n) in lex.words.items():
        as_name = sum(word_count[s, k] for k in NAMES if s in names[k])
        if as_name and s not in modern: lex.words[s][1] = round(n * (word_count[s, c] + 0.5) / (word_count[s, c] + as_name + 0.5))
    for s, c in list(word_count):
        if s in lex.words and lex.words[s][0] == c: lex.words[s][1] += 20 * word_count[s, c]
    totals = collections.Counter()
    for w, (c, n) in lex.words.items(): totals[c] += n + 0.5
    kinds = {}
    for w, (c, n) in lex.words.items():
        if w in heads: kinds[w] = heads[w]; continue
        if c != 'noun' or len(w) < 3 or w in NO_BODIES: continue
        for k in (3, 2):
            if w[-k:] in heads and len(w) > k and w[-k:] not in weak: kinds[w] = heads[w[-k:]]; break
    for h, k in heads.items():
        if h in names['organization'] and h not in ambiguous: continue
        if h not in lex.words and len(h) < 3: lex.words[h] = ['noun', 3]
        kinds[h] = k
    write(G + 'words/lexicon.tsv', 'Words with class and count; kind: the word closes the name of such a body.', ('surface', 'class', 'count', 'kind'),
          ([w, c, str(n)] + ([kinds[w]] if w in kinds else []) for w, (c, n) in sorted(lex.words.items()) if w not in modern))

    folder = {'person': 'people', 'place': 'places', 'organization': 'organizations'}
    write(G + 'model/names.tsv', 'How often a listed name was seen as its type.', ('surface', 'type', 'count'),
          ([s, folder[k], str(n)] for (s, k), n in sorted(name_seen.items())))

    classes = sorted({c for a in bigram for c in a} - {'bos', 'eos'})
    nexts = classes + ['eos']
    ctx_total, nx_total = collections.Counter(), collections.Counter()
    for (a, b), n in bigram.items(): ctx_total[a] += n; nx_total[b] += n
    all_n = sum(nx_total.values())
    uni = {b: (nx_total[b] + 1) / (all_n + len(nexts)) for b in nexts}
    T = {}
    for a in ['bos'] + classes:
        for b in nexts: T[a, b] = (bigram[a, b] + 60 * uni[b]) / (ctx_total[a] + 60)
    contexts = sorted(w for w, n in beside.items() if n >= 4 and w in lex.words)
    right = collections.Counter()
    for (k, w, c), n in follow.items():
        if w in lex.words: right[w] += n
    contexts = sorted(set(contexts) | {w for w, n in right.items() if n >= 4})
    write(G + 'model/contexts.tsv', 'Words with a context of their own.', ('surface',), ([w] for w in contexts))
    own_total = collections.Counter()
    for (w, c), n in own.items(): own_total[w] += n
    def lines():
        for a in ['bos'] + classes: yield ['<' + a + '>'] + [milli(T[a, b]) for b in nexts]
        for w in contexts:
            c = lex.words[w][0] if lex.words[w][0] in classes else 'noun'
            yield [w] + [milli((own[w, b] + 16 * T[c, b]) / (own_total[w] + 16)) for b in nexts]
    write(G + 'model/transitions.tsv', 'Cost of each class after a class <…> or after a word with an own context.', ['context'] + nexts, lines())
    def followers():
        base, agg, n_k, types = {}, {}, {}, {}
        for k in NAMES:
            n_k[k] = sum(n for (x, w, c), n in follow.items() if x == k)
            types[k] = len({w for (x, w, c) in follow if x == k})
            agg[k] = collections.Counter()
            for (x, w, c), n in follow.items():
                if x == k and w in lex.words and lex.words[w][0] == c: agg[k][w] += n
        yield ['<other>'] + [milli(types[k] / (n_k[k] + types[k])) for k in NAMES]
        for w in contexts:
            c = lex.words[w][0]
            if c not in classes: continue
            row = []
            for k in NAMES:
                p0 = T[k, c] * (lex.words[w][1] + 0.5) / totals[c]
                row.append(milli((agg[k][w] + types[k] * p0) / (n_k[k] + types[k]) / p0))
            yield [w] + row
    write(G + 'model/followers.tsv', 'What a word right behind a name costs more than its class says.', ('surface',) + NAMES, followers())

    # Inside organizations.
    icls = sorted(inside_cls)
    itot = collections.Counter()
    for (a, b), n in inside_bi.items(): itot[a] += n
    iall = sum(inside_cls.values())
    def inside():
        for a in ['bos'] + icls:
            row = ['<' + a + '>']
            for b in icls + ['end']:
                u = (inside_cls[b] + 1) / (iall + len(icls)) if b != 'end' else 0.2
                row.append(milli((inside_bi[a, b] + 4 * u) / (itot[a] + 4)))
            yield row
    write(G + 'model/inside.tsv', 'Cost of each class after a class <…> inside the name of an organization.', ['context'] + icls + ['end'], inside())
    def inside_words():
        for c in icls:
            if c in ('brand', 'number', 'latin', 'place', 'organization', 'person'): continue
            ws = {w: n for (w, x), n in inside_word.items() if x == c and n > 0}
            # Part of a sighting is part of a word.
            n_c, k = sum(ws.values()), sum(min(1, n) for n in ws.values()) + 3
            yield ['<' + c + '>', c, milli(k / (n_c + k))]
            # What one or two listed names hold says little, and the tables stay small.
            for w, n in sorted((w, n) for w, n in ws.items() if n > LISTED_LEAST):
                if c == 'head':
                    if w in kinds or w in heads: yield [w, c, milli((n + 0.3) / (n_c + 0.3 * len(heads) + k))]
                elif w in lex.words and lex.words[w][0] == c:
                    p = (lex.words[w][1] + 0.5) / totals[c]
                    yield [w, c, milli((n + k * p) / (n_c + k))]
    write(G + 'model/inside_words.tsv', 'Cost of a word inside the name of an organization; <class>: what an unseen word of the class costs more than outside.', ('surface', 'class', 'cost'), inside_words())
    bt = sum(brand.values())
    write(G + 'model/brand_chars.tsv', 'Characters of brand strings in organization names.', ('char', 'cost'),
          [['<other>', milli(0.2 / (bt + 0.2 * 5000))]] + [[c, milli((n + 0.2) / (bt + 0.2 * 5000))] for c, n in sorted(brand.items()) if re.match('[\u4e00-\u9fff]', c)])

    def is_translated(name):
        # 中央省, 赤道几内亚: a common word is translated, not written by its sound.
        return any(lex.words.get(name[i:i + 2], ['', 0])[1] >= 500 and lex.words[name[i:i + 2]][0] in ('noun', 'adjective', 'locality', 'verb')
                   for i in range(len(name) - 1))

    # Personal names: the counted ones and the listed Chinese ones.
    if os.path.exists(G + 'people/known.tsv'):
        for r in rows(G + 'people/known.tsv'):
            if r.get('origin') in ('cn', ''):
                add_person(r['surface'].rstrip('?'), 0.5)
            elif r.get('origin') == 'foreign' and not is_translated(r['surface']): add_translit(r['surface'].rstrip('?'), 0.5)
    if os.path.exists(G + 'people/given_foreign.tsv'):
        for r in rows(G + 'people/given_foreign.tsv'): add_translit(r['surface'].rstrip('?'), 1)
    if os.path.exists(G + 'places/foreign_cities.tsv'):
        for r in rows(G + 'places/foreign_cities.tsv'):
            if r.get('parent') not in ('JP', 'KR', 'KP', 'VN', 'SG') and not is_translated(r['surface']): add_translit(re.sub('[州省市县]$', '', r['surface'].rstrip('?')), 0.5)
    bearers = {s: float(r['count'] or 1) for s, r in surname_rows.items()}
    b_total = sum(bearers.values())
    s_total = sum(surname_seen.values())
    write(G + 'model/surnames.tsv', 'Cost of a surname.', ('surface', 'cost'),
          ([s, milli((surname_seen[s] + 0.1 + 300 * bearers[s] / b_total) / (s_total + 300 + 0.1 * len(bearers)))] for s in sorted(bearers)))
    chars = sorted(set(given['single']) | set(given['first']) | set(given['last']))
    def given_lines():
        t = {k: sum(given[k].values()) for k in ('single', 'first', 'last')}
        yield ['<other>'] + [milli(0.15 / (t[k] + 0.15 * 5000)) for k in ('single', 'first', 'last')]
        for c in chars: yield [c] + [milli((given[k][c] + 0.15) / (t[k] + 0.15 * 5000)) for k in ('single', 'first', 'last')]
    write(G + 'model/given.tsv', 'Cost of a given-name character: alone, first of two, last of two.', ('char', 'single', 'first', 'last'), given_lines())

    uni_t, from_t, kinds_t = collections.Counter(), collections.Counter(), collections.Counter()
    for (a, b), n in translit.items():
        uni_t[b] += n; from_t[a] += n; kinds_t[a] += 1
    ut = sum(uni_t.values())
    def translits():
        for b, n in sorted(uni_t.items()):
            if n >= 2: yield ['*', b, milli(n / ut)]
        for a in sorted(from_t):
            if uni_t[a] >= 2 or a == '^': yield [a, '*', milli(kinds_t[a] / (from_t[a] + kinds_t[a]))]
        for (a, b), n in sorted(translit.items()):
            if n >= 1 and uni_t[b] >= 2 and (a == '^' or uni_t[a] >= 2):
                yield [a, b, milli((n + kinds_t[a] * uni_t[b] / ut) / (from_t[a] + kinds_t[a]))]
    write(G + 'model/transliteration.tsv', 'Bigrams of transliterated names (^ start, $ end): single costs, back-off, seen pairs.', ('first', 'second', 'cost'), translits())

    for path in glob.glob(G + 'places/divisions*.tsv'):
        for r in rows(path):
            for s, a in surfaces(r):
                if 2 <= len(s) <= 4:
                    for c in re.sub('[省市县区镇乡旗盟州]$', '', s): place_chars[c] += 0.3
    pt = sum(place_chars.values())
    write(G + 'model/place_chars.tsv', 'Characters before the suffix of a place.', ('char', 'cost'),
          [['<other>', milli(0.3 / (pt + 0.3 * 5000))]] + [[c, milli((n + 0.3) / (pt + 0.3 * 5000))] for c, n in sorted(place_chars.items()) if re.match('[\u4e00-\u9fff]', c)])
    st = sum(suffix_seen.values())
    write(G + 'model/place_suffixes.tsv', 'Suffixes of generated places.', ('char', 'cost'), ([c, milli((suffix_seen[c] + 0.5) / (st + 0.5 * len(suffixes)))] for c in sorted(suffixes)))
    kt = collections.Counter()
    for (k, m), n in made.items(): kt[k] += n
    lens = sum(given['single'].values()), sum(given['first'].values())
    write(G + 'model/counted.tsv', 'Shares of the ways a name is made, and of given names of one and two characters.', ('name', 'cost'),
          [[k + '.' + m, milli(n / kt[k])] for (k, m), n in sorted(made.items())] + [['given.one', milli(lens[0] / sum(lens))], ['given.two', milli(lens[1] / sum(lens))]])
    print('words', len(lex.words), 'contexts', len(contexts), 'names', len(name_seen), dict(made))

if __name__ == '__main__': main()

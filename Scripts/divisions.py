#!/usr/bin/env python3
"""Writes Gazetteers/places/divisions.tsv: the divisions of China with GB/T 2260 codes and short forms.

usage: Scripts/divisions.py FOLDER WORDS       (run from the top of the repository)

FOLDER  provinces.csv, cities.csv, areas.csv ("code,name,…") and HK-MO-TW.json: the facts, code and name
WORDS   lines "word count tag": a short form that is also a word gets a `?`
The names and codes are facts of GB/T 2260; kinds, parents, short forms and marks are derived here.
"""
import csv, json, re, sys

ETHNIC = ('蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 '
          '拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 '
          '乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 各族 蒙古 哈萨克 柯尔克孜').split()
PROVINCE = {'11': ('北京', '京', ''), '12': ('天津', '津', ''), '13': ('河北', '冀', ''), '14': ('山西', '晋', ''),
    '15': ('内蒙古', '蒙', '内蒙'), '21': ('辽宁', '辽', ''), '22': ('吉林', '吉', ''), '23': ('黑龙江', '黑', ''), '31': ('上海', '沪', '申城?'),
    '32': ('江苏', '苏', ''), '33': ('浙江', '浙', ''), '34': ('安徽', '皖', ''), '35': ('福建', '闽', ''), '36': ('江西', '赣', ''),
    '37': ('山东', '鲁', ''), '41': ('河南', '豫', ''), '42': ('湖北', '鄂', ''), '43': ('湖南', '湘', ''), '44': ('广东', '粤', ''),
    '45': ('广西', '桂', ''), '46': ('海南', '琼', ''), '50': ('重庆', '渝', ''), '51': ('四川', '川', '蜀'), '52': ('贵州', '黔', '贵'),
    '53': ('云南', '滇', '云'), '54': ('西藏', '藏', ''), '61': ('陕西', '陕', '秦'), '62': ('甘肃', '甘', '陇'), '63': ('青海', '青', ''),
    '64': ('宁夏', '宁', ''), '65': ('新疆', '新', ''), '71': ('台湾', '台', ''), '81': ('香港', '港', ''), '82': ('澳门', '澳', '')}
# Renamed or abolished since 1980: name, kind, code then, code of the division that followed.
FORMER = '''万县市 prefecture 5111 500101;涪陵市 prefecture 5123 500102;黔江地区 prefecture 5135 500114;襄樊市 prefecture 420600 420600;荆沙市 prefecture 421000 421000;
思茅市 prefecture 530800 530800;思茅地区 prefecture 532700 530800;中甸县 county 533421 533401;巢湖地区 prefecture 342600 340181;莱芜市 prefecture 371200 370116;
宣武区 district 110104 110102;崇文区 district 110103 110101;闸北区 district 310108 310106;南汇区 district 310119 310115;南汇县 county 310225 310115;卢湾区 district 310103 310101;
黄埔区 district 440112 440112;东山区 district 440102 440104;芳村区 district 440107 440103;塘沽区 district 120107 120116;汉沽区 district 120108 120116;大港区 district 120109 120116;
下城区 district 330103 330105;江干区 district 330104 330102;余杭市 county 330184 330110;萧山市 county 330181 330109;金阊区 district 320504 320508;沧浪区 district 320502 320508;平江区 district 320503 320508;
下关区 district 320107 320106;白下区 district 320103 320104;江宁县 county 320121 320115;吴县市 county 320586 320506;锡山市 county 320283 320205;武进市 county 320483 320412;
梅县地区 prefecture 441400 441400;淮阴市 prefecture 320800 320800;淮阴县 county 320821 320804;宿县地区 prefecture 342200 341300;阜阳地区 prefecture 341200 341200;六安地区 prefecture 342400 341500;
通县 county 110223 110112;顺义县 county 110222 110113;昌平县 county 110221 110114;大兴县 county 110224 110115;怀柔县 county 110227 110116;平谷县 county 110226 110117;密云县 county 110228 110118;延庆县 county 110229 110119;
崇明县 county 310230 310151;奉贤县 county 310226 310120;松江县 county 310227 310117;青浦县 county 310229 310118;金山县 county 310228 310116;嘉定县 county 310222 310114;川沙县 county 310224 310115;
番禺市 county 440181 440113;花都市 county 440182 440114;增城市 county 440183 440118;从化市 county 440184 440117;顺德市 county 440681 440606;南海市 county 440682 440605;新会市 county 440782 440705;
淄川县 county 370302 370302;胶南市 county 370284 370211;即墨市 county 370282 370215;章丘市 county 370181 370114;鄞县 county 330227 330212;奉化市 county 330283 330213;富阳市 county 330183 330111;临安市 county 330185 330112;
酒泉地区 prefecture 622100 620900;天水地区 prefecture 620500 620500;哈密地区 prefecture 652200 650500;吐鲁番地区 prefecture 652100 650400;昌都地区 prefecture 542100 540300;林芝地区 prefecture 542600 540400;日喀则地区 prefecture 542300 540200;山南地区 prefecture 542200 540500;那曲地区 prefecture 542400 540600;
呼伦贝尔盟 prefecture 152100 150700;哲里木盟 prefecture 152300 150500;伊克昭盟 prefecture 152700 150600;巴彦淖尔盟 prefecture 152800 150800;乌兰察布盟 prefecture 152600 150900;昭乌达盟 prefecture 150400 150400;
安顺地区 prefecture 522500 520400;毕节地区 prefecture 522400 520500;铜仁地区 prefecture 522200 520600;遵义地区 prefecture 522100 520300;昭通地区 prefecture 532100 530600;曲靖地区 prefecture 530300 530300;保山地区 prefecture 533000 530500;丽江地区 prefecture 533200 530700;临沧地区 prefecture 533500 530900;玉溪地区 prefecture 532400 530400;
丽水地区 prefecture 332500 331100;台州地区 prefecture 332600 331000;赣州地区 prefecture 362100 360700;上饶地区 prefecture 362300 361100;宜春地区 prefecture 362200 360900;吉安地区 prefecture 362400 360800;抚州地区 prefecture 362500 361000;宁德地区 prefecture 352200 350900;龙岩地区 prefecture 352600 350800;
信阳地区 prefecture 413000 411500;周口地区 prefecture 412700 411600;驻马店地区 prefecture 412800 411700;商丘地区 prefecture 412300 411400;南阳地区 prefecture 412900 411300;黄冈地区 prefecture 422100 421100;孝感地区 prefecture 422200 420900;咸宁地区 prefecture 422300 421200;郧阳地区 prefecture 422600 420300;
零陵地区 prefecture 432900 431100;怀化地区 prefecture 433000 431200;郴州地区 prefecture 432800 431000;娄底地区 prefecture 432500 431300;达川地区 prefecture 513000 511700;广安地区 prefecture 513600 511600;巴中地区 prefecture 513700 511900;眉山地区 prefecture 513800 511400;资阳地区 prefecture 513900 512000;内江地区 prefecture 511000 511000;
榆林地区 prefecture 612700 610800;安康地区 prefecture 612400 610900;商洛地区 prefecture 612500 611000;汉中地区 prefecture 612300 610700;渭南地区 prefecture 612100 610500;延安地区 prefecture 612600 610600;忻州地区 prefecture 142200 140900;吕梁地区 prefecture 142300 141100;晋中地区 prefecture 142400 140700;临汾地区 prefecture 142600 141000;运城地区 prefecture 142700 140800;雁北地区 prefecture 142100 140600;
庆阳地区 prefecture 622800 621000;平凉地区 prefecture 622700 620800;武威地区 prefecture 622300 620600;张掖地区 prefecture 622200 620700;定西地区 prefecture 622400 621100;陇南地区 prefecture 622600 621200;海东地区 prefecture 632100 630200;固原地区 prefecture 642200 640400;德州地区 prefecture 372400 371400;滨州地区 prefecture 372300 371600;聊城地区 prefecture 372500 371500;菏泽地区 prefecture 372900 371700;临沂地区 prefecture 372800 371300;
百色地区 prefecture 452600 451000;河池地区 prefecture 452700 451200;贺州地区 prefecture 452400 451100;柳州地区 prefecture 452200 451300;南宁地区 prefecture 452100 451400;绥化地区 prefecture 232300 231200;松花江地区 prefecture 232100 230100;铁法市 county 211281 211281;汶川地区 county 513221 513221;路南彝族自治县 county 530126 530126;达县市 county 513001 511702;达县 county 513021 511703'''

def main():
    if len(sys.argv) != 3: sys.exit(__doc__)
    folder, words = sys.argv[1:]
    common = {l.split()[0] for l in open(words, encoding='utf-8') if l.split()[2] not in ('ns', 'nr', 'nt', 'nz', 'x')}
    read = lambda name: list(csv.DictReader(open(f'{folder}/{name}', encoding='utf-8')))
    rows, used = [], {}
    def short(name, kind):
        base = re.sub(r'(特别行政区|自治区|自治州|自治县|自治旗|联合旗|特区|林区|地区|新区|省|市|县|区|旗|盟)$', '', name)
        out = []
        if name.endswith(('自治州', '自治县', '自治旗', '联合旗', '自治区')):
            plain = base
            while True:
                for e in ETHNIC:
                    if plain.endswith(e) and len(plain) > len(e): plain = plain[:-len(e)]; break
                else: break
            if plain != base: out.append(base)
            if name.endswith('自治州'): out.append(plain + '州')
            if name.endswith('自治县'): out.append(plain + '县')
            base = plain
        if len(base) >= 2 and base not in ('城', '郊', '矿', '市辖') and name not in ('城区', '郊区', '矿区'): out.insert(0, base)
        if kind in ('district', 'county'):
            whole = name[:-1]
            if len(whole) >= 2 and name[-1] in '区县市旗' and name not in ('城区', '郊区', '矿区') and whole != base and not name.endswith(('自治县', '自治旗')): out.append(whole)
        return out
    def mark(s, kind):
        # A district's short form is mostly an ordinary word or another place's name.
        return s + '?' if s in common or (kind == 'district' and len(s) == 2) else s
    def add(name, kind, code, parent, extra=()):
        forms = [mark(s, kind) for s in short(name, kind)] if kind != 'province' else []
        if name in ('矿区', '郊区', '城区', '东区', '西区', '市中区', '新城区'): name += '?'
        rows.append((name, '|'.join(f for f in dict.fromkeys(list(forms) + [e for e in extra if e]) if f != name), kind, code, parent))
    provinces = read('provinces.csv')
    codes = {p['code'] for p in provinces}
    for p in provinces + [{'code': c, 'name': n} for c, n in (('71', '台湾省'), ('81', '香港特别行政区'), ('82', '澳门特别行政区')) if c not in codes]:
        name, abbr, more = PROVINCE[p['code']]
        kind = 'province' if p['code'] < '80' else 'region'
        extra = [name] if name != p['name'] else []
        extra += [x for x in (abbr, more) if x]
        if p['code'] == '81': extra.append('香港特区')
        if p['code'] == '82': extra.append('澳门特区')
        if p['code'] in ('45', '64', '65', '54', '15'): extra.append(name + '自治区') if name + '自治区' != p['name'] else None
        rows.append((p['name'], '|'.join(extra), kind, p['code'] + '0000', 'CN'))
    for c in read('cities.csv'):
        if c['name'] in ('市辖区', '县') or '直辖' in c['name']: continue
        add(c['name'], 'prefecture', c['code'] + '00', c['provinceCode'] + '0000')
    direct = {c['code'] for c in read('cities.csv') if c['name'] in ('市辖区', '县') or '直辖' in c['name']}
    for a in read('areas.csv'):
        if a['name'] == '市辖区': continue
        kind = 'district' if a['name'].endswith('区') and not a['name'].endswith(('林区', '特区')) else 'county'
        parent = a['provinceCode'] + '0000' if a['cityCode'] in direct or a['cityCode'][2:] == '90' else a['cityCode'] + '00'
        add(a['name'], kind, a['code'], parent)
    for region, parts in json.load(open(f'{folder}/HK-MO-TW.json', encoding='utf-8')).items():
        code = {'香': '810000', '澳': '820000', '台': '710000'}[region[0]]
        for part, areas in parts.items():
            seen = {r[0] for r in rows}
            if part not in seen and part.rstrip('?') not in seen and len(part) > 1:
                base = part[:-1] if part[-1] in '市县' and len(part) > 2 else ''
                # 新竹, 嘉义: the city has the short form, the county around it only by its context.
                if part[-1] == '县' and any(r[0] == base + '市' and r[4] == code for r in rows): base += '?'
                rows.append((part, (base if base.endswith('?') else mark(base, '')) if base else '', 'city' if part[-1] == '市' else 'county' if part[-1] == '县' else 'district', '', code))
            if code != '710000':
                for a in areas:
                    a = a.partition('（')[0]
                    name = a + '?' if a in ('东区', '南区', '北区') else a
                    rows.append((name, mark(a[:-1], 'district') if len(a) > 2 else '', 'district', '', code))
    known = {r[3] for r in rows}
    for entry in FORMER.replace('\n', '').split(';'):
        name, kind, old, now = entry.split()
        if name in {r[0] for r in rows}: continue
        base = re.sub(r'(地区|市|县|区|盟)$', '', name)
        have = {s.rstrip('?') for r in rows for s in [r[0]] + r[1].split('|')}
        rows.append((name, mark(base, kind) if len(base) >= 2 and base not in have else '', kind, now if now in known else '', now[:2] + '0000'))
    with open('Gazetteers/places/divisions.tsv', 'w', encoding='utf-8') as f:
        f.write('# Divisions of China; codes of GB/T 2260, for renamed and abolished ones that of the division that followed.\n'
                '# Made by Scripts/divisions.py; do not edit.\nsurface\taliases\tkind\tcode\tparent\n')
        for r in rows: f.write('\t'.join(r).rstrip('\t') + '\n')
    print(len(rows))

if __name__ == '__main__': main()

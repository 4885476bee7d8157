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
    '64': ('宁夏', '宁', ''), '65': ('新疆', '新', '疆'), '71': ('台湾', '台', ''), '81': ('香港', '港', ''), '82': ('澳门', '澳', '')}
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
百色地区 prefecture 452600 451000;河池地区 prefecture 452700 451200;贺州地区 prefecture 452400 451100;柳州地区 prefecture 452200 451300;南宁地区 prefecture 452100 451400;绥化地区 prefecture 232300 231200;松花江地区 prefecture 232100 230100;铁法市 county 211281 211281;路南彝族自治县 county 530126 530126;达县市 county 513001 511702;达县 county 513021 511703'''

# The same, province by province: former name>name of the division that followed; without > the division of the same name
# (如皋县 -> 如皋市, 房山县 -> 房山区). A ! behind the former name says that it was a prefecture.
FOLLOWED = """
11 房山县 燕山区>房山区
12 宝坻县 武清县 静海县 宁河县 蓟县>蓟州区
13 束鹿县>辛集市 晋县>晋州市 新乐县 遵化县 迁安县 滦县>滦州市 武安县 南宫县 沙河县 涿县>涿州市 定县>定州市 安国县 新城县>高碑店市 平泉县 交河县>泊头市 任丘县 黄骅县 河间县 霸县>霸州市 三河县 深县>深州市 藁城县 藁城市 获鹿县>鹿泉区 鹿泉市 栾城县 丰南县 丰南市 丰润县 唐海县>曹妃甸区 抚宁县 肥乡县 永年县 邢台县>信都区 任县>任泽区 南和县 满城县 清苑县 徐水县 宣化县 万全县 崇礼县 冀县>冀州区 冀州市 邯郸县>邯山区 安次县 张家口地区 保定地区 沧州地区 衡水地区 邢台地区 邯郸地区 石家庄地区 承德地区 唐山地区 廊坊地区
14 高平县 怀仁县 介休县 永济县 河津县 原平县 霍县>霍州市 孝义县 汾阳县 潞城县 潞城市 长治县>上党区 屯留县 大同县>云州区 榆次市 太谷县 忻县>忻府区 离石县 离石市 朔县>朔城区 平鲁县 晋东南地区>长治市
15 集宁市 丰镇县 喜桂图旗>牙克石市 布特哈旗>扎兰屯市 额尔古纳右旗>额尔古纳市 额尔古纳左旗>根河市 临河市 临河县 东胜市 东胜县 海拉尔市 通辽县>科尔沁区
21 新民县 复县>瓦房店市 庄河县 海城县 东沟县>东港市 凤城满族自治县>凤城市 锦县>凌海市 北镇满族自治县>北镇市 北宁市>北镇市 盖县>盖州市 营口县>大石桥市 灯塔县 开原县 北票县 凌源县 兴城县 辽中县 新金县>普兰店区 普兰店市 金县>金州区 大洼县 东陵区>浑南区 新城子区>沈北新区 锦西县>葫芦岛市 锦西市!>葫芦岛市
22 榆树县 德惠县 怀德县>公主岭市 蛟河县 桦甸县 舒兰县 磐石县 双辽县 海龙县>梅河口市 集安县 临江县 扶余县 洮安县>洮南市 大安县 延吉县>龙井市 敦化县 珲春县 和龙县 双阳县 九台县 九台市 浑江市!>白山市 江源县 白城地区 通化地区
23 尚志县 五常县 讷河县 虎林县 密山县 铁力县 同江县 富锦县 抚远县 海林县 宁安县 穆棱县 东宁县 北安县 德都县>五大连池市 嫩江县 安达县 肇东县 海伦县 漠河县 呼兰县 阿城县 阿城市 双城县 双城市 爱辉县 绥化县>北林区 太平区>道外区 动力区>香坊区 合江地区>佳木斯市 黑河地区 牡丹江地区 嫩江地区>齐齐哈尔市 伊春区>伊美区 美溪区>伊美区
31 上海县>闵行区 宝山县 吴淞区>宝山区 南市区>黄浦区
32 江阴县 宜兴县 新沂县 邳县>邳州市 溧阳县 常熟县 沙洲县>张家港市 昆山县 太仓县 启东县 如皋县 海安县 东台县 仪征县 高邮县 丹阳县 扬中县 句容县 兴化县 靖江县 泰兴县 吴县>吴中区 吴江县 吴江市 无锡县>锡山区 武进县 江浦县>浦口区 六合县 溧水县 高淳县 铜山县 泰县>姜堰区 姜堰市 南通县>通州区 通州市 海门县 海门市 邗江县 赣榆县 盐城县>盐都区 盐都县 丹徒县 江都县 江都市 宿迁县>宿城区 宿豫县 洪泽县 大丰县 大丰市 金坛县 金坛市 清河区>清江浦区 清浦区>清江浦区 淮安县 楚州区>淮安区 维扬区>邗江区 北塘区>梁溪区 崇安区>梁溪区 南长区>梁溪区 大厂区>六合区 戚墅堰区>武进区 新浦区>海州区 港闸区>崇川区 苏州地区 扬州地区 盐城地区 徐州地区 淮阴地区>淮安市 镇江地区 南通地区
33 建德县 余姚县 慈溪县 瑞安县 乐清县 海宁县 平湖县 桐乡县 诸暨县 嵊县>嵊州市 兰溪县 义乌县 东阳县 永康县 江山县 温岭县 临海县 玉环县 龙泉县 余杭县 萧山县 奉化县 富阳县 临安县 绍兴县>柯桥区 上虞县 上虞市 黄岩县 黄岩市 吴兴县 金华县>婺城区 衢县>衢江区 丽水县>莲都区 洞头县 镇海县 定海县 普陀县 椒江市 嘉兴县>南湖区 瓯海县 江东区>鄞州区 嘉兴地区 温州地区 金华地区 宁波地区 绍兴地区 舟山地区
34 巢县>巢湖市 无为县 桐城县 潜山县 天长县 嘉山县>明光市 界首县 宁国县 广德县 芜湖县>湾沚区 繁昌县 铜陵县>义安区 贵池县 宣城县>宣州区 宣州市 亳县>谯城区 宿县>埇桥区 六安县>金安区 滁县>琅琊区 屯溪市 太平县>黄山区 滁县地区>滁州市 徽州地区>黄山市 宣城地区 安庆地区 池州地区 阜阳县>颍州区 金家庄区>花山区 居巢区>巢湖市
35 福清县 永安县 晋江县 南安县 邵武县 崇安县>武夷山市 建瓯县 漳平县 福安县 福鼎县 长乐县 长乐市 沙县>沙县区 龙海县 龙海市 长泰县 建阳县 建阳市 永定县 同安县 莆田县>荔城区 宁德县>蕉城区 梅列区>三元区 杏林区>集美区 鼓浪屿区>思明区 开元区>思明区 建阳地区>南平市 晋江地区>泉州市 龙溪地区>漳州市 莆田地区 三明地区 南平地区
36 乐平县 瑞昌县 贵溪县 瑞金县 龙南县 井冈山县 丰城县 清江县>樟树市 高安县 德兴县 新建县 南康县 南康市 上饶县>广信区 广丰县 余江县 东乡县 九江县>柴桑区 星子县>庐山市 赣县>赣县区 宁冈县>井冈山市 临川县 临川市 宜春县>袁州区 庐山区>濂溪区 湾里区>新建区 九江地区 波阳县>鄱阳县 新余县>渝水区
37 胶县>胶州市 平度县 莱西县 滕县>滕州市 黄县>龙口市 莱阳县 掖县>莱州市 招远县 栖霞县 海阳县 益都县>青州市 诸城县 寿光县 安丘县 高密县 昌邑县 曲阜县 邹县>邹城市 新泰县 肥城县 荣成县 乳山县 乐陵县 禹城县 临清县 邹平县 章丘县 即墨县 胶南县 历城县 长清县 济阳县 垦利县 福山县 牟平县 蓬莱县 蓬莱市 长岛县>蓬莱区 文登县 文登市 潍县>寒亭区 兖州县 兖州市 泰安县>泰山区 陵县>陵城区 茌平县 沾化县 定陶县 滨县>滨城区 聊城县>东昌府区 菏泽县>牡丹区 莱芜县 临沂县>兰山区 日照县>东港区 苍山县>兰陵县 四方区>市北区 沧口区>李沧区 惠民地区>滨州市 昌潍地区>潍坊市 潍坊地区 泰安地区 济宁地区 烟台地区
41 巩县>巩义市 荥阳县 密县>新密市 新郑县 登封县 舞钢区>舞钢市 临汝县>汝州市 林县>林州市 汲县>卫辉市 长垣县 沁阳县 孟县>孟州市 禹县>禹州市 长葛县 灵宝县 邓县>邓州市 永城县 项城县 济源县 偃师县 偃师市 孟津县 开封县>祥符区 陕县>陕州区 许昌县>建安区 郾城县 淮阳县 义马矿区>义马市 南阳县>卧龙区 信阳县>平桥区 商丘县>睢阳区 吉利区>孟津区 许昌地区 洛阳地区 开封地区 新乡地区 安阳地区
42 大冶县 均县>丹江口市 宜都县 枝城市>宜都市 当阳县 枝江县 光化县>老河口市 枣阳县 宜城县 钟祥县 京山县 应城县 安陆县 汉川县 石首县 洪湖县 松滋县 监利县 麻城县 广济县>武穴市 蒲圻县>赤壁市 蒲圻市>赤壁市 应山县>广水市 恩施县 利川县 沔阳县>仙桃市 潜江县 天门县 黄陂县 新洲县 武昌县>江夏区 汉阳县>蔡甸区 襄阳县>襄州区 襄阳区>襄州区 宜昌县>夷陵区 郧县>郧阳区 孝感县>孝南区 荆门县>东宝区 黄冈县>黄州区 咸宁县>咸安区 鄂城县 荆州地区 宜昌地区 襄阳地区 恩施地区>恩施土家族苗族自治州 鄂西土家族苗族自治州>恩施土家族苗族自治州
43 浏阳县 宁乡县 醴陵县 湘乡县 耒阳县 常宁县 武冈县 邵东县 汨罗县 临湘县 沅江县 资兴县 祁阳县 黔阳县>洪江市 涟源县 吉首县 望城县 株洲县>渌口区 大庸县>永定区 大庸市!>张家界市 零陵县 常德县>鼎城区 益阳县>赫山区 郴县>苏仙区 怀化县>鹤城区 衡阳地区 常德地区 邵阳地区 益阳地区 岳阳地区 湘潭地区
44 乐昌县 南雄县 台山县 开平县 鹤山县 恩平县 廉江县 海康县>雷州市 吴川县 高州县 化州县 信宜县 四会县 兴宁县 陆丰县 阳春县 英德县 连县>连州市 东莞县 中山县 普宁县 罗定县 番禺县 花县>花都区 增城县 从化县 顺德县 南海县 新会县 三水县 三水市 高明县 高明市 潮阳县 潮阳市 澄海县 澄海市 惠阳县 惠阳市 高要县 高要市 电白县 清远县>清城区 清新县 阳江县>江城区 阳东县 揭阳县>榕城区 揭东县 潮安县 梅县>梅县区 曲江县 斗门县 宝安县 云浮县>云城区 云安县 河源县>源城区 肇庆地区 韶关地区 湛江地区 惠阳地区>惠州市 佛山地区 汕头地区
45 横县>横州市 荔浦县 岑溪县 桂平县 北流县 靖西县 平果县 邕宁县 武鸣县 临桂县 宜山县>宜州区 宜州市 柳江县 贵县>贵港市 玉林县>玉州区 百色县>右江区 河池县>金城江区 来宾县>兴宾区 贺县>八步区 崇左县>江州区 防城各族自治县>防城区 田阳县 蝶山区>万秀区 玉林地区 钦州地区 梧州地区 桂林地区
46 琼海县 文昌县 万宁县 东方黎族自治县>东方市 儋县>儋州市 琼山县 琼山市 崖县>三亚市 通什市>五指山市
50 江津县 江津市 合川县 合川市 永川县 永川市 涪陵县 南川县 南川市 巴县>巴南区 万县>万州区 江北县>渝北区 长寿县 璧山县 铜梁县 大足县 荣昌县 綦江县 潼南县 开县>开州区 梁平县 武隆县 黔江土家族苗族自治县>黔江区 双桥区>大足区 万盛区>綦江区 万县地区>万州区 涪陵地区>涪陵区 永川地区>永川区
51 灌县>都江堰市 彭县>彭州市 邛崃县 崇庆县>崇州市 简阳县 广汉县 什邡县 绵竹县 江油县 射洪县 隆昌县 峨眉县>峨眉山市 阆中县 万源县 马尔康县 康定县 西昌县 会理县 温江县 双流县 郫县>郫都区 新津县 新都县 安县>安州区 名山县 宜宾县>叙州区 南溪县 罗江县 彭山县 眉山县>东坡区 广安县 巴中县>巴州区 遂宁县>船山区 内江县>东兴区 资阳县>雁江区 德阳县>旌阳区 绵阳县>涪城区 雅安县>雨城区 纳溪县 广元县>利州区 元坝区>昭化区 绵阳地区 南充地区 乐山地区 宜宾地区 雅安地区 达县地区>达州市 温江地区>成都市 阿坝藏族自治州>阿坝藏族羌族自治州
52 清镇县 盘县>盘州市 赤水县 仁怀县 黔西县 兴义县 兴仁县 凯里县 都匀县 福泉县 遵义县>播州区 安顺县>西秀区 平坝县 毕节县>七星关区 铜仁县>碧江区 小河区>花溪区 水城县 盘县特区>盘州市 万山特区>万山区
53 安宁县 宣威县 澄江县 腾冲县 水富县 楚雄县 禄丰县 开远县 蒙自县 弥勒县 文山县 景洪县 大理县 瑞丽县 潞西县>芒市 潞西市>芒市 泸水县 晋宁县 呈贡县 东川市!>东川区 路南县>石林彝族自治县 沾益县 马龙县 曲靖县>麒麟区 玉溪县>红塔区 江川县 保山县>隆阳区 昭通县>昭阳区 丽江县>古城区 丽江纳西族自治县>古城区 临沧县>临翔区 普洱哈尼族彝族自治县>宁洱哈尼族彝族自治县 思茅县 翠云区>思茅区 碧江县>泸水市 畹町市>瑞丽市
54 堆龙德庆县 达孜县 乃东县 林芝县>巴宜区 昌都县>卡若区 那曲县>色尼区 米林县 错那县
61 兴平县 彬县>彬州市 韩城县 华阴县 子长县 神木县 旬阳县 长安县 临潼县 户县>鄠邑区 高陵县 华县>华州区 安塞县 横山县 南郑县 宝鸡县>陈仓区 凤翔县 耀县>耀州区 渭南县>临渭区 安康县>汉滨区 商县>商州区 商州市 延安县>宝塔区 榆林县>榆阳区 咸阳地区 宝鸡地区
62 敦煌县 华亭县 武都县 西峰市 平凉县>崆峒区 天水县>麦积区 秦城区>秦州区 北道区>麦积区 武威县>凉州区 张掖县>甘州区 酒泉县>肃州区 定西县>安定区 安西县>瓜州县
63 同仁县 玉树县 湟中县 乐都县 平安县
64 灵武县 青铜峡县 陶乐县>平罗县 惠农县 固原县>原州区 中卫县>沙坡头区 银南地区>吴忠市
65 昌吉县 阜康县 博乐县 库尔勒县 阿克苏县 库车县 阿图什县 塔城县 乌苏县 沙湾县 阿勒泰县 吐鲁番县>高昌区 哈密县>伊州区 米泉县>米东区 米泉市>米东区"""
# Short names in use that no rule makes.
SHORT = {'伊克昭盟': '伊盟', '巴彦淖尔盟': '巴盟', '乌兰察布盟': '乌盟', '呼伦贝尔盟': '呼盟', '哲里木盟': '哲盟', '昭乌达盟': '昭盟', '锡林郭勒盟': '锡盟',
    '潞西市': '潞西', '大庸市': '大庸', '通什市': '通什', '蒲圻市': '蒲圻', '米泉市': '米泉', '枝城市': '枝城', '畹町市': '畹町', '浑江市': '浑江', '锦西市': '锦西',
    '达县地区': '达县专区', '黔东南苗族侗族自治州': '黔东南', '黔南布依族苗族自治州': '黔南', '黔西南布依族苗族自治州': '黔西南',
    '西双版纳傣族自治州': '西双版纳|版纳?', '湘西土家族苗族自治州': '湘西自治州', '恩施土家族苗族自治州': '恩施州', '呼和浩特市': '呼市|青城?', '乌鲁木齐市': '乌市',
    '齐齐哈尔市': '齐市?', '哈尔滨市': '哈市|冰城|哈', '牡丹江市': '牡市?', '石家庄市': '石市?', '管城回族区': '管城区|管城?', '顺河回族区': '顺河区|顺河?', '瀍河回族区': '瀍河区|瀍河?', '梅里斯达斡尔族区': '梅里斯区|梅里斯',
    '鄂温克族自治旗': '鄂温克旗', '莫力达瓦达斡尔族自治旗': '莫力达瓦旗|莫旗?', '攀枝花市': '渡口市',
    '广州市': '羊城|穗', '深圳市': '鹏城|深', '成都市': '蓉城|蓉', '济南市': '泉城', '昆明市': '春城?|昆', '厦门市': '鹭岛|厦', '长沙市': '星城?',
    '南宁市': '邕城|邕', '贵阳市': '筑城?|筑', '土默特左旗': '土左旗', '土默特右旗': '土右旗', '达尔罕茂明安联合旗': '达茂旗', '鄂托克前旗': '鄂前旗',
    '科尔沁左翼中旗': '科左中旗', '科尔沁左翼后旗': '科左后旗', '科尔沁右翼中旗': '科右中旗', '科尔沁右翼前旗': '科右前旗', '新巴尔虎左旗': '新左旗', '新巴尔虎右旗': '新右旗',
    '乌拉特前旗': '乌前旗', '乌拉特中旗': '乌中旗', '乌拉特后旗': '乌后旗', '察哈尔右翼前旗': '察右前旗', '察哈尔右翼中旗': '察右中旗', '察哈尔右翼后旗': '察右后旗',
    '杭州市': '杭', '宁波市': '甬', '福州市': '榕', '无锡市': '锡', '东莞市': '莞', '沈阳市': '沈', '温州市': '温', '郑州市': '郑', '武汉市': '汉',
    '绍兴市': '绍', '泉州市': '泉', '珠海市': '珠', '阿拉善左旗': '阿左旗', '阿拉善右旗': '阿右旗'}
# Short forms that are first of all something else's name: a sea, a lake, a mountain, a state, a company.
OTHERS = {'东海', '平原', '太湖', '衡山', '黑山', '新罗', '松花江', '方正'}

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
    def zone(name):
        # 合肥高新技术产业开发区: 合肥高新区.
        base, n = re.subn(r'(高新技术产业开发区|高新技术开发区|高技术产业开发区|高新技术产业园区)$', '高新区', name)
        if not n: base, n = re.subn(r'(经济技术开发区|经济开发区)$', '经开区', name)
        if not n: return []
        return [base] + ([name[:-len('经济技术开发区')] + '开发区'] if name.endswith('经济技术开发区') else [])
    def mark(s, kind):
        # A district's short form is mostly an ordinary word or another place's name.
        return s + '?' if s in common or s in OTHERS or (kind == 'district' and len(s) == 2) else s
    def add(name, kind, code, parent, extra=()):
        # A name of more than five characters less its last one is no name anybody writes; nor is 浦东新 or 阿拉善左.
        odd = lambda s: (len(s) > 5 and s.endswith(('开发', '园', '管理', '示范'))) or s.endswith('新') and name.endswith('新区') or s.endswith('族') \
            or name.endswith('旗') and s.endswith(('左', '右', '前', '中', '后', '联合'))
        forms = zone(name) + ([s + '?' if odd(s) or name.endswith('新区') else mark(s, kind) for s in short(name, kind)] if kind != 'province' else [])
        forms += [a for a in SHORT.get(name, '').split('|') if a and a not in forms]
        if name in ('矿区', '郊区', '城区', '东区', '西区', '市中区', '新城区'): name += '?'
        rows.append((name, '|'.join(f for f in dict.fromkeys(list(forms) + [e for e in extra if e]) if f != name), kind, code, parent))
    provinces = read('provinces.csv')
    codes = {p['code'] for p in provinces}
    for p in provinces + [{'code': c, 'name': n} for c, n in (('71', '台湾省'), ('81', '香港特别行政区'), ('82', '澳门特别行政区')) if c not in codes]:
        name, abbr, more = PROVINCE[p['code']]
        kind = 'province' if p['code'] < '80' else 'region'
        extra = [name] if name != p['name'] else []
        extra += [x for x in (abbr, more) if x]
        # 浙省, as papers of the Republic write.
        if p['code'] in '13 14 21 32 33 34 35 36 37 41 42 43 44 51 52 53 61 62'.split(): extra.append(abbr + '省')
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
        kind = 'district' if a['name'].endswith('区') and a['name'] != '神农架林区' and not a['name'].endswith('特区') else 'county'
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
        rows.append((name, mark(base, kind) if len(base) >= 2 and base[-1] != '县' and base not in have else '', kind, now if now in known else '', now[:2] + '0000'))
    bases = lambda name: re.sub(r'(地区|市|县|区|盟)$', '', name)
    for line in FOLLOWED.strip().split('\n'):
        province, *entries = line.split()
        here = {r[0].rstrip('?'): r[3] for r in reversed(rows) if r[3] and r[3][:2] == province}
        for entry in entries:
            name, _, now = entry.partition('>')
            prefecture = name.endswith(('!', '地区', '自治州'))
            name = name.rstrip('!')
            if not now:
                ends = '市' if name.endswith('地区') else '市 区 县 旗'
                found = [here[bases(name) + e] for e in ends.split() if bases(name) + e in here and bases(name) + e != name]
            else: found = [here[now]] if now in here else []
            if not found: sys.exit(f'{entry}: no division follows it in {province}')
            if any(r[0].rstrip('?') == name and r[4][:2] == province for r in rows): continue
            have = {s.rstrip('?') for r in rows for s in [r[0]] + r[1].split('|')}
            base = bases(name) if not name.endswith(('自治县', '特区', '自治州')) else ''
            forms = [mark(base, 'district')] if len(base) >= 2 and base != name and base not in have else []
            forms += [a for a in SHORT.get(name, '').split('|') if a and a not in [f.rstrip('?') for f in forms]]
            kind = 'prefecture' if prefecture else 'district' if name.endswith('区') and not name.endswith(('特区', '矿区')) else 'county'
            rows.append((name, '|'.join(forms), kind, found[0], province + '0000'))
    with open('Gazetteers/places/divisions.tsv', 'w', encoding='utf-8') as f:
        f.write('# Divisions of China; codes of GB/T 2260, for renamed and abolished ones that of the division that followed.\n'
                '# Made by Scripts/divisions.py; do not edit.\nsurface\taliases\tkind\tcode\tparent\n')
        for r in rows: f.write('\t'.join(r).rstrip('\t') + '\n')
    print(len(rows))

if __name__ == '__main__': main()

import HanFacts
import Testing

/// Measurements and changes: who has them in longer clauses, and what is none.
@Suite struct MeasurementClauseTests {
  @Test(arguments: [
    // Plans, motion and means between a subject and its verb.
    ("鹏程集团计划追加投资3亿元。", ["鹏程集团 | 追加 | 投资 | 3亿元"]),
    ("学校明年计划招聘20名教师。", ["学校 | 招聘 | 教师 | 20名"]),
    ("消防员周志强跳进浏阳河救起三名儿童。", ["周志强 | 救起 | 儿童 | 三名"]),
    ("村民赵大海用拖拉机转移了60多名老人。", ["赵大海 | 转移 | 老人 | 60多名"]),
    ("奶奶往行李箱塞了30斤红薯。", ["奶奶 | 塞 | 红薯 | 30斤"]),
    ("公司拟向全体股东每10股派发现金红利3元。", ["公司 | 派发 | 现金红利 | 3元"]),
    ("项目投产后预计每年可新增产值2亿元。", ["项目 | 新增 | 产值 | 2亿元"]),
    ("来自安徽阜阳的陈秀兰被骗走8万元。", ["陈秀兰 | 骗走 |  | 8万元"]),
    // To whom, and whose.
    ("医院给他送来了12封感谢信。", ["医院 | 送来 | 感谢信 | 12封"]),
    ("表姐林小燕塞给我两盒月饼。", ["林小燕 | 塞给 | 月饼 | 两盒"]),
    ("记者走访了朝阳区的五家早餐店。", ["记者 | 走访 | 早餐店 | 五家"]),
    ("公司实现归属于上市公司股东的净利润1.5亿元。", ["公司 | 实现 | 净利润 | 1.5亿元"]),
    // Subjects of their own kind.
    ("家里养着三百多只鸭子。", ["家里 | 养 | 鸭子 | 三百多只"]),
    ("各方已转移安置群众800余人。", ["各方 | 转移安置 | 群众 | 800余人"]),
    ("今年棉花收购有两个特点。", ["棉花收购 | 有 | 特点 | 两个"]),
    ("他说改革有5项任务。", ["改革 | 有 | 任务 | 5项"]),
    ("这条公路从县城通到山顶，要翻过4座大山。", ["这条公路 | 翻过 | 大山 | 4座"]),
    ("村民50人乘3辆大巴离开长沙。", ["村民 | 乘 | 大巴 | 3辆"]),
    ("【长沙新增5个公园】长沙市今年将改造公园9个。", ["长沙 | 新增 | 公园 | 5个", "长沙市 | 改造 | 公园 | 9个"]),
  ])
  func whoHasIt(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.measurement, MeasurementTests.names, in: text) == expected)
  }

  @Test(arguments: [
    ("合作社流转土地2000亩，亩产超过900斤。", ["合作社 | 流转 | 土地 | 2000亩"]),
    ("天津港出口机床5亿元。", ["天津港 | 出口 | 机床 | 5亿元"]),
    ("公司本次公开发行股票900万股。", ["公司 | 发行 | 股票 | 900万股"]),
    ("民政部8日预拨地方救灾资金900万元。", ["民政部 | 预拨 | 地方救灾资金 | 900万元"]),
    ("公司向客户交付车载显示驱动芯片90万颗。", ["公司 | 交付 | 车载显示驱动芯片 | 90万颗"]),
    ("护林员给树系上两道绳子。", ["护林员 | 系上 | 绳子 | 两道"]),
    ("诗人为电影创作了2首配乐。", ["诗人 | 创作 | 配乐 | 2首"]),
    ("政府已开放3个过境点。", ["政府 | 开放 | 过境点 | 3个"]),
    ("我们做了15次热试车。", ["我们 | 做 | 热试车 | 15次"]),
    ("全国共中出5注头奖。", ["全国 | 出 | 头奖 | 5注"]),
  ])
  func whatIsCounted(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.measurement, MeasurementTests.names, in: text) == expected)
  }

  /// Which one, where, the weather, a result, and nothing of anybody.
  @Test(arguments: [
    "八首歌全是他写的。", "工程队开始安装二期设备。", "建在30米长的桥上。", "他在距球门约20米处射门。",
    "北京多云转晴15℃／27℃，天津小雨13℃／22℃。", "主队3胜2平1负。", "就是120克。",
  ])
  func nothing(_ text: String) {
    #expect(FactTesting.facts(.measurement, MeasurementTests.names, in: text) == [])
  }

  @Test(arguments: [
    ("国内柴油价格每吨下调160元。", ["柴油价格 | 160元"]), ("粉丝半年涨了15万。", ["粉丝 | 15万"]),
    ("集团将在四川裁减约200个岗位。", ["岗位 | 约200个"]), ("自有品牌收入同比增长12%。", ["自有品牌收入 | 12%"]),
    ("录得净利润500万元，同比增长8%。", ["净利润 | 8%"]), ("雀巢将其在华产能扩大了一倍。", ["产能 | 一倍"]),
  ])
  func whatChanged(_ text: String, _ expected: [String]) {
    #expect(FactTesting.facts(.change, ["of", "figure"], in: text) == expected)
  }
}

/// The words that the search for what is counted asks for: sets, of which a word may be in several.
struct CountedWords: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt64

  /// Verbs and adverbs between a thing and its number.
  static let links = CountedWords(rawValue: 1 << 0)
  /// Verbs that name an activity inside a noun phrase: `技术转移中心`.
  static let nominal = CountedWords(rawValue: 1 << 1)
  /// Words at the head of a clause that act on the noun behind them: `服务企业超过15000家`.
  static let transitive = CountedWords(rawValue: 1 << 2)
  /// Predicates that word lists often take for nouns; behind a noun they end its phrase.
  static let predicates = CountedWords(rawValue: 1 << 3)
  /// Places that stand for the whole and are not what a number counts.
  static let wholes = CountedWords(rawValue: 1 << 4)
  /// Pronouns and numerals that may open a noun phrase.
  static let openers = CountedWords(rawValue: 1 << 5)
  /// Conjunctions that join the things counted.
  static let joints = CountedWords(rawValue: 1 << 6)
  /// Heads that make a longer name of `国家`.
  static let nationalHeads = CountedWords(rawValue: 1 << 7)
  /// `国家`, which is mostly counted alone.
  static let countries = CountedWords(rawValue: 1 << 8)
  /// Words that end what a count of persons counts.
  static let people = CountedWords(rawValue: 1 << 9)
  /// `占比`, which is a noun as well as a link.
  static let share = CountedWords(rawValue: 1 << 10)
  /// Nouns that word lists take for verbs, before a number or behind one: `技术对接活动300余场`.
  static let deverbal = CountedWords(rawValue: 1 << 11)
  /// Verbs that are a noun where they close what stands behind a number: `80多个国际组织`.
  static let closing = CountedWords(rawValue: 1 << 12)
  /// Nouns that name a size, of which the verb before them is part: `资金安排规模`.
  static let sizes = CountedWords(rawValue: 1 << 13)
  /// Parts of a land: what stands behind them is what is measured there.
  static let areas = CountedWords(rawValue: 1 << 14)
  /// Parts of a land that need no name before them.
  static let portions = CountedWords(rawValue: 1 << 15)
  /// Bodies and meetings whose size, people or things are counted: `大会|展览总面积`.
  static let hosts = CountedWords(rawValue: 1 << 16)
  /// Words that point at a body or meeting: `本届`.
  static let pointers = CountedWords(rawValue: 1 << 17)
  /// Bodies inside a phrase whose size closes it: `人工智能企业|产业规模`.
  static let owners = CountedWords(rawValue: 1 << 18)
  /// Nouns that only say that something is counted; they stay with it: `企业数量`.
  static let tallies = CountedWords(rawValue: 1 << 19)
  /// `日均` and its like, which say how often and not what.
  static let rates = CountedWords(rawValue: 1 << 20)
  /// `首款` and its like, which are no head.
  static let firsts = CountedWords(rawValue: 1 << 21)
  /// `现有` and its like: what stands behind them is counted.
  static let having = CountedWords(rawValue: 1 << 22)
  /// Characters between two nouns of one name: `政府间协定`, `国际大科学计划`.
  static let bonds = CountedWords(rawValue: 1 << 23)
  /// `由` and `从`, which open the first of two figures.
  static let from = CountedWords(rawValue: 1 << 24)
  /// Nouns that end as those of sizes do and name none: `制度`.
  static let unsized = CountedWords(rawValue: 1 << 26)
  /// Verbs that govern an activity: `完成固定资产投资…`.
  static let governing = CountedWords(rawValue: 1 << 27)
  /// Persons whom the verb before them names rather than serves: `研发人员`.
  static let staff = CountedWords(rawValue: 1 << 28)
  /// Characters that only join or say how, though the lexicon has no class for them: `仍有`, `虽达`.
  static let functions = CountedWords(rawValue: 1 << 29)
  /// Nouns of one character that close a word behind a verb of two: `周转房`, `发行价`.
  static let suffixes = CountedWords(rawValue: 1 << 30)
  /// Verbs of paying out, behind whose sum it is said what for: `拨款150万元翻修训练馆`.
  static let spending = CountedWords(rawValue: 1 << 32)
  /// `有` and its like, with which somebody has what stands behind the number.
  static let owning = CountedWords(rawValue: 1 << 31)
  /// Verbs that say in what state the counted are: `失联人员`, `自有品牌`.
  static let states = CountedWords(rawValue: 1 << 33)
  /// `计划` before a verb that governs: `计划建设口袋公园`.
  static let plans = CountedWords(rawValue: 1 << 34)
  /// Verbs that serve or carry people, predicates between a body and those: `民航运输旅客`.
  static let serving = CountedWords(rawValue: 1 << 35)
  /// What is served or carried besides people.
  static let served = CountedWords(rawValue: 1 << 36)
  /// Verbs of planting and breeding, predicates before an amount: `全村种植蜜桃300亩`.
  static let growing = CountedWords(rawValue: 1 << 37)
  /// Verbs of trade and making, predicates before goods: `口岸出口商品车3万辆`.
  static let trading = CountedWords(rawValue: 1 << 38)
  /// Verbs that bring about a size, never part of its name: `实现产值达5亿元`.
  static let earning = CountedWords(rawValue: 1 << 41)
  /// Classifiers of bodies and sites rather than goods.
  static let generic = CountedWords(rawValue: 1 << 39)
  /// Verbs that only belong to the noun behind them, whatever governs it: `控制涉事人员`.
  static let involving = CountedWords(rawValue: 1 << 40)
  /// `地区` behind `国家`.
  static let regions = CountedWords(rawValue: 1 << 25)

  /// True where the characters of a range are one of the words.
  func contains(_ text: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Bool {
    guard range.count <= WordTable.longest else { return false }
    var key = WordTable.Key()
    for place in range { key.append(text[place]) }
    return Self.table.sets(of: key).rawValue & rawValue != 0
  }

  private static let table = WordTable(lists)

  private static let lists: [(CountedWords, String)] = [
    (
      .links,
      """
      达 达到 达成 高达 多达 为 约为 是 有 共有 已有 设有 拥有 增长 增加 增至 增 下降 降 降至 上升 上涨 涨 下跌 跌 提高 提升 减少 减 缩短 突破 超过 超 \
      完成 实现 占 占比 接近 扩大 回落 攀升 升至 跌至 缩减 扩大到 增加到 提高到 下降到 提升至 提高至 扩大至 增长到 累计 共 共计 总计 合计 平均 分别 同比 环比 \
      首次 已 已经 仅 只 就 也 还 却 均 都 又 再 将 预计 约 大约 近 逾 不到 不足 至少 最多 保持 稳定 达至 位居 居 在 到 至 要 需 需要 只要 只有 仅有 仅为 \
      上 下 了 着 过 超出 低于 高于 维持 控制 收窄 扩张 激增 猛增 净增 新增 同期 比 上年 去年 折合 相当于 等于 计 长 宽 高 深 重 厚 历史性 一举 率先 快速 稳步 \
      大幅 小幅 进一步 普遍 实际 名义 较 比较 日均 年均 人均 月均 户均 总共 一共 成功 现有 目前 如今 现已 均为 均超 逐年 逐步 持续 连续 迅速 略 微 轻微 显著 明显 由 从 可 可达 长达 深达 宽达 重达 约合 报 收报 报收 折合 合计 由 能 能够 能达 会 才 竟 竟达 \
      仍 虽 则 有望 便 尚 曾 或将 恐
      """
    ),
    (
      .nominal,
      """
      合作 创新 研究 发展 服务 管理 转移 交流 建设 生产 应用 监测 治理 投资 教育 培训 设计 制造 加工 开发 试验 实验 检测 保护 传播 运输 科研 联合 示范 \
      孵化 研发 创业 贸易 出口 进口 消费 融资 旅游 物流 运营 供应 供电 发电 储能 通信 通讯 导航 探测 观测 勘探 施工 改造 扩建 升级 转化 培育 引进 招商 就业 \
      比赛 竞赛 展览 演出 演练 救援 救助 援助 防控 防疫 医疗 护理 养老 健身 体育 文化 开放 共享 支撑 保障 推广 推介 对接 签约 采购 销售 零售 批发 交易 结算 \
      参赛 参展 入选 上市 规上 重点 在建 新建 拟建 在校 退役 注册 认证 授权 备案 专利 发明 计算 智能 存储 处理 控制 评价 评估 咨询 审计 监管 执法 调查 航天 \
      发射 飞行 驾驶 钻探 配送 冶炼 养殖 种植 灌溉 造林 绿化 分布 测试 共建 成长 瞪羚 领军 学习 训练 志愿 公益 慈善 扶贫 帮扶 脱贫 搬迁 安置 改革 试点 监督 检查 \
      巡视 督查 立法 司法 诉讼 仲裁 调解 接待 会见 访问 会谈 活动 工作 生活 居住 租赁 住宿 餐饮 休闲 娱乐 购物 支付 跨境 废 超高 直播 播放 收视 阅读 写作 翻译 出版 发行 \
      自有 失联 被困 获救 滞留 注册 移动 活跃 流动 辍学 失学 失业 返乡 留守 受灾 患病 住校 就读 参保 外出 务工 应急 入境 出境 打架 斗殴 盗窃 诈骗 盗伐 照料 托育 纺织 伤亡 犯罪 涉 涉事 涉案 外送
      """
    ),
    (
      .transitive,
      """
      预计 服务 转移 转化 建设 培育 投资 研发 生产 孵化 衍生 汇聚 集聚 聚集 吸引 引进 引育 签约 举办 开展 组织 实施 完成 新增 发布 培养 培训 接待 覆盖 惠及 带动 \
      处理 办理 销售 出口 进口 种植 收购 运输 运送 发送 安置 转移转化 授权 申请 拥有 设立 建成 建立 开通 开设 布局 储备 节约 减少 增加 累计 整合 投入 达成 派出 \
      派遣 参加 参展 创造 获得 取得 缴纳 贡献 形成 带来 撬动 拉动 释放 盘活 募集 筹集 争取 落实 下达 拨付 提供 涉及 产生 赚取 征收 上缴 追加 采购 消耗 使用 支持 资助 发放 补贴 救助 帮扶 检查 排查 查处 破获 录得 急需 受理 审理 审结 执结 侦破 查获 办结 抓获 缴获 挽回 追回 改造 修建 新建 开工 竣工 栽种 绿化 造林 回收 实现 促成
      """
    ),
    (
      .predicates,
      """
      落地 落地生根 参展 参会 参赛 亮相 上市 入选 承担 增产 生根 获奖 获批 通过 进入 分赴 参加 参与 接入 入驻 签约 投产 开工 竣工 通车 遇难 受伤 死亡 失踪 落户 达标 \
      开业 营业 运营 运行 投运 启动 启用 完工 发布 亮相 首发 问世 获得 取得 实现 完成 涉及 覆盖 受灾 受益 脱贫 摘帽 复工 复产 报名 到场 出席 领先 落后 分布 组成 构成 开展 增长
      """
    ),
    (
      .wholes,
      "全国 全球 世界 我国 国内 全省 全市 全县 全区 全村 全镇 全乡 全州 全旗 全厂 全校 全局 全年 全部 其中 总数 总量的 同期 当地 此次 本次 海外 国外 境内 境外 网上 线上 线下 目前 现在"
    ),
    (.openers, "各界 其他 其它 各类 各种 各级 各 全部 所有 另 整个 主要 相关 有关 本 该 每"),
    (.joints, "和 与 及 以及 或 暨 、"),
    (.nationalHeads, "实验室 中心 基地 项目 工程 公园 平台 示范区 计划 标准 专项 试点 级 重点 自然 地质 森林 湿地 队 奖 博物馆 一级 二级 人工智能"),
    (.countries, "国家 国"),
    (
      .people,
      "科学家 专家 学者 学生 学子 教师 医生 工程师 嘉宾 代表 院士 博士 记者 运动员 选手 游客 观众 工人 农民 居民 群众 员工 职工 志愿者 党员 干部 士兵 官兵 乘客 旅客 患者 病人 儿童 老人 青年 "
        + "人员 人才 委员 议员 队员 会员 成员 用户 客户 航天员 宇航员 研究员 教授 研究生 大学生 毕业生 受访者 企业家 创业者 从业者 开发者 消费者 投资者 参与者 建设者 劳动者 孩子 村民 市民 网民"
    ),
    (.share, "占比"),
    (.deverbal, "活动 演出 比赛 竞赛 试验 实验 演练 展览 倡议 赛事 钻探 勘探 估值 增速 投诉 储备 建议"),
    (
      .closing,
      "组织 建议 安排 服务 研究 调查 测试 训练 培训 探测 观测 对话 讲话 演讲 创新 改革 融资 援助 贷款 补贴 发射 捐款 投资 订货 演练 申请"
    ),
    (
      .sizes,
      """
      规模 面积 总面积 强度 期限 收入 营收 产能 能力 效率 价格 成本 速度 距离 水平 范围 总规模 里程 总里程 利润 资金 寿命 周期 比例 比重 体量 总价 均价 单价 价值 人次 场次 次数 资本 海拔 推力
      """
    ),
    (.areas, "区域 地区 山区 深山区 丘陵 平原 盆地 流域 沿海 沿线 一带 县市 市县 大部 部分 局部 局地 大部分"),
    (.portions, "大部 部分 局部 局地 大部分"),
    (.hosts, "大会 展会 论坛 峰会 博览会 展览会 公司 集团 该公司 该集团 医院 学校 大学 景区 园区 基地 机场 车站 平台 网站"),
    (.pointers, "本届 本次 此次 上届 首届 该 本 这家 这届 这次"),
    (.owners, "企业 公司 单位 机构 高校 学校 医院 工厂 园区 银行"),
    (.tallies, "数量 总数 总量 数 个数 家数 人数 数目"),
    (.rates, "日均 年均 月均"),
    (.firsts, "首款 首个 首台 首批 首座 首条 首家 首套 首艘 首架 首部 首枚 首颗 首例 首位 首届"),
    (.having, "现有 原有 共有 设有 拥有"),
    (.bonds, "间 大 新 高 小 老 超 非 微"),
    (.from, "由 从 自"),
    (.regions, "地区"),
    (.states, "自有 失联 被困 获救 滞留 入境 出境 打架 斗殴 盗窃 诈骗 盗伐 照料 托育 纺织 伤亡 犯罪 涉 涉事 涉案"),
    (
      .earning,
      "实现 完成 创造 带来 形成 新增 增加 减少 扩大 降低 达成 获得 取得 录得 产生 贡献 缴纳 募集 筹集 争取 撬动 拉动 追回 挽回 节约 促成 投入 拥有 消耗 涉及 覆盖"
    ),
    (.serving, "接待 运输 运送 发送 保障 服务 救助 安置 救治 护送 培训 输送 开放"),
    (.served, "航班 列车 车辆 货物 商家 商户 农户 客户 用户 住户 车次 会员 团队 团组 床位 泊位 车位"),
    (.trading, "出口 进口 进出口 销售 生产 交付"),
    (.generic, "家 个 处 条 所 座 项 名 位 人 种 次"),
    (.involving, "涉 涉事 涉案"),
    (.growing, "种植 栽种 养殖 播种 栽植"),
    (.plans, "计划"),
    (.functions, "仍 虽 则 却 而 但 且 连 较 并 又 也 还 就 都 均 才 便 即 尚 曾 竟 若 如 因 故 被 所 至 每"),
    (
      .suffixes,
      "率 量 价 额 值 数 费 款 金 税 期 房 班 员 者 师 机 器 厂 店 站 馆 所 室 点 园 库 线 林 品 剂 舱 楼 院 校 队 组 券 卡 证 权 生 工"
    ),
    (
      .spending,
      "拨款 投入 出资 耗资 投资 斥资 花费 花 捐款 捐 自筹 筹资 筹集 注资 支出 安排 拿出 贷款 借款 补助 奖励 拨付 下拨 划拨"
    ),
    (.owning, "有 拥有 共有 现有 获 获得 取得 拿下 斩获"),
    (.governing, "减少 降低 增加 扩大 完成 实现 新增"),
    (.staff, "人员 人才 专家 队员 员工 干部 代表"),
    (.unsized, "制度 角度 态度 力量 印度 季度 年度 大比 多数 少数 变量 向量 函数 常数 分数线"),
  ]
}

/// An open-addressing table from words of up to five characters to the sets that hold them.
private struct WordTable: Sendable {
  /// The longest word in characters.
  static let longest = 5

  /// The characters of a word, 21 bits each.
  struct Key: Hashable, BitwiseCopyable {
    var first: UInt64 = 0
    var second: UInt64 = 0

    /// Adds a character behind the others.
    @inline(__always)
    mutating func append(_ scalar: UInt32) {
      second = second << 21 | first >> 42
      first = first << 21 & 0x7FFF_FFFF_FFFF_FFFF | UInt64(scalar)
    }

    /// Where the search for the key begins.
    @inline(__always)
    var slot: Int { Int(truncatingIfNeeded: ((first ^ second &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 48) }
  }

  private struct Entry: BitwiseCopyable {
    var key: Key
    var sets: CountedWords
  }

  private var entries: [Entry]

  init(_ lists: [(CountedWords, String)]) {
    entries = Array(repeating: Entry(key: Key(), sets: []), count: 4096)
    for (set, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        let scalars = Substring(word).unicodeScalars
        guard scalars.count <= Self.longest else { continue }
        var key = Key()
        for scalar in scalars { key.append(scalar.value) }
        insert(key, set)
      }
    }
  }

  private mutating func insert(_ key: Key, _ set: CountedWords) {
    let slot = place(of: key)
    entries[slot] = Entry(key: key, sets: entries[slot].sets.union(set))
  }

  /// The slot of a key, or the free one for it; the table is never full.
  @inline(__always)
  private func place(of key: Key) -> Int {
    var slot = key.slot & (entries.count - 1)
    while entries[slot].sets.rawValue != 0, entries[slot].key != key { slot = (slot + 1) & (entries.count - 1) }
    return slot
  }

  @inline(__always)
  func sets(of key: Key) -> CountedWords { entries[place(of: key)].sets }
}

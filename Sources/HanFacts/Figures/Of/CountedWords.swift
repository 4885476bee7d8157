/// The words that the search for what is counted asks for: sets, of which a word may be in several.
struct CountedWords: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt16

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

  /// True where the characters of a range are one of the words.
  func contains(_ text: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Bool {
    range.count <= WordTable.longest && !Self.table.sets(of: WordTable.Key(text[range])).isDisjoint(with: self)
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
      大幅 小幅 进一步 普遍 实际 名义 较 比较 日均 年均 人均 月均 户均 总共 一共 成功 现有 目前 如今 现已 均为 均超 逐年 逐步 持续 连续 迅速 略 微 轻微 显著 明显 由 从 可 可达 长达 深达 宽达 重达 约合 报 收报 报收 折合 合计 由 能 能够 能达 会 才 竟 竟达
      """
    ),
    (
      .nominal,
      """
      合作 创新 研究 发展 服务 管理 转移 交流 建设 生产 应用 监测 治理 投资 教育 培训 设计 制造 加工 开发 试验 实验 检测 保护 传播 运输 科研 联合 示范 \
      孵化 研发 创业 贸易 出口 进口 消费 融资 旅游 物流 运营 供应 供电 发电 储能 通信 通讯 导航 探测 观测 勘探 施工 改造 扩建 升级 转化 培育 引进 招商 就业 \
      比赛 竞赛 展览 演出 演练 救援 救助 援助 防控 防疫 医疗 护理 养老 健身 体育 文化 开放 共享 支撑 保障 推广 推介 对接 签约 采购 销售 零售 批发 交易 结算 \
      参赛 参展 入选 上市 规上 重点 在建 新建 拟建 在校 退役 注册 认证 授权 备案 专利 发明 计算 智能 存储 处理 控制 评价 评估 咨询 审计 监管 执法 调查 航天 \
      发射 飞行 驾驶 配送 冶炼 养殖 种植 灌溉 造林 绿化 分布 测试 共建 成长 瞪羚 领军 学习 训练 志愿 公益 慈善 扶贫 帮扶 脱贫 搬迁 安置 改革 试点 监督 检查 \
      巡视 督查 立法 司法 诉讼 仲裁 调解 接待 会见 访问 会谈 活动 工作 生活 居住 租赁 住宿 餐饮 休闲 娱乐 购物 支付 跨境 废 超高 直播 播放 收视 阅读 写作 翻译 出版 发行
      """
    ),
    (
      .transitive,
      """
      预计 服务 转移 转化 建设 培育 投资 研发 生产 孵化 衍生 汇聚 集聚 聚集 吸引 引进 引育 签约 举办 开展 组织 实施 完成 新增 发布 培养 培训 接待 覆盖 惠及 带动 \
      处理 办理 销售 出口 进口 种植 收购 运输 运送 发送 安置 转移转化 授权 申请 拥有 设立 建成 建立 开通 开设 布局 储备 节约 减少 增加 累计 整合 投入 达成 派出 \
      派遣 参加 参展 采购 消耗 使用 支持 资助 发放 补贴 救助 帮扶 检查 排查 查处 破获 抓获 缴获 挽回 追回 改造 修建 新建 开工 竣工 栽种 绿化 造林 回收 实现 促成
      """
    ),
    (
      .predicates,
      """
      落地 落地生根 参展 参会 参赛 亮相 上市 入选 承担 增产 生根 获奖 获批 通过 进入 分赴 参加 参与 接入 入驻 签约 投产 开工 竣工 通车 遇难 受伤 死亡 失踪 落户 达标 \
      开业 营业 运营 运行 投运 启动 启用 完工 发布 亮相 首发 问世 获得 取得 实现 完成 涉及 覆盖 受灾 受益 脱贫 摘帽 复工 复产 报名 到场 出席 领先 落后 分布 组成 构成 开展 增长
      """
    ),
    (.wholes, "全国 全球 世界 我国 国内 全省 全市 全县 全区 全年 全部 其中 总数 总量的 同期 当地 此次 本次 海外 国外 境内 境外 网上 线上 线下 目前 现在"),
    (.openers, "其他 其它 各类 各种 各级 各 全部 所有 另 整个 主要 相关 有关 本 该 每"),
    (.joints, "和 与 及 以及 或 暨 、"),
    (.nationalHeads, "实验室 中心 基地 项目 工程 公园 平台 示范区 计划 标准 专项 试点 级 重点 自然 地质 森林 湿地 队 奖 博物馆 一级 二级 人工智能"),
    (.countries, "国家 国"),
    (
      .people,
      "科学家 专家 学者 学生 学子 教师 医生 工程师 嘉宾 代表 院士 博士 记者 运动员 选手 游客 观众 工人 农民 居民 群众 员工 职工 志愿者 党员 干部 士兵 官兵 乘客 旅客 患者 病人 儿童 老人 青年 "
        + "人员 人才 委员 议员 队员 会员 成员 用户 客户 航天员 宇航员 研究员 教授 研究生 大学生 毕业生 受访者 企业家 创业者 从业者 开发者 消费者 投资者 参与者 建设者 劳动者 孩子 村民 市民 网民"
    ),
    (.share, "占比"),
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

    @inline(__always)
    init(_ scalars: some Collection<UInt32>) {
      var place = 0
      for scalar in scalars {
        if place < 3 {
          first |= UInt64(scalar) << (21 * UInt64(place))
        } else {
          second |= UInt64(scalar) << (21 * UInt64(place - 3))
        }
        place += 1
      }
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
    entries = Array(repeating: Entry(key: Key([]), sets: []), count: 4096)
    for (set, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        let scalars = Substring(word).unicodeScalars.map(\.value)
        if scalars.count <= Self.longest { insert(Key(scalars), set) }
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
    while !entries[slot].sets.isEmpty, entries[slot].key != key { slot = (slot + 1) & (entries.count - 1) }
    return slot
  }

  @inline(__always)
  func sets(of key: Key) -> CountedWords { entries[place(of: key)].sets }
}

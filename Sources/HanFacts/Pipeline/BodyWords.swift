import HanText

/// One thing that a word does in or beside the name of a body.
///
/// The words stand in `Gazetteers/facts/bodies.tsv`, a row for each use.
enum BodyWord: UInt8, CaseIterable {
  // MARK: In names

  /// A department that is a word: 中心, 车间.
  case section
  /// Ends a body of members: 工会, 协会.
  case society
  /// A body within any body: 团委, 纪委.
  case union
  /// A school that needs the name of a place: 小学.
  case school
  /// A body of a village: 村委会, 卫生室.
  case villageBody
  /// A unit that may have a number: 中队, 支队.
  case unit
  /// What a person has that is a body: 工作室.
  case studio
  /// A part of a body with which the title of its chief begins: 政治部 in 政治部主任.
  case department
  /// The last character of a department, with which the title of its chief begins: 段 in 公路管理段段长.
  case ownChief
  /// Ends the name of a commune that no table lists: 公社.
  case commune
  /// Ends the name of a lane or a quarter that a community is called by: 巷.
  case lane
  /// What every place of a level has: 政府.
  case government
  /// What a country has, and its title begins with: 国民议会 in 国民议会议长.
  case parliament
  /// What schools are named by: 育才.
  case schoolName
  /// A post in a ministry or a provincial office: 侍郎 behind 工部.
  case ministryPost
  /// Before a colon and the paper that a text comes from: 来源.
  case source
  /// A paper, behind its name in marks: 杂志.
  case paper

  // MARK: Between names

  /// Relatives, whose school has no name of its own: 女儿幼儿园.
  case relative
  /// The end of a noun that says what a company is, behind which its name begins: 巨头, 应商.
  case trader
  /// Enterprises by their kind: 车企, 国企.
  case kindOfFirm
  /// An enterprise: 企业 in 芯片企业思朗科技.
  case enterprise
  /// Goes on with 企业 in a name: 管理 in 企业管理.
  case business
  /// What a body does with another one: 收购, 起诉.
  case act
  /// What a body says: 宣布, 表示.
  case claim
  /// A level of government that stands for a place: 市 in 市公安局联合市教育局.
  case level
  /// Ends a description: 芯片设计公司|思朗科技, but 三星公司西安分公司.
  case firm
  /// A part of a company: 分公司, 工厂.
  case branch

  /// Stands before a verb, so that 学会 behind it is one: 刚.
  case beforeVerb
  /// What one body does to another, a verb of one character that begins no mark: 欠.
  case owing

  // MARK: Beside companies

  /// What companies call their trade: 科技, 医药.
  case trade
  /// What only a company does, has or is: the first two characters behind its name.
  case companyWord
  /// The end of a noun that says what a company is: 公司, 角兽 of 独角兽.
  case describer
  /// Goes to an exchange: 登陆, 冲刺.
  case market
  /// An exchange, by its first two characters: 上交 of 上交所.
  case exchange
  /// No name before a number: 公司代码(600000), 证券编号(600000).
  case label
  /// A post that only companies have, by its first two characters: 总经 of 总经理.
  case companyPost
  /// Ends the mark of a shop: 屋, 记.
  case shop
  /// Has shops, before their number: 共有.
  case shopCount
  /// The end of a word for one of many shops: 门店.
  case chainShop

  // MARK: Beside teams

  /// Ends the name of a band: 乐队.
  case band
  /// Before 乐队 it says what is played or where, and is no name: 民谣, 校园.
  case music
  /// What only bands have, behind their name: 主唱.
  case ofBand
  /// No mark of a team behind a place: 球迷, 女排.
  case noTeam

  // MARK: Beside shops and teams that look like persons

  /// What only a shop, a company or a team has, behind its name, by its first two characters: 大门, 门将.
  case belonging
  /// What is counted or raised by such a one: 门店, 融资.
  case holding

  /// The names that the table uses, in its order.
  static let names: [StaticString] = [
    "section", "society", "union", "school", "villageBody", "unit", "studio", "department", "ownChief", "commune",
    "lane", "government", "parliament", "schoolName", "ministryPost", "source", "paper", "relative", "trader",
    "kindOfFirm",
    "enterprise", "business", "act", "claim", "level", "firm", "branch", "beforeVerb", "owing",
    "trade", "companyWord", "describer", "market",
    "exchange", "label", "companyPost", "shop", "shopCount", "chainShop", "band", "music", "ofBand", "noTeam",
    "belonging", "holding",
  ]
}

/// The words of `facts/bodies.tsv` and of tables of users with a column `bodies`, by their use; immutable.
final class BodyWords: @unchecked Sendable {
  private let lists: UnsafeMutablePointer<ShortWords>

  /// Reads the column `bodies` of the tables in `facts/`, those of users behind the built-in ones.
  init(tables: [(name: String, bytes: [UInt8])]) {
    lists = .allocate(capacity: BodyWord.allCases.count)
    lists.initialize(repeating: ShortWords(), count: BodyWord.allCases.count)
    for table in tables where table.name.hasPrefix("facts/") {
      table.bytes.withUnsafeBufferPointer { read(ModelTable($0)) }
    }
    for index in BodyWord.allCases.indices { lists[index].sort() }
  }

  private func read(_ table: ModelTable) {
    var surfaceColumn = -1
    var usesColumn = -1
    table.forEachRow(
      header: { row in
        var column = 0
        while let cell = row.cell() {
          if ModelTable.holds(cell, "surface") { surfaceColumn = column }
          if ModelTable.holds(cell, "bodies") { usesColumn = column }
          column += 1
        }
      },
      { row in
        guard usesColumn >= 0 else { return }
        var column = 0
        var surfaces: ModelTable.Cell?
        var uses: ModelTable.Cell?
        while let cell = row.cell() {
          if column == surfaceColumn { surfaces = cell }
          if column == usesColumn { uses = cell }
          column += 1
        }
        guard let surfaces, let uses else { return }
        for name in uses.split(separator: UInt8(ascii: " ")) {
          let name = ModelTable.Cell(rebasing: name)
          if let use = BodyWord.names.firstIndex(where: { ModelTable.holds(name, $0) }) { lists[use].add(surfaces) }
        }
      })
  }

  /// The words of a use.
  @inline(__always)
  subscript(_ use: BodyWord) -> ShortWords {
    _read { yield lists[Int(use.rawValue)] }
  }

  deinit {
    lists.deinitialize(count: BodyWord.allCases.count)
    lists.deallocate()
  }
}

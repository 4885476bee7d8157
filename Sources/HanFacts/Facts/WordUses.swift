/// One thing that a word does for a finder of facts; asking a token for it is the test of a bit.
///
/// The words stand in `Gazetteers/facts/uses.tsv`, a row for each use.
enum WordUse: UInt8 {
  // MARK: What has which measure

  /// Says where the counted come from, a part of the modifier: 来自, 位于 in 来自90个国家的3.5万人.
  case origin
  /// What has levels and no amount: 响应, 预警 in 四级应急响应.
  case alert
  /// A figure that only means nothing at all: 一分钱 in 没领到一分钱.
  case pittance
  /// Ends a figure that is an idiom or a place: 连胜, 单元 in 七连胜.
  case streak
  /// Reaches or loses a mark of an index: 失守, 站上 in 失守3300点.
  case threshold
  /// A verb that is what is measured: 出口 in 出口13万亿元.
  case trade
  /// Says what part of something a figure is: 占, 约占.
  case share
  /// Looks like a verb and says in what state the counted are: 在校, 在建 in 在校学生2万人.
  case attributive
  /// A market before what is measured of it: 沪市 in 沪市融资余额.
  case market
  /// Does something with the noun behind it: 募集, 接收 in 接收捐款3万元.
  case action
  /// The unit of a date that no scanner read: 年, 月, 日.
  case dateUnit
  /// Stands before a noun that a verb behind the figure acts on: 将, 已, 拟.
  case aspect
  /// An action on people or things that the figure counts: 招聘, 引进 in 引进人才316名.
  case hiring
  /// Leads to whom or what the subject acts with: 携, 与.
  case coVerb
  /// A verb that leads a phrase as a preposition does: 围绕, 按照.
  case governor
  /// Says how much, for which the lexicon has no class: 很, 够.
  case degree
  /// A pronoun for several that may have a measure: 他们, 双方.
  case groupPronoun
  /// Sets when or against what a clause holds and is no subject: 其中, 同比, 目前.
  case setting
  /// A stretch of time that is no subject: 一生, 赛季, 全年.
  case period
  /// Where something is, said without a name: 海外, 线上.
  case sphere
  /// Closes the head of a report: 讯, 电 in 新华社北京5月4日电.
  case dateline
  /// A noun that says how before a verb: 重点实施, 深度参与.
  case manner
  /// Leads to a figure alone: 达, 超过, 只有.
  case figureLead
  /// Points at a kind or at one of several: 这种, 此类, 这场.
  case kindPointer
  /// Points at one time of several: 本届, 此次.
  case edition
  /// No predicate though the lexicon has it as a verb: 相关, 例如.
  case noVerb
  /// Has, where the lexicon takes it for an adjective: 现有, 拥有.
  case having
  /// Says that what follows is to come: 拟, 力争, 有望.
  case intention
  /// Behind a body: it says what it does itself: 宣布 in 英国政府宣布，将….
  case announcing
  /// Leads to what something did to people: 造成, 导致.
  case causing
  /// One person spoken of before: 他, 她.
  case thirdPerson
  /// Ends a clause that says who or what shows it: 显示 in 民意调查显示.
  case showing
  /// A pronoun that heads no phrase: 这, 其中, 什么.
  case pointing
  /// A verb that names what takes place before a verb of its own: 展览 in 展览展出文物.
  case eventVerb
  /// A kind of office behind the noun that it is responsible for: 机关, 部门.
  case office
  /// Leads to whom or whence something is done: 对, 向, 从.
  case adjunct
  /// Says that something belongs to the matter: 相关, 有关.
  case related
  /// Names a size though its last character does not say so: 增幅, 年龄, 油价.
  case measure
  /// A size of a single thing, which a figure and 的 make a modifier of: 推力 in 推力80吨的发动机.
  case dimension
  /// Behind a length: which one, 长 in 30米长的桥.
  case extent
  /// What is built in numbered phases: 装置 in 二期装置.
  case phase
  /// Sums before a verb or a size and is no predicate of its own: 累计 in 累计投入.
  case summing
  /// A place inside which somebody is at home, a subject before a verb: 家里 in 家里养着六百多只羊.
  case inside
  /// A part of a body of which only the place is told: 总部 in 总部位于芜湖.
  case seat
  /// Reaches a size: 实现 in 实现净利润2亿元.
  case achieving
  /// A verb that the lexicon has for a noun: 急需 in 急需饮用水2000箱.
  case misread
  /// The weather before its temperatures: 多云 in 多云15℃／25℃.
  case weather
  /// A verb for what is made in a time, which the lexicon has for a noun: 年产 in 年产阀门60万套.
  case yielding
  /// Gives away what stands before it and is counted behind: 售出 in 门票已售出1500张.
  case parting
  /// Makes whom it names do something: 支持, 帮助 in 支持这个村打机井.
  case pivot

  // MARK: What rose and fell, and what is planned

  /// Leads to where or when something is: 在, 于.
  case locating
  /// Puts what is acted on before its verb: 将, 把.
  case disposal
  /// What was thought of a size before: 预期 in 低于利润预期.
  case expectation
  /// What a rise goes against, no subject: 市, 势 in 逆势增长.
  case trend
  /// Only points at what is measured: 这个, 该, 沪市.
  case pointer
  /// A verb that names what is measured: 投资, 就业.
  case activity
  /// Behind 将: what is planned begins, though no verb of the lexicon stands there: 围绕, 聚焦, 全面.
  case themeVerb

  // MARK: Who said what

  /// What a text stands on or is met with; who does it does not say it: 墙上写着：“…”.
  case bearer
  /// Leads to what somebody spoke about: 谈起, 说到 in 谈起当年，他说.
  case topic
  /// Says alone when somebody spoke: 赛后, 会后.
  case occasion
  /// A verb behind which marks hold words of the speaker, not a name: 称赞, 直言.
  case judging
  /// Says that the quotation follows: 这样, 如此 in 他这样评价.
  case thus
  /// Ends a clause that tells how somebody looked who spoke: 苦笑, 摇摇头.
  case expression
  /// A noun for what somebody says, before 是: 看法, 建议 in 他的看法是.
  case opinion
  /// Says to whom it is said: 告诉, 提醒 in 告诉大家….
  case addressing
  /// Proposes what the clause behind it says: 建议, 呼吁.
  case proposing
  /// Ends a phrase that says when: 时, 之后 in 接受采访时.
  case timeEnd
  /// Introduces a clause also without a mark behind it: 认为, 指出.
  case plainCue
  /// At the start of a clause: goes on with the speech of the same speaker: 表示, 称.
  case stating
  /// As `stating`, after anything that somebody did: 强调 in 主席发来贺信，强调….
  case pointingOut
  /// Says that nothing was said: 拒绝, 不便 in 拒绝评论.
  case refusing
  /// What a life is told with; the sentence goes on about the person, not about the speech: 毕业于, 来自.
  case biography
  /// A noun for words of somebody: 话, 口头禅.
  case saying
  /// Ends a phrase of time or place between speaker and cue: 时, 期间, 看来.
  case phraseEnd
  /// Speaks for the country before it: 政府, 外交部.
  case authority
  /// What a court does before it finds: 审理, 经审理.
  case trying
  /// Who stands behind it is spoken to or about and does not speak: 对, 采访.
  case addressee
  /// Brings in one more speaker: 另有, 还.
  case further
  /// Asks: 问, 追问.
  case question
  /// Passes on the words of whom it names: 援引, 引用.
  case citing
  /// Begins a verb whose subject asks and does not answer: 采访, 专访.
  case interview
  /// A relative of whom 我 stands before: 妈, 奶奶 in 我妈说.
  case kin
  /// A team named by its head: 团队, 课题组.
  case team
  /// Says nothing without its object: 作出 in 作出决定.
  case support

  // MARK: Who took up or gave up which post

  /// Ends a short clause that only says when: 后, 期间, 以来.
  case timeOfClause
  /// Works, behind the body that employs: 任职, 任教.
  case employment
  /// Leads to the body where somebody works: 加入, 调到, 在.
  case entry
  /// Ends the name of a part of a body: 科, 分行 in 信贷科.
  case division
  /// Ends the title of one of many: 代表, 委员, 院士.
  case member
  /// Leads to somebody who does not take up the post: 接替, 与, 师从.
  case replacing
  /// Ends a clause that sets somebody beside another: 不同, 相比 in 与王强不同.
  case comparing
  /// Says whose turn a post is: 首任, 新一任, 某.
  case succession
  /// Stands for a post: 职务, 一职.
  case postWord
  /// Ends the phrase that a post stands in: 期间, 至今, 等.
  case termEnd
  /// Ends an academic degree, which is no post: 博士, 硕士.
  case academicDegree
  /// Tells the name: 叫, 名叫.
  case naming
  /// Takes up a post, but does much else: 当, 成为.
  case weakAppointment
  /// Gives a post to the person behind it: 任命, 推选.
  case giving

  // MARK: Titles, and the bodies before them

  /// A level of administration without a name: 省, 县, 全国.
  case level
  /// Is in charge of what stands behind it: 负责, 分管.
  case charge
  /// Between a body and a title, part of neither: 首任, 新一届.
  case ordinal
  /// Ends an office whose body may be a country: 部长, 大使.
  case stateHead
  /// Begins the title of an editor, whose body may be a paper in 《》: 主编, 社长.
  case editor
  /// Ends the name of a site that is run as a body: 中心, 院.
  case institution
  /// A part of a body, also at the end of its name: 事业部, 教研室.
  case subunit
  /// Between a company and a title, part of the title: 全球, 亚太.
  case span
  /// Ends a post of a company alone: 董事长, 首席财务官.
  case companyPost
  /// Ends a post that only a body of its own has: 创始人, 合伙人.
  case companyHead
  /// Ends a post whose body may be described only: 院长, 首席科学家.
  case bodyHead
  /// A kind of body, no name of one: 企业, 研究院.
  case bodyKind
  /// A department that is a word of its own: 语系, 学系.
  case department
  /// Says where an envoy serves: 驻, 常驻.
  case stationed
  /// Belongs to a title only where the tables list the whole: 国家, 第一.
  case generalPrefix
  /// A member of a government, whose field stands before it: 部长, 大臣.
  case minister
  /// Says when a post is held and is no part of it: 现任, 时任.
  case present
  /// A rank before a title that the lexicon cuts behind it: 第一副 in 第一副部长.
  case firstDeputy
  /// Ends the name of a part of a body: 支队, 派出所.
  case part
  /// Ends like a part of a body and is none: 全科, 本科.
  case noPart
  /// A ministry or office of old China: 工部, 翰林院.
  case ministry
  /// A group that somebody leads: 代表团, 调查组.
  case delegation
  /// A part of a body that the tables list with its titles: 国民议会, 政治部.
  case organ
  /// A post of a team or a band: 门将, 吉他手.
  case teamPost
  /// Begins a group that is a body of its own titles: 专家组, 工作组.
  case expertGroup
  /// Ends the name of a committee of a party or league: 党委, 团委.
  case committee
  /// Ends a word for a scholar: 学家, 名家.
  case scholar
  /// Holds the post behind it: 现任, 曾任, 又任.
  case holding
  /// A word for a body that names none: 单位, 部门.
  case generalBody
  /// Begins a title that several hold at once: 执行, 联席.
  case plural
  /// Ends an office that one person holds at a time: 总统, 主任.
  case unique
  /// Stands for the company spoken of last: 公司, 集团.
  case company

  /// The names that the table uses, in its order.
  static let names: [(StaticString, WordUse)] = [
    ("origin", .origin), ("alert", .alert), ("pittance", .pittance), ("streak", .streak), ("threshold", .threshold),
    ("trade", .trade), ("share", .share), ("attributive", .attributive), ("market", .market), ("action", .action),
    ("dateUnit", .dateUnit), ("aspect", .aspect), ("hiring", .hiring), ("coVerb", .coVerb), ("governor", .governor),
    ("degree", .degree), ("groupPronoun", .groupPronoun), ("setting", .setting), ("period", .period),
    ("sphere", .sphere), ("dateline", .dateline), ("manner", .manner), ("figureLead", .figureLead),
    ("kindPointer", .kindPointer), ("edition", .edition), ("noVerb", .noVerb), ("having", .having),
    ("intention", .intention), ("announcing", .announcing), ("causing", .causing), ("thirdPerson", .thirdPerson),
    ("showing", .showing), ("pointing", .pointing), ("eventVerb", .eventVerb), ("office", .office),
    ("adjunct", .adjunct), ("related", .related), ("measure", .measure),
    ("dimension", .dimension), ("extent", .extent), ("phase", .phase), ("summing", .summing), ("inside", .inside),
    ("seat", .seat), ("achieving", .achieving), ("misread", .misread),
    ("weather", .weather), ("yielding", .yielding), ("parting", .parting), ("pivot", .pivot),
    ("locating", .locating),
    ("disposal", .disposal), ("expectation", .expectation), ("trend", .trend), ("pointer", .pointer),
    ("activity", .activity), ("themeVerb", .themeVerb), ("bearer", .bearer), ("topic", .topic), ("occasion", .occasion),
    ("judging", .judging), ("thus", .thus), ("expression", .expression), ("opinion", .opinion),
    ("addressing", .addressing),
    ("proposing", .proposing), ("timeEnd", .timeEnd), ("plainCue", .plainCue), ("stating", .stating),
    ("pointingOut", .pointingOut), ("refusing", .refusing), ("biography", .biography), ("saying", .saying),
    ("phraseEnd", .phraseEnd), ("authority", .authority), ("trying", .trying), ("addressee", .addressee),
    ("further", .further), ("question", .question), ("citing", .citing), ("interview", .interview), ("kin", .kin),
    ("team", .team), ("support", .support),
    ("timeOfClause", .timeOfClause), ("employment", .employment), ("entry", .entry), ("division", .division),
    ("member", .member), ("replacing", .replacing), ("comparing", .comparing), ("succession", .succession),
    ("postWord", .postWord),
    ("termEnd", .termEnd), ("academicDegree", .academicDegree), ("naming", .naming),
    ("weakAppointment", .weakAppointment), ("giving", .giving), ("level", .level), ("charge", .charge),
    ("ordinal", .ordinal), ("stateHead", .stateHead), ("editor", .editor), ("institution", .institution),
    ("subunit", .subunit), ("span", .span), ("companyPost", .companyPost), ("companyHead", .companyHead),
    ("bodyHead", .bodyHead), ("bodyKind", .bodyKind), ("department", .department), ("stationed", .stationed),
    ("generalPrefix", .generalPrefix), ("minister", .minister), ("present", .present), ("firstDeputy", .firstDeputy),
    ("part", .part), ("noPart", .noPart), ("ministry", .ministry), ("delegation", .delegation), ("organ", .organ),
    ("teamPost", .teamPost), ("expertGroup", .expertGroup), ("committee", .committee), ("scholar", .scholar),
    ("holding", .holding), ("generalBody", .generalBody), ("plural", .plural), ("unique", .unique),
    ("company", .company),
  ]
}

/// Uses of one word, a bit each.
struct WordUses: BitwiseCopyable, Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var top: UInt64 = 0

  init() {}

  init(_ uses: WordUse...) {
    for use in uses { insert(use) }
  }

  mutating func insert(_ use: WordUse) {
    let bit: UInt64 = 1 &<< UInt64(use.rawValue)
    switch use.rawValue >> 6 {
    case 0: low |= bit
    case 1: high |= bit
    default: top |= bit
    }
  }

  @inline(__always)
  func contains(_ use: WordUse) -> Bool {
    let word = use.rawValue < 64 ? low : use.rawValue < 128 ? high : top
    return word & 1 &<< UInt64(use.rawValue) != 0
  }

  @inline(__always)
  mutating func formUnion(_ other: WordUses) {
    low |= other.low
    high |= other.high
    top |= other.top
  }

  @inline(__always)
  func isDisjoint(with other: WordUses) -> Bool { low & other.low | high & other.high | top & other.top == 0 }
}

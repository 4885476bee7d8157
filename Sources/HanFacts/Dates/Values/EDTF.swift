/// The Extended Date/Time Format (ISO 8601-2, levels 0–2) of a value.
enum EDTF {
  /// The EDTF text of a TIMEX3 value; nil where EDTF has none (times without a day, parts of the day, weeks).
  static func text(of value: DateValue) -> String? {
    text(value.value, begin: value.begin, end: value.end, mod: value.mod)
  }

  /// The same, of the parts of a value.
  static func text(_ value: String, begin: String?, end: String?, mod: DateMod?) -> String? {
    guard let plain = plain(value, begin: begin, end: end) else { return nil }
    return qualify(plain, mod)
  }

  /// An EDTF text that is known already, with the qualification of the value's mod.
  static func qualified(_ value: DateValue) -> String? {
    value.edtf.map { qualify($0, value.mod) }
  }

  /// An EDTF text with a mod.
  static func qualified(_ text: String, _ mod: DateMod?) -> String { qualify(text, mod) }

  private static func qualify(_ text: String, _ mod: DateMod?) -> String {
    guard let mod else { return text }
    let isInterval = text.utf8.contains(UInt8(ascii: "/"))
    switch mod {
    case .approx: return isInterval || text.utf8.contains(UInt8(ascii: "T")) ? text : text + "~"
    case .before, .onOrBefore: return isInterval ? text : "../" + text
    case .after, .onOrAfter: return isInterval ? text : text + "/.."
    default: return text
    }
  }

  private static func plain(_ value: String, begin: String?, end: String?) -> String? {
    guard let first = value.utf8.first else { return nil }
    if value.utf8.starts(with: [UInt8(ascii: "B"), UInt8(ascii: "C")]) { return beforeChrist(begin, end) }
    guard first >= 0x30 && first <= 0x39 || first == UInt8(ascii: "X") else { return nil }
    var hasClock = false
    var hasPart = false
    var previous: UInt8 = 0
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "W"), UInt8(ascii: "H"), UInt8(ascii: "Q"), UInt8(ascii: "S"): return nil
      case UInt8(ascii: "T"): hasClock = true
      case UInt8(ascii: "M"), UInt8(ascii: "N"): if previous == UInt8(ascii: "T") { hasPart = true }
      default: break
      }
      previous = byte
    }
    if hasClock {
      // TMO and TNI, and their kin, are no clocks.
      guard let begin, begin.utf8.count == 19, !hasPart else { return nil }
      return begin
    }
    return value
  }

  private static func beforeChrist(_ begin: String?, _ end: String?) -> String? {
    guard let begin, let end, begin.first == "-" || begin.hasPrefix("0000") else { return nil }
    let year = String(begin.prefix(begin.first == "-" ? 5 : 4))
    let isYear = begin.hasSuffix("-01-01") && end.hasSuffix("-12-31")
    return isYear ? year : begin == end ? begin : nil
  }
}

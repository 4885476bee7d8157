/// The Extended Date/Time Format (ISO 8601-2, levels 0–2) of a value.
enum EDTF {
  /// The EDTF text of a TIMEX3 value; nil where EDTF has none (times without a day, parts of the day, weeks).
  static func text(of value: DateValue) -> String? {
    guard let plain = plain(value.value, begin: value.begin, end: value.end) else { return nil }
    return qualify(plain, value.mod)
  }

  /// An EDTF text that is known already, with the qualification of the value's mod.
  static func qualified(_ value: DateValue) -> String? {
    value.edtf.map { qualify($0, value.mod) }
  }

  private static func qualify(_ text: String, _ mod: DateMod?) -> String {
    let isInterval = text.contains("/")
    switch mod {
    case .approx?: return isInterval || text.contains("T") ? text : text + "~"
    case .before?, .onOrBefore?: return isInterval ? text : "../" + text
    case .after?, .onOrAfter?: return isInterval ? text : text + "/.."
    default: return text
    }
  }

  private static func plain(_ value: String, begin: String?, end: String?) -> String? {
    guard let first = value.utf8.first else { return nil }
    if value.hasPrefix("BC") {
      guard let begin, let end, begin.first == "-" || begin.hasPrefix("0000") else { return nil }
      let year = String(begin.prefix(begin.first == "-" ? 5 : 4))
      let isYear = begin.hasSuffix("-01-01") && end.hasSuffix("-12-31")
      return isYear ? year : begin == end ? begin : nil
    }
    guard first >= 0x30 && first <= 0x39 || first == UInt8(ascii: "X") else { return nil }
    if value.contains("W") || value.contains("H") || value.contains("Q") || value.contains("S") { return nil }
    if value.contains("T") {
      guard let begin, begin.count == 19, !value.contains("TM"), !value.contains("TN") else { return nil }
      return begin
    }
    return value
  }
}

/// How a line begins: as a heading, with a bullet, with a list number, with a bracket.
enum LineMarkers {
  /// The traits of the start of a line whose text stands between two byte offsets. O(1): a few characters are read.
  static func traits(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> LineTraits {
    let (first, length) = UTF8Decoding.scalar(base, at: start)
    let next = start + length
    switch first {
    case 0x23:
      return isHeading(base, from: start, to: end) ? .heading : []
    case 0x2D, 0x2A, 0x2B:
      // A dash is a bullet only with a blank behind it: -5 and *nix begin text.
      return next < end && base[next] == 0x20 ? .bullet : []
    case 0x7C, 0x3E:
      // A row of a table, a quoted line.
      return .bullet
    case 0xB7:
      // So is a middle dot; without the blank it stands inside a name.
      return next < end && base[next] == 0x20 ? .bullet : .startsInside
    case 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0x2019, 0x201D, 0xFF09, 0x29, 0x300B, 0x3011, 0x25:
      return .startsInside
    case 0x3010, 0x2022, 0x25A0...0x25A3, 0x25AA, 0x25B2, 0x25B6, 0x25BA, 0x25C6...0x25C7, 0x25CE, 0x25CF, 0x2605,
      0x2606, 0x2460...0x249B, 0x2776...0x2793, 0x203B:
      return .bullet
    case 0xFF08, 0x28:
      return isNumber(base, from: next, to: end, as: .bracketed) ? [.startsBracket, .numbered] : .startsBracket
    case 0x30...0x39:
      return isNumber(base, from: start, to: end, as: .digits) ? .numbered : []
    default:
      if isNumber(base, from: start, to: end, as: .chinese) { return .numbered }
      return isNumber(base, from: start, to: end, as: .prose) ? [.numbered, .enumerated] : []
    }
  }

  /// Does the text between two byte offsets begin with a Latin letter, or with one behind an opening mark?
  static func startsLatin(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    let (first, length) = UTF8Decoding.scalar(base, at: start)
    switch first {
    case 0x28, 0xFF08, 0x300A, 0x3010, 0x201C, 0x2018, 0x22, 0x5B:
      return start + length < end && isLetter(base[start + length])
    default:
      return isLetter(base[start])
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func isHeading(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    var offset = start
    while offset < end, base[offset] == 0x23 { offset += 1 }
    return offset - start <= 6 && offset < end && (base[offset] == 0x20 || base[offset] == 0x09)
  }

  /// The forms of a list number: `（一）` behind its bracket, `1.` or `1、`, `一、`, `一是`.
  private enum NumberForm {
    case bracketed, digits, chinese, prose

    func isClosed(by scalar: UInt32) -> Bool {
      switch self {
      case .bracketed: scalar == 0xFF09 || scalar == 0x29
      case .digits: scalar == 0x2E || scalar == 0xFF0E || scalar == 0x3001 || scalar == 0xFF09 || scalar == 0x29
      case .chinese: scalar == 0x3001
      case .prose: scalar == 0x662F || scalar == 0x8981
      }
    }
  }

  /// One to three digits, then what closes the form, then no digit: `1.` but not `1.5`.
  private static func isNumber(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, as form: NumberForm
  ) -> Bool {
    var offset = start
    var digits = 0
    while offset < end, digits <= 3 {
      let (scalar, length) = UTF8Decoding.scalar(base, at: offset)
      if !isNumeral(scalar) {
        guard digits > 0, form.isClosed(by: scalar) else { return false }
        let behind = offset + length
        return behind >= end || !isNumeral(UTF8Decoding.scalar(base, at: behind).value)
      }
      digits += 1
      offset += length
    }
    return false
  }

  /// An ASCII digit or one of 一二三四五六七八九十.
  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }
}

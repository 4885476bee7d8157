import HanText

/// Bytes of JSON in the making, written without a check of uniqueness or of room for every byte.
///
/// Room is made once for each call and then written to: no write goes past `capacity`. The bytes belong to the buffer
/// and are freed with it.
package struct JSONBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes are written.
  package private(set) var count = 0
  /// For the values that write themselves to an array.
  private var scratch: [UInt8] = []

  /// An empty buffer with some room.
  package init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Forgets the bytes; what much room they took is given back.
  package mutating func removeAll() {
    count = 0
    if capacity > 1 << 22 { self = JSONBuffer(capacity: 1 << 14) }
  }

  /// Appends the bytes to an array.
  package borrowing func append(to out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }

  /// Makes room for so many bytes more.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let size = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = size
  }

  /// Appends a literal as it is.
  @inline(__always)
  package mutating func raw(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    reserve(length)
    (base + count).update(from: literal.utf8Start, count: length)
    count &+= length
  }

  /// Appends a literal that is not known where it is compiled.
  mutating func literal(_ literal: StaticString) {
    bytes(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends bytes as they are.
  mutating func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: source, count: bytes.count)
    count &+= bytes.count
  }

  /// Appends one byte as it is.
  mutating func byte(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  /// Appends scalars inside of quotation marks, escaped where they must be.
  mutating func surface(_ scalars: UnsafePointer<UInt32>, _ length: Int) {
    // Six bytes are the longest escape.
    reserve(length &* 6)
    var target = base + count
    for index in 0..<length {
      let scalar = scalars[index]
      if scalar >= 0x800, scalar < 0x10000 {
        target[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar &>> 12)
        target[1] = 0x80 | UInt8(truncatingIfNeeded: scalar &>> 6 & 0x3F)
        target[2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        target += 3
      } else if scalar < 0x80, scalar >= 0x20, scalar != 0x22, scalar != 0x5C {
        target[0] = UInt8(truncatingIfNeeded: scalar)
        target += 1
      } else {
        count = target - base
        rare(scalar)
        target = base + count
      }
    }
    count = target - base
  }

  /// Appends a scalar that needs an escape, or two or four bytes; there is room for six.
  @inline(never)
  private mutating func rare(_ scalar: UInt32) {
    scratch.removeAll(keepingCapacity: true)
    if scalar < 0x80 {
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { byte in
        byte[0] = UInt8(truncatingIfNeeded: scalar)
        scratch.appendJSON(utf8: UnsafeBufferPointer(byte))
      }
      scratch.removeFirst()
      scratch.removeLast()
    } else {
      scratch.appendUTF8(scalar)
    }
    appendScratch()
  }

  /// Appends a string with quotation marks, escaped where it must be.
  @inline(__always)
  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0) }
  }

  /// Appends the opening quotation mark and a string, for what goes on behind it.
  mutating func string(_ text: String, open: Bool) {
    string(text)
    if open { count &-= 1 }
  }

  /// Appends well-formed UTF-8 as a string.
  ///
  /// - Parameter isLong: whether control characters are all written as `\u00..`
  mutating func string(utf8 bytes: UnsafeBufferPointer<UInt8>, isLong: Bool = false) {
    guard let source = bytes.baseAddress else { return raw("\"\"") }
    if JSONStringScan.hasSpecial(source, bytes.count) { return isLong ? longEscaped(bytes) : escaped(bytes) }
    reserve(bytes.count &+ 2)
    base[count] = UInt8(ascii: "\"")
    (base + count + 1).update(from: source, count: bytes.count)
    base[count &+ bytes.count &+ 1] = UInt8(ascii: "\"")
    count &+= bytes.count &+ 2
  }

  @inline(never)
  private mutating func escaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    scratch.removeAll(keepingCapacity: true)
    scratch.appendJSON(utf8: bytes)
    appendScratch()
  }

  /// Appends a string whose control characters are all written as `\u00..`.
  @inline(__always)
  mutating func valueString(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0, isLong: true) }
  }

  @inline(never)
  private mutating func longEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    raw("\"")
    for byte in bytes {
      if byte < 0x20 {
        raw(byte < 0x10 ? "\\u000" : "\\u001")
        let digit = byte & 0x0F
        self.byte(digit < 10 ? 0x30 + digit : 0x57 + digit)
      } else {
        if byte == 0x22 || byte == 0x5C { raw("\\") }
        self.byte(byte)
      }
    }
    raw("\"")
  }

  /// Appends the digits of a number, of which there are so many, with a point behind some of them.
  mutating func digits(_ number: UInt64, _ digits: Int, point: Int? = nil) {
    reserve(digits &+ 1)
    var place = count &+ digits &+ (point == nil ? 0 : 1)
    let mark = point.map { count &+ $0 } ?? -1
    count = place
    var rest = number
    for _ in 0..<digits {
      place &-= 1
      if place == mark {
        base[place] = UInt8(ascii: ".")
        place &-= 1
      }
      let quotient = rest / 10
      base[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
      rest = quotient
    }
  }

  /// Appends what a value writes to an array.
  package mutating func array(_ write: (inout [UInt8]) -> Void) {
    scratch.removeAll(keepingCapacity: true)
    write(&scratch)
    appendScratch()
  }

  private mutating func appendScratch() {
    reserve(scratch.count)
    scratch.withUnsafeBufferPointer { bytes in
      if let source = bytes.baseAddress { (base + count).update(from: source, count: bytes.count) }
    }
    count &+= scratch.count
  }

  /// Appends a whole number.
  @inline(__always)
  package mutating func number(_ value: Int) {
    reserve(20)
    unchecked(value)
  }

  /// Appends a number between 0 and 1 in steps of a thousandth, as `0.99`.
  package mutating func thousandths(_ number: Double) { thousandths(Int((number * 1_000).rounded())) }

  /// Appends so many thousandths as a number between 0 and 1.
  mutating func thousandths(_ value: Int) {
    if value <= 0 { return raw("0") }
    if value >= 1_000 { return raw("1") }
    reserve(8)
    unchecked("0.")
    let (tenths, rest) = value.quotientAndRemainder(dividingBy: 100)
    let (hundredths, last) = rest.quotientAndRemainder(dividingBy: 10)
    base[count] = 0x30 &+ UInt8(truncatingIfNeeded: tenths)
    base[count &+ 1] = 0x30 &+ UInt8(truncatingIfNeeded: hundredths)
    base[count &+ 2] = 0x30 &+ UInt8(truncatingIfNeeded: last)
    count &+= last > 0 ? 3 : hundredths > 0 ? 2 : 1
  }

  /// Appends `[lower,upper]`.
  package mutating func range(_ range: Range<Int>) {
    reserve(43)
    unchecked(range)
  }

  /// Appends the object of a place in the source.
  package mutating func range(_ range: SourceRange) {
    // Eight numbers of at most 20 bytes and the names between them.
    reserve(240)
    unchecked("{\"utf8\":")
    unchecked(range.utf8)
    unchecked(",\"scalars\":")
    let start = count
    unchecked(range.scalars)
    let end = count
    unchecked(",\"utf16\":")
    // Most texts have no character that counts twice in UTF-16.
    if range.utf16 == range.scalars { again(start..<end) } else { unchecked(range.utf16) }
    unchecked(",\"line\":")
    unchecked(range.line)
    unchecked(",\"column\":")
    unchecked(range.column)
    unchecked("}")
  }

  @inline(__always)
  private mutating func unchecked(_ literal: StaticString) {
    (base + count).update(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
    count &+= literal.utf8CodeUnitCount
  }

  @inline(__always)
  private mutating func unchecked(_ range: Range<Int>) {
    base[count] = UInt8(ascii: "[")
    count &+= 1
    unchecked(range.lowerBound)
    base[count] = UInt8(ascii: ",")
    count &+= 1
    unchecked(range.upperBound)
    base[count] = UInt8(ascii: "]")
    count &+= 1
  }

  /// The numbers of two digits, one behind the other.
  private static let pairs: StaticString = """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
    """

  /// Writes at most 20 bytes.
  private mutating func unchecked(_ value: Int) {
    if value >= 10_000 || value < 0 { return large(value) }
    let pairs = Self.pairs.utf8Start
    let number = UInt32(truncatingIfNeeded: value)
    let target = base + count
    if number < 100 {
      if number < 10 {
        target[0] = 0x30 &+ UInt8(truncatingIfNeeded: number)
        count &+= 1
        return
      }
      target[0] = pairs[Int(2 &* number)]
      target[1] = pairs[Int(2 &* number &+ 1)]
      count &+= 2
      return
    }
    let high = number / 100
    let low = number &- high &* 100
    var end = 1
    if high < 10 {
      target[0] = 0x30 &+ UInt8(truncatingIfNeeded: high)
    } else {
      target[0] = pairs[Int(2 &* high)]
      target[1] = pairs[Int(2 &* high &+ 1)]
      end = 2
    }
    target[end] = pairs[Int(2 &* low)]
    target[end &+ 1] = pairs[Int(2 &* low &+ 1)]
    count &+= end &+ 2
  }

  private mutating func large(_ value: Int) {
    var rest = value.magnitude
    if value < 0 {
      base[count] = UInt8(ascii: "-")
      count &+= 1
    }
    var digits = 1
    var limit: UInt = 10
    while rest >= limit, digits < 19 {
      digits &+= 1
      limit &*= 10
    }
    var place = count &+ digits
    count = place
    repeat {
      place &-= 1
      let quotient = rest / 10
      base[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
      rest = quotient
    } while rest > 0
  }

  /// Appends what was written before once more.
  @inline(__always)
  mutating func again(_ range: Range<Int>) {
    let length = range.count
    reserve(max(length, 16))
    if length <= 16 {
      let pair = UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: SIMD2<UInt64>.self)
      UnsafeMutableRawPointer(base + count).storeBytes(of: pair, as: SIMD2<UInt64>.self)
    } else {
      (base + count).update(from: base + range.lowerBound, count: length)
    }
    count &+= length
  }

  /// Appends an array of strings.
  package mutating func strings(_ strings: [String]) {
    raw("[")
    for index in strings.indices {
      if index > 0 { raw(",") }
      string(strings[index])
    }
    raw("]")
  }
}

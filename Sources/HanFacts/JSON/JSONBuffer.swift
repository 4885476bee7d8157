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

  /// Appends a string with quotation marks, escaped where it must be.
  @inline(__always)
  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0) }
  }

  private mutating func string(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return raw("\"\"") }
    let stop = JSONStringScan.firstSpecial(source, from: 0, to: bytes.count)
    guard stop == bytes.count else { return escaped(bytes) }
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
  package mutating func thousandths(_ number: Double) {
    let value = Int((number * 1_000).rounded())
    if value <= 0 { return raw("0") }
    if value >= 1_000 { return raw("1") }
    reserve(8)
    unchecked("0.")
    var rest = value
    var digit = 100
    while rest > 0 {
      base[count] = 0x30 &+ UInt8(truncatingIfNeeded: rest / digit)
      count &+= 1
      rest %= digit
      digit /= 10
    }
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
    unchecked(range.scalars)
    unchecked(",\"utf16\":")
    unchecked(range.utf16)
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

  /// Writes at most 20 bytes.
  private mutating func unchecked(_ value: Int) {
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

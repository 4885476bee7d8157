/// Decoding of bytes that are known to be well-formed UTF-8. Nothing is checked: callers validate first.
package enum UTF8Decoding {
  /// The scalar value at `offset`, which must be the first byte of a well-formed sequence, and its length.
  @inline(__always)
  package static func scalar(_ base: UnsafePointer<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(base[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(base[offset &+ 1]) & 0x3F
    if lead < 0xE0 { return ((lead & 0x1F) &<< 6 | second, 2) }
    let third = UInt32(base[offset &+ 2]) & 0x3F
    if lead < 0xF0 { return ((lead & 0x0F) &<< 12 | second &<< 6 | third, 3) }
    let fourth = UInt32(base[offset &+ 3]) & 0x3F
    return ((lead & 0x07) &<< 18 | second &<< 12 | third &<< 6 | fourth, 4)
  }

  /// The length of the sequence that begins with a byte.
  @inline(__always)
  package static func length(lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Calls `body` with each scalar value of a well-formed buffer.
  package static func forEach(_ buffer: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    guard let base = buffer.baseAddress else { return }
    var offset = 0
    while offset < buffer.count {
      let (value, length) = scalar(base, at: offset)
      body(value)
      offset += length
    }
  }
}

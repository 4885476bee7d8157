/// What is kept of a document to notice another one with its name: hashes that are the same in every run.
struct DocumentFingerprint: Sendable, Equatable {
  /// Of the name.
  let id: UInt64
  /// Of the text.
  let text: UInt32

  /// The fingerprint of a name and a text. O(n), some gigabytes a second.
  init(id: String, text: UnsafeBufferPointer<UInt8>) {
    var id = id
    let name = id.withUTF8 { Self.hash($0) }
    // 0 marks a free slot.
    self.id = name == 0 ? 1 : name
    self.text = UInt32(truncatingIfNeeded: Self.hash(text) >> 32)
  }

  /// Multiply and fold, eight bytes at a time, in the manner of wyhash.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(raw.count)
    var offset = 0
    while offset + 8 <= raw.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      offset += 8
    }
    var last: UInt64 = 0
    while offset < raw.count {
      last = last << 8 | UInt64(raw[offset])
      offset += 1
    }
    return mix(mix(state ^ last))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

/// The names of documents that were written, to notice a second document of one name.
///
/// A document that is given again, name and text the same, makes the same records and is no second one. Memory is
/// bounded: of a stream of more than three million documents the first three million are known.
struct DocumentNames {
  private static let limit = 3 << 20
  private var ids = [UInt64](repeating: 0, count: 1 << 10)
  private var texts = [UInt32](repeating: 0, count: 1 << 10)
  private var count = 0

  /// Adds a document; false where another one has its name.
  mutating func add(_ document: DocumentFingerprint) -> Bool {
    let slot = slot(of: document.id)
    if ids[slot] == document.id { return texts[slot] == document.text }
    guard count < Self.limit else { return true }
    ids[slot] = document.id
    texts[slot] = document.text
    count += 1
    if count * 4 > ids.count * 3 { grow() }
    return true
  }

  private func slot(of id: UInt64) -> Int {
    let mask = ids.count - 1
    var slot = Int(truncatingIfNeeded: id) & mask
    while ids[slot] != 0, ids[slot] != id { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldIDs, oldTexts) = (ids, texts)
    ids = [UInt64](repeating: 0, count: oldIDs.count * 2)
    texts = [UInt32](repeating: 0, count: oldIDs.count * 2)
    for index in oldIDs.indices where oldIDs[index] != 0 {
      let slot = slot(of: oldIDs[index])
      ids[slot] = oldIDs[index]
      texts[slot] = oldTexts[index]
    }
  }
}

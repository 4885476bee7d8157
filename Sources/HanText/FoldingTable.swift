/// The folding of characters for matching: one character to one, never shown, never in an output.
///
/// Full-width ASCII becomes half-width, traditional characters simplified, and variants of one punctuation mark one
/// mark. Case is kept, and `—` stays apart from `-` and `~`. The table is built on first use, in well under 0.3 ms.
package struct FoldingTable: @unchecked Sendable {
  /// The one table of the process.
  package static let shared = FoldingTable()

  /// 65,536 entries, never written after `init` and never freed: what a character's folded form is more than itself.
  /// Most are 0, and the pages of memory that hold nothing else are not made.
  let base: UnsafePointer<UInt16>

  /// The folded form of a scalar value. O(1).
  ///
  /// ```swift
  /// FoldingTable.shared.fold(0x570B)  // 國 → U+56FD 国
  /// ```
  @inline(__always)
  package func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? Self.folded(scalar, base) : scalar
  }

  /// The folded form of a character of the basic plane by the entries of the table.
  @inline(__always)
  static func folded(_ scalar: UInt32, _ base: UnsafePointer<UInt16>) -> UInt32 {
    UInt32(UInt16(truncatingIfNeeded: scalar) &+ base[Int(scalar)])
  }

  /// Variants, each followed by its folded form.
  private static let punctuationPairs: StaticString = """
    ‧·•·・·･·∙·⋅·－-﹣-‐-‑-–-−-―—〜~∼~～~｡。､、｢「｣」
    ﹐,﹔;﹕:﹖?﹗!﹙(﹚)﹪%﹟#﹠&﹡*﹢+﹤<﹥>﹦=﹩$﹫@￠¢￡£￥¥○〇◯〇
    """

  private init() {
    let table = ZeroedMemory.allocate(UInt16.self, count: 0x10000)
    func set(_ scalar: UInt32, _ folded: UInt32) {
      table[Int(scalar & 0xFFFF)] = UInt16(truncatingIfNeeded: folded) &- UInt16(truncatingIfNeeded: scalar)
    }
    for scalar in UInt32(0xFF01)...0xFF5E { set(scalar, scalar - 0xFEE0) }
    for pairs in [foldingPairs, Self.punctuationPairs] {
      pairs.withUTF8Buffer { buffer in
        var pending: UInt32 = 0
        UTF8Decoding.forEach(buffer) { scalar in
          if scalar == 0x0A { return }
          if pending == 0 {
            pending = scalar
          } else {
            set(pending, scalar)
            pending = 0
          }
        }
      }
    }
    base = UnsafePointer(table)
  }
}

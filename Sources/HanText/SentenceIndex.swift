/// The sentences of a normalised stream.
enum SentenceIndex {
  /// Appends the sentences of the stream to `sentences`.
  ///
  /// A sentence ends at 。！？!?… and at a paragraph end, which belongs to none. End marks in a row and the closing
  /// quotation marks and brackets behind them belong to the sentence. `?` and `!` inside a Latin word do not end it.
  /// O(n).
  static func find(in scalars: UnsafeBufferPointer<UInt32>, into sentences: inout [Range<Int>]) {
    guard let base = scalars.baseAddress else { return }
    let table = CharacterTable.shared
    let count = scalars.count
    var start = 0
    var index = 0
    while true {
      // U+FFFF, which is no character, stands for all beyond the basic plane: none of them ends a sentence.
      while index < count, table.base[Int(min(base[index], 0xFFFF))] & CharacterTable.sentenceEnd == 0 { index &+= 1 }
      if index >= count { break }
      let scalar = base[index]
      index &+= 1
      if scalar == 0x0A {
        if index - 1 > start { sentences.append(start..<index - 1) }
        start = index
        continue
      }
      if scalar < 0x80, index < count, LatinSpacing.isWord(base[index]) { continue }
      while index < count, base[index] != 0x0A, belongs(table.bits(base[index]), base[index]) { index &+= 1 }
      sentences.append(start..<index)
      start = index
    }
    if start < count { sentences.append(start..<count) }
  }

  private static func belongs(_ bits: UInt8, _ scalar: UInt32) -> Bool {
    bits & (CharacterTable.sentenceEnd | CharacterTable.closer) != 0 || scalar == 0x22
  }
}

/// Letter-spaced headlines: `习 近 平 总 书 记` is one word, not six.
enum LetterSpacing {
  /// Clears the space flags inside runs of three or more single Chinese characters parted by gaps of one kind.
  ///
  /// The first character of a run keeps its flags: what stands before the run is another word. The range is one line
  /// of the stream. O(range).
  static func clear(_ flags: UnsafeMutablePointer<UInt8>, _ scalars: UnsafePointer<UInt32>, _ line: Range<Int>) {
    let gap = CharacterFlags.spaceBefore | CharacterFlags.wideGapBefore
    let table = CharacterTable.shared
    func isSingle(_ index: Int) -> Bool {
      table.bits(scalars[index]) & CharacterTable.han != 0
        && (index == line.lowerBound || flags[index] & gap != 0)
        && (index + 1 == line.upperBound || flags[index + 1] & gap != 0)
    }
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start + 1
      if isSingle(start) {
        let kind = end < line.upperBound ? flags[end] & gap : 0
        while end < line.upperBound, flags[end] & gap == kind, isSingle(end) { end += 1 }
        if end - start >= 3 {
          for index in start + 1..<end { flags[index] &= ~gap }
        }
      }
      start = end
    }
  }
}

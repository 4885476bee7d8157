extension SourceText {
  /// The place in the source of a range of the stream.
  ///
  /// It begins where the first character does and ends behind the last, so no layout around it is included. An empty
  /// range is the empty place before its character, or the source's end.
  ///
  /// - Complexity: O(log n).
  public func range(_ indices: Range<Int>) -> SourceRange {
    let lower = start(of: indices.lowerBound)
    let upper = indices.isEmpty ? lower : end(of: indices.upperBound - 1)
    let line = Search.first(in: scanner.lineStarts) { $0 > UInt32(truncatingIfNeeded: lower.scalar) } - 1
    let lineStart = line >= 0 ? Int(scanner.lineStarts[line]) : 0
    return SourceRange(
      utf8: lower.utf8..<upper.utf8, scalars: lower.scalar..<upper.scalar,
      utf16: utf16Offset(lower.scalar)..<utf16Offset(upper.scalar),
      line: max(line, 0) + 1, column: lower.scalar - lineStart + 1)
  }

  /// The place in the source of a range of the stream, as ``range(_:)`` gives it, near a line that is known.
  ///
  /// - Parameter line: the number of a line from 0; then that of the start. The search goes line by line from there.
  package func range(_ indices: Range<Int>, near line: inout Int) -> SourceRange {
    let lower = start(of: indices.lowerBound)
    let upper = indices.isEmpty ? lower : end(of: indices.upperBound - 1)
    let lineStart = scanner.lineStarts.withUnsafeBufferPointer { starts in
      var number = max(0, min(line, starts.count - 1))
      while number + 1 < starts.count, Int(starts[number + 1]) <= lower.scalar { number += 1 }
      while number > 0, Int(starts[number]) > lower.scalar { number -= 1 }
      line = number
      return starts.isEmpty ? 0 : Int(starts[number])
    }
    return SourceRange(
      utf8: lower.utf8..<upper.utf8, scalars: lower.scalar..<upper.scalar,
      utf16: utf16Offset(lower.scalar)..<utf16Offset(upper.scalar), line: line + 1,
      column: lower.scalar - lineStart + 1)
  }

  /// The indices of the characters that begin inside a range of scalar offsets of the source. O(log n).
  public func normalizedRange(sourceScalars: Range<Int>) -> Range<Int> {
    indices(of: sourceScalars, in: stream.scalarOffsets)
  }

  /// The indices of the characters that begin inside a range of UTF-8 offsets of the source. O(log n).
  public func normalizedRange(sourceUTF8: Range<Int>) -> Range<Int> {
    indices(of: sourceUTF8, in: stream.utf8Offsets)
  }

  /// The text of a range of the stream: the source with layout removed. O(range).
  ///
  /// ```swift
  /// SourceText("9 月 15 日").text(0..<5)  // 9月15日
  /// ```
  public func text(_ indices: Range<Int>) -> String {
    stream.scalars.withUnsafeBufferPointer { scalars in
      let scalars = UnsafeBufferPointer(rebasing: scalars[indices])
      return String(unsafeUninitializedCapacity: UTF8Decoding.encodedSize(of: scalars)) { bytes in
        guard let base = bytes.baseAddress else { return 0 }
        return UTF8Decoding.encode(scalars, to: base)
      }
    }
  }

  /// The text of a range of the stream behind another string and a mark of one ASCII character.
  package func text(_ indices: Range<Int>, behind head: String, _ mark: Unicode.Scalar) -> String {
    var head = head
    return head.withUTF8 { head in
      stream.scalars.withUnsafeBufferPointer { scalars in
        let scalars = UnsafeBufferPointer(rebasing: scalars[indices])
        let size = head.count + 1 + UTF8Decoding.encodedSize(of: scalars)
        return String(unsafeUninitializedCapacity: size) { bytes in
          guard let base = bytes.baseAddress else { return 0 }
          if let start = head.baseAddress { base.update(from: start, count: head.count) }
          base[head.count] = UInt8(truncatingIfNeeded: mark.value)
          return head.count + 1 + UTF8Decoding.encode(scalars, to: base + head.count + 1)
        }
      }
    }
  }

  /// Appends the UTF-8 bytes of ``text(_:)``. O(range).
  public func appendUTF8(of indices: Range<Int>, to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + indices.count * 3)
    for scalar in stream.scalars[indices] { bytes.appendUTF8(scalar) }
  }

  private func start(of index: Int) -> (utf8: Int, scalar: Int) {
    precondition(index >= 0 && index <= count, "index outside of the text")
    if index == count { return (utf8Count, scalarCount) }
    return (Int(stream.utf8Offsets[index]), Int(stream.scalarOffsets[index]))
  }

  private func end(of index: Int) -> (utf8: Int, scalar: Int) {
    let start = start(of: index)
    // A kept blank may be another character in the source; its lead byte tells the length.
    return (start.utf8 + UTF8Decoding.length(lead: bytes[start.utf8]), start.scalar + 1)
  }

  private func utf16Offset(_ scalar: Int) -> Int {
    if scanner.astral.isEmpty { return scalar }
    return scalar + Search.first(in: scanner.astral) { $0 >= UInt32(truncatingIfNeeded: scalar) }
  }

  private func indices(of source: Range<Int>, in offsets: [UInt32]) -> Range<Int> {
    let lower = Search.first(in: offsets) { Int($0) >= source.lowerBound }
    let upper = Search.first(in: offsets) { Int($0) >= source.upperBound }
    return lower..<max(lower, upper)
  }
}

/// Binary search in sorted tables.
enum Search {
  /// The first position whose element fulfils a predicate that stays true once it is; the count if none does.
  static func first(in table: [UInt32], where predicate: (UInt32) -> Bool) -> Int {
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if predicate(table[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

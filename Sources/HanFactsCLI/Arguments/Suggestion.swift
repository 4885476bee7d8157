/// The nearest known word for a mistyped one.
enum Suggestion {
  /// `; did you mean '…'?`, or nothing where no word is near.
  static func text(for word: String, among known: [String]) -> String {
    nearest(to: word, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The known word with the fewest edits, the first of equals; nil where all are far.
  static func nearest(to word: String, among known: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for candidate in known where candidate != word {
      let distance = distance(word, candidate)
      let isNear =
        distance <= max(1, min(word.count, candidate.count) / 3) || word.count > 2 && candidate.hasPrefix(word)
      if isNear, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Edits from one word to the other: insertions, deletions, substitutions and swaps of neighbours.
  ///
  /// The optimal string alignment distance; both words are cut after 64 characters.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars.prefix(64))
    let right = Array(right.unicodeScalars.prefix(64))
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}

/// Takes single differences into a document's accepted records.
///
/// What is not accepted stays as it was, at its old place; an added record comes behind the one that stands before it
/// in the text.
enum Acceptance {
  /// The accepted records of a document after accepting some differences.
  ///
  /// - Parameters:
  ///   - accepted: the changes of `comparison` that a reviewer accepted
  ///   - old: the accepted records so far
  ///   - new: the records as they are
  static func apply(_ accepted: [RecordChange], old: DiffDocument, new: DiffDocument) -> DiffDocument {
    let matching = RecordPairing(old: old, new: new).inPlace
    var replaced: [Int: Int] = [:]
    var removed: Set<Int> = []
    var insertedBehind: [Int: [Int]] = [:]
    for change in accepted {
      for fact in change.consequences { replaced[fact.oldIndex] = fact.newIndex }
      switch (change.changeClass, change.oldIndex, change.newIndex) {
      case (.changed, let oldIndex?, let newIndex?): replaced[oldIndex] = newIndex
      case (.removed, let oldIndex?, _): removed.insert(oldIndex)
      case (.added, _, let newIndex?):
        var before = newIndex - 1
        while before >= 0, matching.ofNew[before] < 0 { before -= 1 }
        insertedBehind[before >= 0 ? Int(matching.ofNew[before]) : -1, default: []].append(newIndex)
      default: break
      }
    }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    func take(_ line: ArraySlice<UInt8>) {
      bytes += line
      ends.append(bytes.count)
    }
    for index in -1..<old.count {
      if index >= 0 {
        if let replacement = replaced[index] {
          take(new.lineBytes(replacement))
        } else if !removed.contains(index) {
          take(old.lineBytes(index))
        }
      }
      for inserted in (insertedBehind[index] ?? []).sorted() { take(new.lineBytes(inserted)) }
    }
    return DiffDocument(id: new.id, bytes: bytes, ends: ends)
  }
}

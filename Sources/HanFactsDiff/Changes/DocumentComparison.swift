/// The comparison of one document with another: pairs become changes.
struct DocumentComparison {
  let old: DiffDocument
  let new: DiffDocument
  let options: DiffOptions
  private let pairing: RecordPairing
  private var changes: [RecordChange] = []
  private var naming: ChangeNaming
  private(set) var counts: [ChangeClass: Int] = [:]
  private(set) var toleratedCount = 0

  init(old: DiffDocument, new: DiffDocument, options: DiffOptions) {
    self.old = old
    self.new = new
    self.options = options
    pairing = RecordPairing(old: old, new: new)
    naming = ChangeNaming(document: new.id)
  }

  mutating func run() {
    compareChanged()
    for index in pairing.removed { append(.removed, old: index, new: nil, old.line(index)) }
    for index in pairing.added { append(.added, old: nil, new: index, new.line(index)) }
    countQuiet()
  }

  /// The changes that are to be shown, in the order of the new text.
  func reported() -> [RecordChange] {
    let classes = options.reportedClasses
    let before = partnersBefore()
    func position(_ change: RecordChange) -> Int {
      if let index = change.newIndex { return 2 * index + 1 }
      return 2 * (before[change.oldIndex ?? 0] + 1)
    }
    var shown = changes.filter { classes.contains($0.changeClass) }
    for index in shown.indices where shown[index].newIndex == nil {
      shown[index].anchor = anchor(before[shown[index].oldIndex ?? 0])
    }
    return shown.enumerated().sorted { first, second in
      let (one, other) = (position(first.element), position(second.element))
      if one != other { return one < other }
      let (oldOne, oldOther) = (first.element.oldIndex ?? -1, second.element.oldIndex ?? -1)
      return oldOne != oldOther ? oldOne < oldOther : first.offset < second.offset
    }.map(\.element)
  }

  /// For each old record, the new place of the nearest one at or before it that is still there; -1 where there is none.
  private func partnersBefore() -> [Int] {
    var last = -1
    return pairing.inPlace.ofOld.map { partner in
      if partner >= 0 { last = Int(partner) }
      return last
    }
  }

  private func anchor(_ newIndex: Int) -> RecordPlace? {
    if newIndex >= 0 { return new.place(newIndex) }
    return new.places.isEmpty && new.count > 0 ? nil : RecordPlace(line: 1, column: 1, scalars: 0..<0)
  }

  private func isIgnored(_ type: String) -> Bool { options.ignored.contains { $0.matches(type: type) } }

  private mutating func append(
    _ changeClass: ChangeClass, old oldIndex: Int?, new newIndex: Int?, _ line: RecordLine
  ) {
    let name = naming.name(changeClass, old: oldIndex.map(old.lineBytes), new: newIndex.map(new.lineBytes))
    guard !isIgnored(line.type) else { return }
    var change = RecordChange(
      changeClass: changeClass, old: oldIndex.map { RecordView(line, place: old.place($0)) },
      new: newIndex.map { RecordView(line, place: new.place($0)) }, anchor: newIndex.flatMap(new.place))
    change.id = name
    change.oldIndex = oldIndex
    change.newIndex = newIndex
    changes.append(change)
    counts[changeClass, default: 0] += 1
  }
}

// MARK: - Changed records

extension DocumentComparison {
  private mutating func compareChanged() {
    let pairs = pairing.changed.sorted { ($0.old, $0.new) < ($1.old, $1.new) }
    let lines = pairs.map { (old: old.line($0.old), new: new.line($0.new)) }
    var folding = ConsequenceFolding()
    for (number, pair) in pairs.enumerated() where !lines[number].old.isFact {
      folding.note(old: lines[number].old, new: lines[number].new, oldIndex: pair.old, change: number)
    }
    var found: [Int: RecordChange] = [:]
    var consequences: [(cause: Int, fact: RecordChange.Consequence)] = []
    for (number, pair) in pairs.enumerated() {
      let (oldLine, newLine) = lines[number]
      let name = naming.name(.changed, old: old.lineBytes(pair.old), new: new.lineBytes(pair.new))
      let all = FieldComparison.changes(from: oldLine, to: newLine)
      if oldLine.isFact, let cause = folding.cause(of: all, oldIndex: pair.old) {
        consequences.append((cause, .init(type: newLine.type, oldIndex: pair.old, newIndex: pair.new)))
        continue
      }
      guard !isIgnored(oldLine.type), !isIgnored(newLine.type) else { continue }
      let fields = all.filter { field in !options.ignored.contains { $0.matches(field: field.name) } }
      guard !fields.isEmpty else { continue }
      if fields.allSatisfy({ field in options.tolerances.contains { $0.allows(field) } }) {
        toleratedCount += 1
        continue
      }
      var change = RecordChange(
        changeClass: .changed, old: RecordView(oldLine, place: old.place(pair.old)),
        new: RecordView(newLine, place: new.place(pair.new)), fields: fields, anchor: new.place(pair.new))
      change.id = name
      change.oldIndex = pair.old
      change.newIndex = pair.new
      found[number] = change
    }
    for consequence in consequences { found[consequence.cause]?.consequences.append(consequence.fact) }
    for number in pairs.indices {
      guard let change = found[number] else { continue }
      changes.append(change)
      counts[.changed, default: 0] += 1
    }
  }

  /// Moved records and other evidence: counted always, shown on request.
  private mutating func countQuiet() {
    for pair in pairing.moved { append(.moved, old: pair.old, new: pair.new, new.line(pair.new)) }
    guard !old.evidence.isEmpty, !new.evidence.isEmpty else { return }
    for (oldIndex, partner) in pairing.inPlace.ofOld.enumerated() where partner >= 0 {
      let newIndex = Int(partner)
      let (before, after) = (old.evidence[oldIndex], new.evidence[newIndex])
      guard before != after else { continue }
      let count = changes.count
      let line = new.line(newIndex)
      append(.evidence, old: oldIndex, new: newIndex, line)
      if changes.count > count {
        changes[count].fields = [FieldChange(name: "\(line.type).evidence", old: before, new: after)]
      }
    }
  }
}

/// What the rows of a table are: the name of its folder, or the type that its first line gives.
package struct TableCategory: Hashable, Sendable {
  /// `places`, `words`, …, or a user's own type.
  package let name: String

  /// Folders of names and the type of record that each makes.
  package static let recordTypes = [
    "places": "place", "organizations": "organization", "people": "person", "titles": "title", "works": "work",
    "events": "event",
  ]
  /// Types that generators and rules read; they make no records of their own.
  package static let grammarTypes: Set<String> = ["head", "surname", "given", "address", "cue", "suffix", "denied"]
  /// All folders that say what their rows are.
  package static let folders = GazetteerCompiler.verbatimFolders.union(recordTypes.keys).union(["words"])

  /// The category of a table; nil where neither its folder nor a `type:` line says it.
  package init?(table: Table) {
    if let type = table.type {
      // `type: place` is another way to write the folder.
      name = Self.recordTypes.first { $0.value == type }?.key ?? type
    } else if Self.folders.contains(table.folder) {
      name = table.folder
    } else {
      return nil
    }
  }

  /// Whether the rows are words of the lexicon.
  package var isWords: Bool { name == "words" }
  /// Whether the rows make records of a type that a user defines.
  package var isOwnType: Bool { !isWords && Self.recordTypes[name] == nil && !Self.grammarTypes.contains(name) }
}

/// Why a record stands: what it cost, on which rows, and what would be read without it.
package struct Explanation: Sendable {
  /// A token of a reading.
  package struct Token: Hashable, Sendable {
    /// The characters, layout removed.
    package var text: String
    /// `person`, `noun`, …; the tables and the documentation list them.
    package var wordClass: String
    /// Who made it: `word`, `gazetteer`, `surname-given`, ….
    package var source: String
    /// With the transition into it, in nats.
    package var cost: Double
  }

  /// A sentence as it was read, or a part of it.
  package struct Reading: Hashable, Sendable {
    /// Of the whole sentence, in nats.
    package var cost: Double
    /// The tokens in which two readings differ.
    package var tokens: [Token]
  }

  /// A row of a table.
  package struct Row: Hashable, Sendable {
    package var table: String
    package var line: Int
    package var surface: String
    package var canonical: String
    package var kind: String?
    package var code: String?
  }

  /// The record.
  package var entity: Entity
  /// The rows it stands on.
  package var rows: [Row]
  /// The cost of its tokens without and of the transitions into them; nil for records that stand over the tokens.
  package var surfaceCost: Double?
  package var transitionCost: Double?
  /// The reading with the record and the best one without it, as far as they differ.
  package var chosen: Reading?
  package var rejected: Reading?

  /// How much dearer the best reading without the record is, in nats.
  package var margin: Double? {
    guard let chosen, let rejected else { return nil }
    return rejected.cost - chosen.cost
  }
}

/// The records of a text with the reasons for each.
package struct DocumentExplanation: Sendable {
  /// The records of the text, all of them.
  package var document: Document
  /// Those that were asked for.
  package var explanations: [Explanation]
  /// How the sentence at the place was read, where no record stands there.
  package var reading: Explanation.Reading?
}

/// The JSON Schema of what the program writes.
///
/// ```swift
/// print(RecordSchema.json)  // what `hanfacts schema` prints
/// ```
public enum RecordSchema {
  /// The schema's name.
  public static let id = "urn:hanfacts:schema:1"

  /// JSON Schema 2020-12 of a document record, a line of `--format jsonl`, and of the object with all documents
  /// that `--format json` writes. Ends with a line feed.
  public static let json = [head, document, entities, values, facts].joined(separator: ",\n") + "\n}\n"

  /// The schema as UTF-8.
  public static var utf8: [UInt8] { Array(json.utf8) }
}

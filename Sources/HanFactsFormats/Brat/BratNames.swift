/// Gives documents file names that are safe and unique, also where case does not count.
struct BratNames: Sendable {
  private var taken: Set<String> = []
  private static let longest = 120

  /// The name for a document's id: `seeds/a.txt` becomes `seeds__a`, `-` becomes `stdin`.
  mutating func name(for id: String) -> String {
    let base = Self.safe(id)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  private static func safe(_ id: String) -> String {
    if id == "-" { return "stdin" }
    var path = id[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    if path.hasSuffix(".txt") { path = path.dropLast(4) }
    var name = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "/", "\\": name += "__"
      case "-", "_", ".": name.unicodeScalars.append(scalar)
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        name.unicodeScalars.append(scalar)
      default: name += "_"
      }
      if name.utf8.count >= longest { break }
    }
    // A leading point hides a file, a leading hyphen looks like an option.
    if let first = name.first, first == "." || first == "-" { name = "_" + name.dropFirst() }
    return name.isEmpty ? "_" : name
  }
}

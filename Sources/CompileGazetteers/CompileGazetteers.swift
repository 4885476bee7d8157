import Foundation
import HanGazetteer

/// `CompileGazetteers FOLDER OUTPUT`: compiles the tables of a folder to a Swift file that holds the image.
@main
enum CompileGazetteers {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: CompileGazetteers FOLDER OUTPUT\n".utf8))
      exit(2)
    }
    let folder = URL(fileURLWithPath: arguments[1]).resolvingSymlinksInPath()
    var compiler = GazetteerCompiler()
    var diagnostics: [TableDiagnostic] = []
    for name in try tables(in: folder) {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      compiler.add(name: name, bytes: [UInt8](data), diagnostics: &diagnostics)
    }
    for diagnostic in diagnostics {
      FileHandle.standardError.write(Data("\(folder.path)/\(diagnostic)\n".utf8))
    }
    if diagnostics.contains(where: { $0.severity == .error }) { exit(1) }
    let image = compiler.compile()
    let size = ImageFormat.binarySize(of: image)
    var output = Array(
      "// Made by CompileGazetteers from the tables in Gazetteers/.\nlet gazetteerImage: StaticString = #\"".utf8)
    output += PrintableCoding.encode(Array(image[..<size]))
    output += Array("\"#\nlet gazetteerText: StaticString = \"".utf8)
    output += PrintableCoding.literal(image[size...])
    let digest = String(GazetteerImage.digest(of: image, binarySize: size), radix: 16)
    output += Array("\"\nlet gazetteerDigest: UInt64 = 0x\(digest)\n".utf8)
    // An image that did not change keeps its time, so that nothing is compiled again.
    let (data, url) = (Data(output), URL(fileURLWithPath: arguments[2]))
    if (try? Data(contentsOf: url)) != data { try data.write(to: url, options: .atomic) }
  }

  /// The paths of the tables below the folder, in byte order.
  private static func tables(in folder: URL) throws -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    var names: [String] = []
    for case let name as String in walk where name.hasSuffix(".tsv") { names.append(name) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

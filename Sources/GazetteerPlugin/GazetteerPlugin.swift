import Foundation
import PackagePlugin

/// Compiles the tables of `Gazetteers/` into a Swift file of the target.
///
/// The target's folder holds a link `Gazetteers` to the tables: with the folder itself and every table as inputs, the
/// build system notices tables that are edited, added or removed.
@main
struct GazetteerPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let folder = target.directoryURL.appendingPathComponent("Gazetteers")
    var inputs = [folder]
    if let walk = FileManager.default.enumerator(
      at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
    {
      for case let url as URL in walk {
        if url.pathExtension == "tsv" || url.hasDirectoryPath { inputs.append(url) }
      }
    }
    let output = context.pluginWorkDirectoryURL.appendingPathComponent("GazetteerImage.generated.swift")
    return [
      .buildCommand(
        displayName: "Compiling gazetteers", executable: try context.tool(named: "CompileGazetteers").url,
        arguments: [folder.path, output.path], inputFiles: inputs, outputFiles: [output])
    ]
  }
}

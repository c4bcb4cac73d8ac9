// Where a command's data goes: to standard output, or whole into a file that was named.

import Domain
import Store

/// A path as the folder and the name of the file in it.
struct FilePath {
  let folder: String
  let name: String

  init(_ path: String) {
    let cut = path.lastIndex(of: "/")
    folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    name = cut.map { String(path[path.index(after: $0)...]) } ?? path
  }
}

extension Context {
  /// Prints the bytes, or writes them to `--ud` and says so.
  func deliver(_ bytes: [UInt8], to order: OutOrder?) throws(Failure) {
    guard let order else { return try console.print(bytes: bytes) }
    let path = FilePath(order.path)
    let exports = Exports(folder: path.folder, random: machine.random)
    do throws(ExportFailure) {
      try exports.write([ExportedFile(name: path.name, bytes: bytes)], replacing: order.isReplacing)
    } catch {
      if case .wouldReplace = error { throw .export(.wouldReplace([order.path])) }
      throw .export(error)
    }
    console.say(words("cli.export.written", ["path": order.path]))
  }

  /// The same for text; its last line ends.
  func deliver(_ text: String, to order: OutOrder?) throws(Failure) {
    try deliver(Array((text + "\n").utf8), to: order)
  }
}

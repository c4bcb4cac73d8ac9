// Where a command's data goes: to standard output, or whole into a file that was named.

import Domain
import Store

extension Context {
  /// Prints the bytes, or writes them to `--ud` and says so.
  func deliver(_ bytes: [UInt8], to order: OutOrder?) throws(Failure) {
    guard let order else { return try console.print(bytes: bytes) }
    let cut = order.path.lastIndex(of: "/")
    let folder = cut.map { $0 == order.path.startIndex ? "/" : String(order.path[..<$0]) } ?? "."
    let name = cut.map { String(order.path[order.path.index(after: $0)...]) } ?? order.path
    let exports = Exports(folder: folder, random: machine.random)
    do throws(ExportFailure) {
      try exports.write([ExportedFile(name: name, bytes: bytes)], replacing: order.isReplacing)
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

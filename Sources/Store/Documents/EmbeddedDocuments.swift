// Documents that do not come from a folder: those that travel inside the program.

import Domain

extension Documents {
  /// Reads documents from bytes, with settings made by the program. What cannot be read is left out:
  /// the bytes are the program's own, and tests read them too.
  package init(settings: Settings, files: [DocumentName: [UInt8]]) {
    var loaded = LoadedDocuments()
    for (name, bytes) in files where name != .settings {
      guard let value = JSONValue(document: bytes) else { continue }
      loaded.take(value, FaultList(name))
    }
    self = loaded.documents
    self.settings = settings
  }
}
